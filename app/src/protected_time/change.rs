//! The page to change, end or remove time that was promised to somebody.

use super::api_give::{ChangeTime, EndTime, RemoveTime, time_to_change};
use super::fields::TimeFieldset;
use super::page_of;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Crumb, Form, InsetText, LastDay, Page};
use domain::changing::When;
use domain::ids::{AllocationId, PersonId};
use domain::protected_time::views::{AllocationForm, AllocationLine};
use leptos::prelude::*;

#[component]
pub fn ChangeTimePage() -> impl IntoView {
    let person = address::id_part::<PersonId>("person");
    let id = address::id_part::<AllocationId>("id");
    load(async move { time_to_change(person?, id?).await }, |form| view! { <Change form /> })
}

#[component]
fn Change(form: AllocationForm) -> impl IntoView {
    let AllocationForm { person, name, line, begun, fields } = form;
    let trail = vec![
        Crumb::new("/protected-time", "Protected time"),
        Crumb::new(page_of(person), name.clone()),
    ];
    let what_happens = if begun {
        "It ends the day before the change, and what you enter here follows. What was so stays on record."
    } else {
        "It has not begun before today, so it is put right as it stands."
    };
    let stands = format!("{}, agreed by {}.", line.amount.words(), line.agreed_by);
    let (id, ahead) = (line.id, line.when == When::Ahead);
    view! {
        <Page title=format!("Change the protected time of {name}") trail>
            <InsetText>
                <p>{stands}</p>
                <p>{what_happens}</p>
            </InsetText>
            <Form<ChangeTime>>
                <Whose person id />
                <TimeFieldset fields begun />
                <Button text="Save the change" />
            </Form<ChangeTime>>
            <End person line />
            {ahead.then(|| view! {
                <h2>"It is not given after all"</h2>
                <Form<RemoveTime>>
                    <Whose person id />
                    <Button text="Remove what was planned" kind=ButtonKind::Warning />
                </Form<RemoveTime>>
            })}
        </Page>
    }
}

#[component]
fn End(person: PersonId, line: AllocationLine) -> impl IntoView {
    view! {
        <h2>"It ends"</h2>
        <Form<EndTime>>
            <Whose person id=line.id />
            <LastDay held=line.held />
            <Button text="Save the last day" kind=ButtonKind::Secondary />
        </Form<EndTime>>
    }
}

/// Which time a form is about, and whose.
#[component]
fn Whose(person: PersonId, id: AllocationId) -> impl IntoView {
    view! {
        <input type="hidden" name="person" value=person.to_string() />
        <input type="hidden" name="id" value=id.to_string() />
    }
}
