//! The form: what a session is meant to lead to, competency by competency.

use super::api_draft::{SetSessionOutcomes, session_competencies};
use super::{id_in_path, trail};
use crate::judgements::{IntendedLevels, intended_choices};
use crate::load::load;
use crate::ui::{Button, EmptyState, Form, Page};
use domain::sessions::views::SessionCompetencies;
use leptos::prelude::*;

#[component]
pub fn SessionCompetenciesPage() -> impl IntoView {
    let id = id_in_path();
    let found = async move { session_competencies(id?).await };
    load(found, |found| view! { <Competencies found /> })
}

#[component]
fn Competencies(found: SessionCompetencies) -> impl IntoView {
    let SessionCompetencies { id, title, format, domains } = found;
    let trail = trail(id, &title);
    let title = format!("What “{title}” builds");
    if domains.is_empty() {
        return view! {
            <Page title trail>
                <EmptyState heading="No competency set has been published yet">
                    <p>"Until an administrator has published one, a session has no competencies to choose."</p>
                </EmptyState>
            </Page>
        }
        .into_any();
    }
    let choices = intended_choices(|level| format.needs_more_for(level));
    view! {
        <Page title trail>
            <p>
                "Choose few: what people can show after this session. " {format.label()} ": taking part supports levels up to "
                {format.ceiling()} ". A higher level may be intended. It then needs more evidence, and the session’s page says so."
            </p>
            <Form<SetSessionOutcomes>>
                <input type="hidden" name="id" value=id.to_string() />
                <IntendedLevels domains choices none="No part of this session" />
                <Button text="Save the competencies" />
            </Form<SetSessionOutcomes>>
        </Page>
    }
    .into_any()
}
