//! The first step of giving a grant: whose account it is for.

use super::api::grant_receivers;
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Table, TextInput, TextKind,
};
use crate::viewer::{Section, Viewer};
use domain::accounts::views::Holder;
use domain::people::holds_words;
use leptos::prelude::*;

#[component]
pub fn FindAccountPage() -> impl IntoView {
    let search = address::query("search");
    let asked = !search.trim().is_empty();
    let viewer = use_context::<Viewer>();
    let is_own = viewer.as_ref().is_some_and(|viewer| is_meant(viewer, &search));
    let adds = viewer.is_some_and(|viewer| viewer.sections.contains(&Section::Accounts));
    load(grant_receivers(search), move |found| {
        view! {
            <Page title="Who do you want to give a grant to?" trail=trail()>
                <FilterPanel action="Find">
                    <TextInput
                        field=Field::new("search", "Name or email address")
                            .hint("A whole email address always finds its account")
                        kind=TextKind::Search
                        width=30
                    />
                </FilterPanel>
                {asked.then(|| view! { <Found found is_own adds /> })}
            </Page>
        }
    })
}

/// Whether somebody looks for themselves.
fn is_meant(viewer: &Viewer, search: &str) -> bool {
    let name = viewer.name.as_deref().unwrap_or_default();
    holds_words(&format!("{name} {}", viewer.email), search)
}

#[component]
fn Found(found: Vec<Holder>, is_own: bool, adds: bool) -> impl IntoView {
    if found.is_empty() {
        return view! { <NobodyFound is_own adds /> }.into_any();
    }
    let rows = found.into_iter().map(|holder| view! { <HolderRow holder /> }).collect_view();
    view! {
        <Table caption="Accounts found, at most 50" head=["Name", "Email", "Action"]>
            {rows}
        </Table>
    }
    .into_any()
}

/// Why, and what to do: whoever reads it looked for themselves, or for somebody who has no account.
#[component]
fn NobodyFound(is_own: bool, adds: bool) -> impl IntoView {
    let (heading, words) = match (is_own, adds) {
        (true, _) => (
            "Nobody gives a grant to themselves",
            "You searched for your own account. Somebody else who may give the grant can give it to you.",
        ),
        (false, true) => (
            "No account found",
            "Check the spelling. Somebody without an account needs one first: add it under Accounts.",
        ),
        (false, false) => (
            "No account found",
            "Check the spelling. Somebody without an account needs one first: ask an administrator to add it.",
        ),
    };
    view! {
        <EmptyState heading>
            <p>{words}</p>
        </EmptyState>
    }
}

#[component]
fn HolderRow(holder: Holder) -> impl IntoView {
    let name = holder.name().to_owned();
    let about = format!(" to {name}");
    view! {
        <Row>
            <RowTitle>{name}</RowTitle>
            <Cell>{holder.email}</Cell>
            <Cell>
                <a href=format!("/grants/give/{}", holder.account)>
                    "Give a grant"<span class="nhsuk-u-visually-hidden">{about}</span>
                </a>
            </Cell>
        </Row>
    }
}
