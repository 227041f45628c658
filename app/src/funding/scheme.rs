//! The forms of a funding scheme: a new one, one that is changed from a day on, and one that ends.

use super::api::{AddScheme, ChangeScheme, EndScheme, offer_scheme, scheme_to_change};
use super::fields::SchemeFieldset;
use super::trail;
use crate::address;
use crate::load::load;
use crate::ui::{Button, ButtonKind, Form, InsetText, LastDay, Page};
use domain::funding::views::{SchemeForm, SchemeLine};
use domain::ids::FundingSchemeId;
use leptos::prelude::*;

#[component]
pub fn AddSchemePage() -> impl IntoView {
    load(offer_scheme(), |form| {
        view! {
            <Page title="Add a funding scheme" trail=trail()>
                <Form<AddScheme>>
                    <SchemeFieldset form />
                    <Button text="Add this scheme" />
                </Form<AddScheme>>
            </Page>
        }
    })
}

#[component]
pub fn ChangeSchemePage() -> impl IntoView {
    let id = address::id_part::<FundingSchemeId>("id");
    load(async move { scheme_to_change(id?).await }, |form| view! { <Change form /> })
}

#[component]
fn Change(form: SchemeForm) -> impl IntoView {
    let what_happens = if form.begun {
        "It ends the day before the change, and what you enter here follows. What was claimed stays as it was."
    } else {
        "It has not begun before today, so it is put right as it stands."
    };
    let line = form.line.clone();
    let id = line.as_ref().map(|line| line.id.to_string()).unwrap_or_default();
    let name = line.as_ref().map(|line| line.name.clone()).unwrap_or_default();
    view! {
        <Page title=format!("Change {name}") trail=trail()>
            <InsetText>
                <p>{what_happens}</p>
            </InsetText>
            <Form<ChangeScheme>>
                <input type="hidden" name="id" value=id />
                <SchemeFieldset form />
                <Button text="Save the change" />
            </Form<ChangeScheme>>
            {line.map(|line| view! { <End line /> })}
        </Page>
    }
}

#[component]
fn End(line: SchemeLine) -> impl IntoView {
    view! {
        <h2>"It ends"</h2>
        <Form<EndScheme>>
            <input type="hidden" name="id" value=line.id.to_string() />
            <LastDay held=line.held />
            <Button text="Save the last day" kind=ButtonKind::Secondary />
        </Form<EndScheme>>
    }
}
