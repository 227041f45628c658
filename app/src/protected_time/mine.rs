//! The page of my own protected time: what was promised, what it came to, and the ledger with a form for one more entry.

use super::api::{WriteTimeEntry, my_time};
use super::entries::Entries;
use super::fields::EntryFieldset;
use super::year::{Allocations, Months, OtherYears, Sums};
use crate::address;
use crate::forms::was_refused;
use crate::load::load;
use crate::ui::{Button, Crumb, Details, Form, Page};
use domain::protected_time::views::TimeOfYear;
use leptos::prelude::*;

#[component]
pub fn MyTimePage() -> impl IntoView {
    let page = address::query("page").parse().unwrap_or(1);
    load(my_time(address::query("year"), page), |time| view! { <Mine time /> })
}

#[component]
fn Mine(time: TimeOfYear) -> impl IntoView {
    let TimeOfYear { year, today, totals, months, allocations, entries } = time;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/my/competencies", "My competencies")];
    let open = was_refused::<WriteTimeEntry>();
    view! {
        <Page title="My protected time" trail wide=true>
            <p class="nhsuk-lede-text">{year.words()}</p>
            <OtherYears year />
            <Sums totals />
            <p>
                "Sessions that you lead count by themselves, from when they start to when they end. Enter here what else your "
                "protected time is used for, and what of it you lost."
            </p>
            <Details summary="Add an entry" open>
                <Form<WriteTimeEntry>>
                    <EntryFieldset today />
                    <Button text="Save this entry" />
                </Form<WriteTimeEntry>>
            </Details>
            <Allocations lines=allocations />
            <Months months />
            <Entries entries own=true />
            <p>
                <a href="/my/sessions">"My sessions"</a>
            </p>
        </Page>
    }
}
