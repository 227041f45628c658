//! My programmes: how far I have come in each, and my next step.

use super::address_of;
use super::api::my_programmes;
use super::list::StageTag;
use super::step::{NextSession, Outcomes, Taken, format_and_time};
use crate::load::load;
use crate::ui::{Crumb, EmptyState, Page};
use domain::programmes::views::{MyProgramme, StepDetail, runs_words};
use leptos::prelude::*;

#[component]
pub fn MyProgrammesPage() -> impl IntoView {
    load(my_programmes(), |mine| view! { <Mine mine /> })
}

#[component]
fn Mine(mine: Vec<MyProgramme>) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let none = mine.is_empty();
    let all = mine.into_iter().map(|one| view! { <One one /> }).collect_view();
    view! {
        <Page title="My programmes" trail>
            {none.then(|| view! {
                <EmptyState heading="No programme is for your posts at the moment">
                    <p>"A programme is for people in certain roles or care settings."</p>
                    <p>
                        <a href="/programmes">"See all programmes"</a>
                    </p>
                </EmptyState>
            })}
            {all}
        </Page>
    }
}

#[component]
fn One(one: MyProgramme) -> impl IntoView {
    let MyProgramme { programme, runs, stage, done, next } = one;
    view! {
        <section>
            <h2>
                <a href=address_of(&programme.code)>{programme.title}</a>
            </h2>
            <p>
                <StageTag stage />
                " "
                {runs_words(runs)}
            </p>
            <p>
                <strong>{done.words()}</strong>
            </p>
            {match next {
                Some(step) => view! { <Next step /> }.into_any(),
                None if done.is_whole() => view! { <p>"You have done all of it."</p> }.into_any(),
                None => view! { <p>"Nothing in it is asked of you."</p> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Next(step: StepDetail) -> impl IntoView {
    let time = format_and_time(&step);
    let StepDetail { title, what_happens, outcomes, taken, next_session, .. } = step;
    view! {
        <h3>{format!("Next step: {title}")}</h3>
        <p class="nhsuk-body-s">{time}</p>
        <p class="kept-lines">{what_happens}</p>
        <Taken taken />
        <NextSession session=next_session />
        <Outcomes outcomes title />
    }
}
