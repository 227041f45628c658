//! The page *Redactions*: what waits for a second person, and whose texts to look through.

use super::api::what_to_redact;
use super::person::{TEXT_COLUMNS, cells};
use crate::address;
use crate::load::load;
use crate::ui::{
    EmptyState, Field, FilterPanel, Page, StackedTable, TextInput, TextKind, shown_of,
};
use domain::dates::spoken_moment;
use domain::paging::Paged;
use domain::redactions::views::{PersonFound, Redactions, TextLine, Waiting};
use leptos::prelude::*;

#[component]
pub fn RedactionsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(what_to_redact(address::query("search"), page), |found| {
        let Redactions { waiting, of_outsiders, people } = found;
        view! {
            <Page title="Redactions" wide=true>
                <p>
                    "When a text could identify a patient, one of you proposes to blank it and another agrees. What was "
                    "judged, on which day and by whom stays as it is."
                </p>
                <WaitingTable waiting />
                <h2>"Find a text"</h2>
                <p>
                    "Search for the person in whose record it stands. Their texts are then listed without their words, "
                    "and the person can see that you looked."
                </p>
                <FilterPanel action="Search">
                    <TextInput
                        field=Field::new("search", "Name").hint("Part of a name is enough")
                        kind=TextKind::Search
                        width=20
                    />
                </FilterPanel>
                {people.map(|people| view! { <People people /> })}
                <Outsiders texts=of_outsiders />
            </Page>
        }
    })
}

#[component]
fn WaitingTable(waiting: Vec<Waiting>) -> impl IntoView {
    if waiting.is_empty() {
        return view! {
            <EmptyState heading="No redactions wait to be decided">
                <p>"When somebody proposes one, it is shown here for somebody else to decide."</p>
            </EmptyState>
        }
        .into_any();
    }
    let head = vec!["Text", "Proposed by", "Proposed on", "Decision"];
    let rows = waiting.into_iter().map(|waiting| {
        let href = format!("/redactions/texts/{}/{}", waiting.kind, waiting.row);
        let text = waiting.kind.of(&waiting.whose);
        let decision = match (waiting.wrote, waiting.mine) {
            (true, _) => "You wrote it, so somebody else must decide",
            (false, true) => "Somebody else decides",
            (false, false) => "Waits for you",
        };
        // Nobody opens here what they wrote themselves.
        let text = if waiting.wrote {
            text.into_any()
        } else {
            view! { <a href=href>{text}</a> }.into_any()
        };
        vec![
            text,
            waiting.proposed_by.into_any(),
            spoken_moment(waiting.proposed_at).into_any(),
            decision.into_any(),
        ]
    });
    let rows = rows.collect();
    view! { <StackedTable caption="Waiting to be decided" head rows /> }.into_any()
}

#[component]
fn People(people: Paged<PersonFound>) -> impl IntoView {
    if people.total == 0 {
        return view! {
            <EmptyState heading="Nobody found">
                <p>"Change what you search for. You do not find people outside the scope of your grant, or yourself."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&people, "people");
    let lines = people.entries.into_iter().map(|person| {
        view! { <li><a href=format!("/redactions/people/{}", person.id)>{person.name}</a></li> }
    });
    view! {
        <ul class="nhsuk-list">{lines.collect_view()}</ul>
        {pages}
    }
    .into_any()
}

/// What people without a staff record wrote; nothing where there is none, or it is not the reader's.
#[component]
fn Outsiders(texts: Vec<TextLine>) -> impl IntoView {
    let head = TEXT_COLUMNS.to_vec();
    let rows: Vec<_> = texts.into_iter().map(cells).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h2>"Comments of people without a staff record"</h2>
            <StackedTable caption="The latest first" head rows />
        }
    })
}
