//! The forms of a session: a new one, from a template or from nothing, and one whose description is changed.

use super::api_draft::{ChangeSession, DraftSession, offer_session, session_to_change};
use super::fields::SessionFieldset;
use super::{id_in_path, trail};
use crate::address;
use crate::load::load;
use crate::ui::{Button, Choice, Crumb, Field, FilterPanel, Form, Page, Select};
use domain::coverage::views::Heading;
use leptos::prelude::*;

#[component]
pub fn NewSessionPage() -> impl IntoView {
    load(offer_session(address::query("template")), |form| {
        let trail = vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")];
        let templates = form.templates.clone();
        view! {
            <Page title="Plan a session" trail>
                <p>
                    "First it is a draft, which nobody can book. Then you say who leads it and what it builds, and schedule it."
                </p>
                <Templates templates />
                <Form<DraftSession>>
                    <SessionFieldset form />
                    <Button text="Save this draft" />
                </Form<DraftSession>>
            </Page>
        }
    })
}

/// Ready-made plans to start from; nothing where there are none.
#[component]
fn Templates(templates: Vec<Heading>) -> impl IntoView {
    if templates.is_empty() {
        return None;
    }
    let choices = templates.into_iter().map(|one| Choice::new(one.code, one.title)).collect();
    let field = Field::new("template", "Start from a template (optional)")
        .hint("It fills in the form below. What you have typed there is lost");
    Some(view! {
        <FilterPanel action="Use this template">
            <Select field choices none="No template" />
        </FilterPanel>
    })
}

#[component]
pub fn ChangeSessionPage() -> impl IntoView {
    let id = id_in_path();
    let found = async move {
        let id = id?;
        Ok((id, session_to_change(id).await?))
    };
    load(found, |(id, form)| {
        let trail = trail(id, &form.fields.title);
        view! {
            <Page title="Change what, when and where" trail>
                <Form<ChangeSession>>
                    <input type="hidden" name="id" value=id.to_string() />
                    <SessionFieldset form />
                    <Button text="Save the session" />
                </Form<ChangeSession>>
            </Page>
        }
    })
}
