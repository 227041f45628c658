//! One person: how to reach them, their posts, and their record where it may be read.

use super::api::person;
use super::posts::Posts;
use super::profiles::Profiles;
use super::record::PersonRecord;
use crate::address;
use crate::load::load;
use crate::ui::{Crumb, Page, SummaryList, SummaryRow};
use domain::people::views::{Numbers, PersonDetail};
use leptos::prelude::*;

#[component]
pub fn PersonPage() -> impl IntoView {
    let id = address::id_part("id");
    load(async move { person(id?).await }, |detail| view! { <Person detail /> })
}

#[component]
fn Person(detail: PersonDetail) -> impl IntoView {
    let PersonDetail { id, name, numbers, posts, record, may_add_post, may_observe, profiles } =
        detail;
    let add_post = format!("/people/{id}/posts/new");
    view! {
        <Page title=name trail=vec![Crumb::new("/people", "People")] wide=true>
            {numbers.map(|numbers| view! { <SummaryList rows=known_as(numbers) /> })}
            <h2>"Posts"</h2>
            <Posts person=id posts />
            {may_add_post.then(|| view! {
                <p>
                    <a href=add_post>"Add a post"</a>
                </p>
            })}
            {may_observe.then(|| view! {
                <p>
                    <a href=format!("/confirm/people/{id}")>"Confirm what you saw"</a>
                </p>
            })}
            <Profiles person=id profiles />
            {record.map(|record| view! { <PersonRecord person=id record /> })}
        </Page>
    }
}

fn known_as(numbers: Numbers) -> Vec<SummaryRow> {
    let email = numbers.work_email.unwrap_or_else(|| "Not known".to_owned());
    vec![
        SummaryRow::new("Employee number", numbers.employee_number),
        SummaryRow::new("Work email", email),
    ]
}
