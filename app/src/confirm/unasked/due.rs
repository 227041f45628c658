//! The people to whom something falls due that the reader may confirm again, the most pressing first.

use super::api::due_again;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, EmptyState, Page, StackedTable, shown_of};
use domain::dates::spoken;
use domain::judgements::observing::DuePerson;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn DueAgainPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(due_again(page), |list| view! { <Due list /> })
}

#[component]
fn Due(list: Paged<DuePerson>) -> impl IntoView {
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
    view! {
        <Page title="Confirm again what falls due" trail wide=true>
            <p>
                "What falls due within 90 days, or did in the last 90, can be confirmed again on any evidence of the last 12 "
                "months: all of one person’s in one act."
            </p>
            <People list />
        </Page>
    }
}

#[component]
fn People(list: Paged<DuePerson>) -> impl IntoView {
    if list.entries.is_empty() {
        return view! {
            <EmptyState heading="Nothing falls due">
                <p>
                    "Nobody whom you may find by name holds something that falls due now and that you may confirm. People "
                    "elsewhere ask you themselves."
                </p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&list, "people");
    let rows = list.entries.into_iter().map(|one| {
        let link = view! { <a href=format!("/confirm/people/{}", one.person)>{one.name}</a> };
        vec![
            link.into_any(),
            one.team_name.into_any(),
            one.due.into_any(),
            spoken(one.first_due_on).into_any(),
        ]
    });
    let rows = rows.collect();
    view! {
        <StackedTable caption="People" head=vec!["Person", "Team", "Levels", "First due on"] rows />
        {pages}
    }
    .into_any()
}
