//! Who counts in a figure, with what is asked of each and why it is met or not; and who does not count, with why.

use crate::ui::{GroupedTable, RowGroup, StackedTable};
use chrono::NaiveDate;
use domain::coverage::explain::LeftOut;
use domain::coverage::explain::views::{FigureLine, FigurePerson};
use domain::dates::spoken;
use domain::ids::PersonId;
use domain::standing::level_told;
use leptos::prelude::*;

#[component]
pub(super) fn PeopleTables(people: Vec<FigurePerson>, day: NaiveDate) -> impl IntoView {
    let (counted, beside): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|person| person.left_out.is_none());
    let day = spoken(day);
    let counted: Vec<_> = counted.into_iter().filter_map(asked_of).collect();
    let beside: Vec<_> = beside.into_iter().map(beside_row).collect();
    let head = vec!["Competency", "Required", "Held", "Met, or why not", "Own assessment"];
    view! {
        {(!counted.is_empty()).then(|| view! {
            <GroupedTable caption=format!("Who counts, as at {day}") head groups=counted />
        })}
        {(!beside.is_empty()).then(|| view! {
            <StackedTable
                caption=format!("Who does not count, as at {day}")
                head=vec!["Person", "Post", "Why they do not count"]
                rows=beside
            />
        })}
    }
}

/// Somebody with their posts, above a row for each competency that is asked of them; nothing where none is.
fn asked_of(person: FigurePerson) -> Option<RowGroup> {
    let FigurePerson { id, name, posts, asked, .. } = person;
    let title = view! {
        {named(id, &name)}
        {format!(": {}", posts.join("; "))}
    };
    let title = title.into_any();
    let rows: Vec<_> = asked.into_iter().map(asked_row).collect();
    (!rows.is_empty()).then_some(RowGroup { title, rows })
}

fn asked_row(line: FigureLine) -> Vec<AnyView> {
    let FigureLine { competency, level, critical, outcome, self_level } = line;
    let held = outcome.held().map(|(level, kind)| level_told(level, kind));
    let own = self_level.map(|level| level.to_string());
    let required = if critical { format!("{level}, critical") } else { level.to_string() };
    vec![
        format!("{} {}", competency.code, competency.title).into_any(),
        required.into_any(),
        or_none(held),
        outcome.sentence().into_any(),
        or_none(own),
    ]
}

fn beside_row(person: FigurePerson) -> Vec<AnyView> {
    let why = person.left_out.map(LeftOut::sentence).unwrap_or_default();
    let posts = person.posts.join("; ");
    vec![named(person.id, &person.name), posts.into_any(), why.into_any()]
}

fn named(id: PersonId, name: &str) -> AnyView {
    let name = name.to_owned();
    view! { <a href=format!("/people/{id}")>{name}</a> }.into_any()
}

fn or_none(level: Option<String>) -> AnyView {
    level.unwrap_or_else(|| "None".to_owned()).into_any()
}
