//! Sessions looked through: as a list, or day by day in a month or a week, by filters that stand in the address.

mod entries; // a session on its day
mod filters; // what can be looked for
mod list; // the list, and what is over
mod month; // a table of days
mod turn; // to the days before and after
mod views; // from one view to another
mod week; // a list of days

use super::api::{session_agenda, sessions};
use crate::address;
use crate::load::load;
use crate::sessions::times::WHERE_TIMES_ARE;
use crate::ui::Page;
use domain::sessions::browse::views::{Agenda, FilterChoices};
use domain::sessions::browse::{SessionsAddress, Span, View};
use domain::sessions::views::SessionsList;
use filters::Filters;
use leptos::either::Either;
use leptos::prelude::*;
use list::Found;
use month::Month;
use turn::Turn;
use views::Views;
use week::Week;

#[component]
pub fn SessionsPage() -> impl IntoView {
    let address = SessionsAddress::parse(&address::queries());
    match address.view() {
        View::List => {
            let found = sessions(address.clone());
            Either::Left(load(found, move |list| view! { <Listed address list /> }))
        }
        View::Month | View::Week => {
            let found = session_agenda(address.clone());
            Either::Right(load(found, move |agenda| view! { <ByDay address agenda /> }))
        }
    }
}

#[component]
fn Listed(address: SessionsAddress, list: SessionsList) -> impl IntoView {
    let (may_run, has_own, choices) = (list.may_run, list.has_own, list.choices.clone());
    view! {
        <Frame address=address.clone() may_run has_own choices>
            <Found list address />
        </Frame>
    }
}

#[component]
fn ByDay(address: SessionsAddress, agenda: Agenda) -> impl IntoView {
    let (may_run, has_own, choices) = (agenda.may_run, agenda.has_own, agenda.choices.clone());
    let (span, today, filtered) = (agenda.span, agenda.today, address.is_filtered());
    view! {
        <Frame address may_run has_own choices>
            <Turn span today />
            {match span {
                Span::Month(_) => view! { <Month agenda filtered /> }.into_any(),
                Span::Week(_) => view! { <Week agenda filtered /> }.into_any(),
            }}
        </Frame>
    }
}

/// What stands around each view.
#[component]
fn Frame(
    address: SessionsAddress,
    may_run: bool,
    has_own: bool,
    choices: FilterChoices,
    children: Children,
) -> impl IntoView {
    let (view, past) = (address.view(), address.past);
    view! {
        <Page title="Sessions" wide=true>
            <p>
                "Teaching that builds mental health skills, led by people who have them. Taking part is evidence, and "
                "never competence by itself."
            </p>
            {may_run.then(|| view! {
                <p>
                    <a class="nhsuk-button" href="/sessions/new" role="button">
                        "Plan a session"
                    </a>
                </p>
                <p>{WHERE_TIMES_ARE}</p>
                <p>
                    <a href="/sessions/figures">"Sessions in figures"</a>
                </p>
                <p>
                    <a href="/session-requests">"Requests for sessions from teams"</a>
                </p>
            })}
            <Views view past has_own />
            <Filters address choices has_own />
            {children()}
        </Page>
    }
}
