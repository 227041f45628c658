//! The page on which an assessor who led a session confirms what it showed them.

use super::api_seen::{ConfirmSeen, session_seen};
use super::{address_of, id_in_path, trail};
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Button, Checkboxes, Choice, EmptyState, Field, Form, InsetText, Page, Radios};
use domain::figures::counted;
use domain::frameworks::Level;
use domain::ids::SessionId;
use domain::judgements::together::{SEEN_TOGETHER, TOGETHER_MOST};
use domain::sessions::seen::views::{SeenOne, SeenPage};
use domain::sessions::views::OutcomeLine;
use leptos::prelude::*;

#[component]
pub fn SessionSeenPage() -> impl IntoView {
    let id = id_in_path();
    load(async move { session_seen(id?).await }, |page| view! { <Seen page /> })
}

#[component]
fn Seen(page: SeenPage) -> impl IntoView {
    let SeenPage { id, title, slot, why_not, outcomes, people, others } = page;
    let trail = trail(id, &title);
    let more = (others > 0).then(|| {
        let more = counted(others, "more person came", "more people came");
        view! { <p>{more} " whom you do not assess. They can ask an assessor of their own."</p> }
    });
    let content = match (why_not, people.is_empty()) {
        (Some(why), _) => view! { <NotYet id why /> }.into_any(),
        (None, true) => view! { <Nobody /> }.into_any(),
        (None, false) => view! { <Confirm id outcomes people /> }.into_any(),
    };
    view! {
        <Page title=format!("Confirm what “{title}” showed you") trail>
            <p>{slot.words()}</p>
            <p>
                {format!(
                    "Confirm in one act what a knowledge check or a case discussion showed you of people who came: level \
                     {TOGETHER_MOST} at most. Each is confirmed by their own rules. Coming alone confirms nothing.",
                )}
            </p>
            {content}
            {more}
        </Page>
    }
}

#[component]
fn NotYet(id: SessionId, why: String) -> impl IntoView {
    view! {
        <InsetText>
            <p>{why}</p>
        </InsetText>
        <p>
            <a href=format!("{}/register", address_of(id))>"Open the register"</a>
        </p>
    }
}

#[component]
fn Nobody() -> impl IntoView {
    view! {
        <EmptyState heading="Nobody whom you assess came">
            <p>"Whoever came can ask an assessor to confirm them, with the session as evidence."</p>
        </EmptyState>
    }
}

#[component]
fn Confirm(id: SessionId, outcomes: Vec<OutcomeLine>, people: Vec<SeenOne>) -> impl IntoView {
    view! {
        <Form<ConfirmSeen>>
            <input type="hidden" name="id" value=id.to_string() />
            <What outcomes />
            <Whom people />
            <Button text="Confirm the people you ticked" />
        </Form<ConfirmSeen>>
    }
}

#[component]
fn What(outcomes: Vec<OutcomeLine>) -> impl IntoView {
    let kinds = SEEN_TOGETHER.map(|kind| Choice::new(kind.code(), kind.label())).to_vec();
    let levels = Level::ALL.into_iter().filter(|level| *level <= TOGETHER_MOST);
    let levels = levels.map(|level| Choice::new(level, level_named(level))).collect();
    let competencies = outcomes.into_iter().map(|line| {
        let hint = format!("Intended: {}", level_named(line.level));
        Choice::new(line.competency.code, line.competency.title).hint(hint)
    });
    let competencies = competencies.collect();
    view! {
        <Radios field=Field::new("evidence", "What did you see?") choices=kinds />
        <Radios field=Field::new("level", "Which level did it show?") choices=levels />
        <Checkboxes field=Field::new("codes[]", "In which competencies?") choices=competencies />
    }
}

#[component]
fn Whom(people: Vec<SeenOne>) -> impl IntoView {
    let choices = people.into_iter().map(|one| {
        let SeenOne { person, name, team } = one;
        let choice = Choice::new(person, name);
        if team.is_empty() { choice } else { choice.hint(team) }
    });
    let choices = choices.collect();
    let saw = Choice::new("yes", "I saw it myself of each person that I tick");
    view! {
        <Checkboxes field=Field::new("people[]", "Who showed it?") choices />
        <Checkboxes field=Field::new("saw", "Did you see it?") choices=vec![saw] />
    }
}
