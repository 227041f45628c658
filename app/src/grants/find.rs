//! The first step of giving a grant: whose account it is for.

use super::api::grant_receivers;
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Table, TextInput, TextKind,
};
use domain::accounts::views::Holder;
use leptos::prelude::*;

#[component]
pub fn FindAccountPage() -> impl IntoView {
    let search = address::query("search");
    let asked = !search.trim().is_empty();
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
                {asked.then(|| view! { <Found found /> })}
            </Page>
        }
    })
}

#[component]
fn Found(found: Vec<Holder>) -> impl IntoView {
    if found.is_empty() {
        return view! {
            <EmptyState heading="No account found">
                <p>
                    "Check the spelling. Somebody without an account needs one first: ask an administrator to add it."
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let rows = found.into_iter().map(|holder| view! { <HolderRow holder /> }).collect_view();
    view! {
        <Table caption="Accounts found, at most 50" head=["Name", "Email", "Action"]>
            {rows}
        </Table>
    }
    .into_any()
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
