//! Sessions as a list: what is coming, or what has taken place or was cancelled.

use crate::sessions::rows::SessionTable;
use crate::ui::{EmptyState, shown_of};
use domain::sessions::browse::SessionsAddress;
use domain::sessions::views::SessionsList;
use leptos::prelude::*;

#[component]
pub(super) fn Found(list: SessionsList, address: SessionsAddress) -> impl IntoView {
    let SessionsList { lines, may_run, .. } = list;
    let past = address.past;
    if lines.entries.is_empty() {
        return match address.is_filtered() {
            false => view! { <NoSession past may_run /> }.into_any(),
            true => view! { <NoMatch words=address.words past /> }.into_any(),
        };
    }
    let pages = shown_of(&lines, "sessions");
    let caption = if past { "Past and cancelled sessions" } else { "Sessions that are coming" };
    view! {
        <SessionTable caption lines=lines.entries />
        {pages}
    }
    .into_any()
}

#[component]
fn NoMatch(words: String, past: bool) -> impl IntoView {
    let all = if past { "/sessions?past=yes" } else { "/sessions" };
    let heading = match words.as_str() {
        "" => "No session found".to_owned(),
        words => format!("No session found for “{words}”"),
    };
    view! {
        <EmptyState heading>
            <p>"Check the spelling, search for a part of the title, the place or the name of a lead, or ask for less."</p>
            <p>
                <a href=all>"Show all of this list"</a>
            </p>
        </EmptyState>
    }
}

#[component]
fn NoSession(past: bool, may_run: bool) -> impl IntoView {
    let (heading, next) = match (past, may_run) {
        (true, _) => (
            "No session is over yet",
            "A session is listed here once it has taken place or was cancelled.",
        ),
        (false, true) => {
            ("No sessions are coming", "Plan one: say what it builds, who leads it and when it is.")
        }
        (false, false) => (
            "No sessions are coming",
            "Educators plan sessions for the places that they teach in. Ask one for what your team needs.",
        ),
    };
    view! {
        <EmptyState heading>
            <p>{next}</p>
        </EmptyState>
    }
}
