//! A request for a session, as a team and educators see it: what is needed, by when, for how many, and where it stands.

use crate::ui::{Colour, SummaryList, SummaryRow, Tag};
use domain::dates::spoken;
use domain::figures::counted;
use domain::session_requests::RequestState;
use domain::session_requests::views::SessionRequestLine;
use leptos::prelude::*;

/// What was asked, in the words of the team.
#[component]
pub(super) fn Asked(line: SessionRequestLine) -> impl IntoView {
    let SessionRequestLine { need, competencies, needed_by, people, asked_on, asked_by, .. } = line;
    let meant: Vec<String> =
        competencies.iter().map(|one| format!("{} {}", one.code, one.title)).collect();
    let mut rows = vec![
        SummaryRow::new("Needed by", spoken(needed_by)),
        SummaryRow::new("How many", counted(usize::from(people), "person", "people")),
    ];
    rows.extend((!meant.is_empty()).then(|| SummaryRow::new("Competencies", meant.join(", "))));
    rows.push(SummaryRow::new("Asked", format!("{}, by {asked_by}", spoken(asked_on))));
    view! {
        <p class="kept-lines">{need}</p>
        <SummaryList rows />
    }
}

/// Where it stands, with the session that came of it or why there is none.
#[component]
pub(super) fn Stands(line: SessionRequestLine) -> impl IntoView {
    let SessionRequestLine { state, reason, session, .. } = line;
    let colour = match state {
        RequestState::Open => Colour::Yellow,
        RequestState::Planned => Colour::Blue,
        RequestState::Scheduled | RequestState::Held => Colour::Green,
        RequestState::Declined | RequestState::Withdrawn => Colour::Grey,
    };
    let session = session.map(|(id, slot)| {
        view! {
            " "
            <a href=format!("/sessions/{id}")>{slot.words()}</a>
        }
    });
    let reason = reason.map(|reason| format!(" {}.", reason.label()));
    view! {
        <p>
            <Tag text=state.label() colour />
            {session}
            {reason}
        </p>
    }
}
