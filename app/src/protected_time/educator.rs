//! One person's protected time, for whoever promises it: given, changed from a day on, ended.

use super::api::educator_time;
use super::api_give::GiveTime;
use super::entries::Entries;
use super::fields::TimeFieldset;
use super::year::{Allocations, Months, OtherYears, Sums};
use crate::address;
use crate::forms::was_refused;
use crate::load::load;
use crate::ui::{Button, Crumb, Details, Form, Page};
use domain::ids::PersonId;
use domain::protected_time::forms::TimeFields;
use domain::protected_time::views::{EducatorTime, TimeOfYear};
use leptos::prelude::*;

#[component]
pub fn EducatorTimePage() -> impl IntoView {
    let (person, year) = (address::id_part::<PersonId>("person"), address::query("year"));
    let page = address::query("page").parse().unwrap_or(1);
    let found = async move { educator_time(person?, year, page).await };
    load(found, |found| view! { <Educator found /> })
}

#[component]
fn Educator(found: EducatorTime) -> impl IntoView {
    let EducatorTime { person, name, time } = found;
    let TimeOfYear { year, today, totals, months, allocations, entries } = time;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/protected-time", "Protected time")];
    let open = was_refused::<GiveTime>() || allocations.is_empty();
    let fields = TimeFields { starts_on: today.to_string(), ..TimeFields::default() };
    view! {
        <Page title=format!("Protected time of {name}") trail wide=true>
            <p class="nhsuk-lede-text">{year.words()}</p>
            <OtherYears year />
            <Sums totals />
            <Allocations lines=allocations to=person />
            <Details summary="Give protected time" open>
                <Form<GiveTime>>
                    <input type="hidden" name="person" value=person.to_string() />
                    <TimeFieldset fields />
                    <Button text="Give this time" />
                </Form<GiveTime>>
            </Details>
            <Months months />
            <Entries entries />
        </Page>
    }
}
