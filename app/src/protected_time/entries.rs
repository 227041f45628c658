//! The ledger of a year, the latest first, with the form that takes an entry back.

use super::api::TakeTimeEntryBack;
use crate::ui::{Button, ButtonKind, EmptyState, Form, StackedTable, shown_of};
use domain::dates::{spoken, spoken_minutes};
use domain::paging::Paged;
use domain::protected_time::ledger::Standing;
use domain::protected_time::views::EntryLine;
use domain::protected_time::{EntryKind, Shortfall};
use leptos::prelude::*;

#[component]
pub(super) fn Entries(entries: Paged<EntryLine>, #[prop(optional)] own: bool) -> impl IntoView {
    if entries.entries.is_empty() {
        return view! {
            <EmptyState heading="No entries in this year">
                <p>"Preparation, travel, supervision, advice, curriculum and lost time are listed here once they are entered."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&entries, "entries");
    let mut head = vec!["Day", "For", "Time", "Stands as", "Note"];
    head.extend(own.then_some("Put right"));
    let rows = entries.entries.into_iter().map(|line| cells(line, own)).collect();
    view! {
        <StackedTable caption="Entries" head rows />
        {pages}
    }
    .into_any()
}

fn cells(line: EntryLine, own: bool) -> Vec<AnyView> {
    let day = spoken(line.on);
    let about = format!("the entry of {day}");
    let (stands, since) = (stands_as(&line), line.since.clone());
    let what = match line.session.filter(|_| line.kind == EntryKind::Outside) {
        Some(id) => {
            view! { <a href=format!("/sessions/{id}")>{line.time_use.label()}</a> }.into_any()
        }
        None => line.time_use.label().into_any(),
    };
    let mut cells = vec![
        day.into_any(),
        what,
        spoken_minutes(line.minutes).into_any(),
        view! {
            {stands}
            {since.map(|since| view! { <br /> "Since then: " {since} })}
        }
        .into_any(),
        line.note.unwrap_or_else(|| "None".to_owned()).into_any(),
    ];
    cells.extend(own.then(|| match line.may_take_back {
        true => {
            let id = line.id.to_string();
            view! {
                <Form<TakeTimeEntryBack> about=id.clone()>
                    <input type="hidden" name="id" value=id />
                    <Button text="Take back" kind=ButtonKind::Secondary about />
                </Form<TakeTimeEntryBack>>
            }
            .into_any()
        }
        false => "Stays on record".into_any(),
    }));
    cells
}

/// `Planned`; `Lost: Clinical work took it`; `Beyond protected time, as it stood when scheduled or changed`.
fn stands_as(line: &EntryLine) -> String {
    match line.standing {
        Some(Standing::Planned) => "Planned".to_owned(),
        Some(Standing::Delivered) => "Delivered".to_owned(),
        Some(Standing::Lost) => {
            let why = line.why_lost.map(|why| format!(": {}", why.label())).unwrap_or_default();
            format!("Lost{why}")
        }
        // A reason: the ledger is history, and what has become of its session since stands beside it.
        None => {
            let why = line.shortfall.map_or_else(|| line.kind.label(), Shortfall::label);
            format!("{why}, as it stood when scheduled or changed")
        }
    }
}
