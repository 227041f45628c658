//! People, searched by name or team, a page at a time.

use super::api::people;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Table, TextInput, TextKind, shown_of,
};
use domain::people::views::{PeopleList, PersonLine};
use leptos::prelude::*;

#[component]
pub fn PeoplePage() -> impl IntoView {
    let words = address::query("q");
    let page = address::query("page").parse().unwrap_or(1);
    load(people(words.clone(), page), move |list| {
        view! {
            <Page title="People" wide=true>
                <FilterPanel action="Search">
                    <TextInput
                        field=Field::new("q", "Name or team").hint("Part of a name is enough")
                        kind=TextKind::Search
                        width=20
                    />
                </FilterPanel>
                <Found list words />
            </Page>
        }
    })
}

#[component]
fn Found(list: PeopleList, words: String) -> impl IntoView {
    if list.entries.is_empty() {
        return view! { <Nobody words /> }.into_any();
    }
    let pages = shown_of(&list, "people");
    // Assessors see no record: then the column would be empty.
    let with_records = list.entries.iter().any(|person| person.met.is_some());
    let mut head = vec!["Name", "Role and team"];
    head.extend(with_records.then_some("Record"));
    let rows = list.entries.into_iter().map(|person| view! { <Line person with_records /> });
    let rows = rows.collect_view();
    view! {
        <Table caption="People" head>
            {rows}
        </Table>
        {pages}
    }
    .into_any()
}

#[component]
fn Line(person: PersonLine, with_records: bool) -> impl IntoView {
    let posts = person
        .posts
        .into_iter()
        .map(|(role, team)| view! { <div>{format!("{role}, {team}")}</div> });
    let met = person
        .met
        .map_or_else(|| "Not open to you".to_owned(), domain::people::counting::Met::words);
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/people/{}", person.id)>{person.name}</a>
            </RowTitle>
            <Cell>{posts.collect_view()}</Cell>
            {with_records.then(|| view! { <Cell>{met}</Cell> })}
        </Row>
    }
}

#[component]
fn Nobody(words: String) -> impl IntoView {
    if words.trim().is_empty() {
        return view! {
            <EmptyState heading="Nobody to show yet">
                <p>
                    "Nobody has a post today in the teams that are open to you. A practice manager or team manager can "
                    "add a starter on the page of their team; an administrator can import staff."
                </p>
                <p>
                    <a href="/teams">"Go to teams"</a>
                </p>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <EmptyState heading=format!("Nobody found for “{}”", words.trim())>
            <p>"Check the spelling, or search for a part of the name or for a team."</p>
            <p>
                <a href="/people">"Show everyone"</a>
            </p>
        </EmptyState>
    }
    .into_any()
}
