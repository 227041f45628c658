//! Records from earlier employers that wait to be accepted, the longest wait first.

use super::api::waiting_records;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, EmptyState, Page, StackedTable, shown_of};
use domain::brought::views::WaitingRecord;
use domain::dates::spoken;
use domain::paging::Paged;
use leptos::prelude::*;

#[component]
pub fn WaitingRecordsPage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(waiting_records(page), |found| {
        let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
        view! {
            <Page title="Records from earlier employers" trail>
                <p>
                    "People brought these records, and whoever signed them is trusted here. Accepting one takes over "
                    "everything in it that stands here, with its original days."
                </p>
                <Found found />
            </Page>
        }
    })
}

#[component]
fn Found(found: Paged<WaitingRecord>) -> impl IntoView {
    if found.total == 0 {
        return view! {
            <EmptyState heading="No records wait">
                <p>"A record stands here once somebody in your scope has brought it from a trusted issuer."</p>
            </EmptyState>
        }
        .into_any();
    }
    let pages = shown_of(&found, "records");
    let rows = found.entries.into_iter().map(cells).collect();
    let head = vec!["Person", "Team", "From", "Issued", "Brought", "Levels"];
    view! {
        <StackedTable caption="Records that wait" head rows />
        {pages}
    }
    .into_any()
}

fn cells(line: WaitingRecord) -> Vec<AnyView> {
    let name = view! { <a href=format!("/confirm/records/{}", line.id)>{line.person_name}</a> };
    vec![
        name.into_any(),
        line.team_name.into_any(),
        line.issuer.into_any(),
        spoken(line.issued_on).into_any(),
        spoken(line.brought_on).into_any(),
        line.levels.to_string().into_any(),
    ]
}
