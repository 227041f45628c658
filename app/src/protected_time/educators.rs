//! Everybody who teaches, for a workforce lead: who has how much time, who is beyond it, and the latest reasons.

use super::api::educators;
use super::page_of;
use crate::address;
use crate::load::load;
use crate::ui::{
    Checkboxes, Choice, Colour, EmptyState, Field, FilterPanel, Page, StackedTable, Tag, TextInput,
    TextKind, shown_of,
};
use domain::dates::{spoken, spoken_minutes};
use domain::protected_time::ledger::Totals;
use domain::protected_time::views::{EducatorLine, Educators, ReasonLine};
use leptos::prelude::*;

#[component]
pub fn EducatorsPage() -> impl IntoView {
    let (words, beyond) = (address::query("q"), address::query("beyond") == "yes");
    let page = address::query("page").parse().unwrap_or(1);
    let filtered = beyond || !words.trim().is_empty();
    load(educators(words, beyond, page), move |found| {
        let Educators { year, lines, reasons } = found;
        view! {
            <Page title="Protected time" wide=true>
                <p>
                    "Everybody who teaches and is within your reach: who holds the grant of an educator, was promised time, or "
                    "leads a session of this year. Search by name to find anybody else."
                </p>
                <Filters />
                <h2>{year.words()}</h2>
                {if lines.entries.is_empty() {
                    view! { <Nobody filtered /> }.into_any()
                } else {
                    let pages = shown_of(&lines, "people");
                    let rows = lines.entries.into_iter().map(cells).collect();
                    let head = vec!["Name", "Allocated", "Planned", "Delivered", "Lost", "Left"];
                    view! {
                        <StackedTable caption="Educators" head rows />
                        {pages}
                    }.into_any()
                }}
                <Reasons reasons />
            </Page>
        }
    })
}

#[component]
fn Filters() -> impl IntoView {
    let only = || vec![Choice::new("yes", "Only people who are beyond their protected time")];
    view! {
        <FilterPanel action="Search">
            <TextInput
                field=Field::new("q", "Name").hint("Part of a name is enough")
                kind=TextKind::Search
                width=20
            />
            <Checkboxes field=Field::new("beyond", "Which people?") choices=only() />
        </FilterPanel>
    }
}

#[component]
fn Nobody(filtered: bool) -> impl IntoView {
    let (heading, next) = match filtered {
        true => ("Nobody found", "Check the spelling, or show everybody."),
        false => (
            "Nobody teaches here yet",
            "People are listed once they hold the grant of an educator, or lead a session. To give somebody time before that, \
             search for their name.",
        ),
    };
    view! {
        <EmptyState heading>
            <p>{next}</p>
            {filtered.then(|| view! { <p><a href="/protected-time">"Show everybody"</a></p> })}
        </EmptyState>
    }
}

fn cells(line: EducatorLine) -> Vec<AnyView> {
    let EducatorLine { person, name, totals } = line;
    let Totals { allocated, planned, delivered, lost } = totals;
    let left = match totals.beyond() {
        0 => spoken_minutes(totals.left()).into_any(),
        beyond => view! {
            <Tag text="Beyond" colour=Colour::Orange />
            {format!(" by {}", spoken_minutes(beyond))}
        }
        .into_any(),
    };
    let mut cells = vec![view! { <a href=page_of(person)>{name}</a> }.into_any()];
    let sums = [allocated, planned, delivered, lost];
    cells.extend(sums.map(|minutes| spoken_minutes(minutes).into_any()));
    cells.push(left);
    cells
}

/// Why sessions went ahead without protected time; nothing where none did.
#[component]
fn Reasons(reasons: Vec<ReasonLine>) -> impl IntoView {
    if reasons.is_empty() {
        return None;
    }
    let rows = reasons.into_iter().map(|line| {
        let ReasonLine { person, name, session, title, on, shortfall, minutes, reason } = line;
        vec![
            view! { <a href=format!("/sessions/{session}")>{title}</a> }.into_any(),
            spoken(on).into_any(),
            view! { <a href=page_of(person)>{name}</a> }.into_any(),
            format!("{}: {}", shortfall.label(), spoken_minutes(minutes)).into_any(),
            reason.into_any(),
        ]
    });
    let rows = rows.collect();
    let head = vec!["Session", "Day", "Led by", "Not covered", "Reason"];
    Some(
        view! { <StackedTable caption="Reasons given when sessions went beyond protected time, the latest first" head rows /> },
    )
}
