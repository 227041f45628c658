//! The grants within my right to grant: searched, by kind, with those that are over on demand.

use super::api::grants;
use super::table::GrantTable;
use crate::address;
use crate::load::load;
use crate::ui::{
    Checkboxes, Choice, EmptyState, Field, FilterPanel, Page, Select, TextInput, TextKind, shown_of,
};
use domain::codes::GrantKind;
use domain::grants::views::GrantLine;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn GrantsPage() -> impl IntoView {
    let past = !address::query("past").is_empty();
    let page = address::query("page").parse().unwrap_or(1);
    let found = grants(address::query("search"), address::query("kind"), past, page);
    load(found, |found| {
        view! {
            <Page title="Grants" wide=true>
                <p>
                    "A grant lets somebody do something in one area, organisation or team and everything below it. "
                    "You see the grants that you could give yourself."
                </p>
                <p>
                    <a class="nhsuk-button" href="/grants/give" role="button">
                        "Give a grant"
                    </a>
                </p>
                <Filters />
                <Found found />
            </Page>
        }
    })
}

#[component]
fn Filters() -> impl IntoView {
    let kinds = GrantKind::ALL.iter().map(|kind| Choice::new(kind, kind.label())).collect();
    view! {
        <FilterPanel action="Show grants">
            <TextInput field=Field::new("search", "Name, email or place") kind=TextKind::Search width=20 />
            <Select field=Field::new("kind", "Grant") choices=kinds none="All grants" />
            <Checkboxes
                field=Field::new("past", "Past grants")
                choices=vec![Choice::new("yes", "Show those that have ended too")]
            />
        </FilterPanel>
    }
}

#[component]
fn Found(found: Paged<GrantLine>) -> impl IntoView {
    if found.total == 0 {
        return view! {
            <EmptyState heading="No grants found">
                <p>"Change what you search for, or give a grant."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&found, "grants");
    view! {
        <GrantTable caption="Grants, by who holds them" lines=found.entries of_several=true />
        {pages}
    }
    .into_any()
}
