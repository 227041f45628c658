//! Every account, found by name or address.

use super::api::accounts;
use crate::address;
use crate::load::load;
use crate::ui::{
    Cell, Colour, EmptyState, Field, FilterPanel, Page, Row, RowTitle, Table, Tag, TextInput,
    TextKind, shown_of,
};
use domain::accounts::views::{AccountLine, AccountState};
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn AccountsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(accounts(address::query("search"), page), |found| {
        view! {
            <Page title="Accounts" wide=true>
                <p>"An account lets somebody sign in. What they may do then is a matter of grants."</p>
                <p>
                    <a class="nhsuk-button" href="/accounts/add" role="button">
                        "Add an account"
                    </a>
                </p>
                <FilterPanel action="Show accounts">
                    <TextInput
                        field=Field::new("search", "Name or email address")
                        kind=TextKind::Search
                        width=30
                    />
                </FilterPanel>
                <Found found />
            </Page>
        }
    })
}

#[component]
fn Found(found: Paged<AccountLine>) -> impl IntoView {
    if found.total == 0 {
        return view! {
            <EmptyState heading="No accounts found">
                <p>"Change what you search for, or add an account."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&found, "accounts");
    let rows = found.entries.into_iter().map(|line| view! { <AccountRow line /> }).collect_view();
    view! {
        <Table caption="Accounts, by email address" head=["Email", "Staff record", "State"]>
            {rows}
        </Table>
        {pages}
    }
    .into_any()
}

#[component]
fn AccountRow(line: AccountLine) -> impl IntoView {
    let holder = line.holder;
    view! {
        <Row>
            <RowTitle>
                <a href=format!("/accounts/{}", holder.account)>{holder.email}</a>
            </RowTitle>
            <Cell>{holder.person_name.unwrap_or_else(|| "Not linked".to_owned())}</Cell>
            <Cell>
                <StateTag state=line.state />
            </Cell>
        </Row>
    }
}

/// Whether somebody can sign in, in a word or two.
#[component]
pub fn StateTag(state: AccountState) -> impl IntoView {
    let colour = match state {
        AccountState::Active => Colour::Green,
        AccountState::Invited { .. } => Colour::Blue,
        AccountState::NotInvited => Colour::Yellow,
        AccountState::Disabled => Colour::Grey,
    };
    view! { <Tag text=state.label() colour /> }
}
