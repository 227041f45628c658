//! The forms: what a session is meant to lead to, competency by competency, and the step of a programme that it runs.

use super::api_draft::{RunStep, SetSessionOutcomes, session_competencies};
use super::{id_in_path, trail};
use crate::judgements::{IntendedLevels, intended_choices};
use crate::load::load;
use crate::ui::{Button, ButtonKind, Checkboxes, Choice, EmptyState, Field, Form, Page, Select};
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
    let steps = found.clone();
    let SessionCompetencies { id, title, format, domains, .. } = found;
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
            <StepToRun found=steps />
        </Page>
    }
    .into_any()
}

/// The step of a programme that it runs; nothing where no programme has a step that is a session.
#[component]
fn StepToRun(found: SessionCompetencies) -> impl IntoView {
    let SessionCompetencies { id, steps, step, in_series, .. } = found;
    if steps.is_empty() {
        return None;
    }
    let choices = steps.into_iter().map(|one| Choice::new(one.code, one.title)).collect();
    let chosen = step.map(|step| step.to_string()).unwrap_or_default();
    let field = Field::new("step", "Which step of a programme does it run?").hint(
        "People who come have attended the step. A session that builds nothing yet then builds what the step is meant to lead to",
    );
    let all =
        || vec![Choice::new("yes", "So are all sessions of this series that have not taken place")];
    Some(view! {
        <section>
            <h2>"Programme"</h2>
            <Form<RunStep>>
                <input type="hidden" name="id" value=id.to_string() />
                <Select field=field.value(chosen) choices none="No step of a programme" />
                {in_series.then(|| view! {
                    <Checkboxes field=Field::new("whole_series", "The other sessions") choices=all() />
                })}
                <Button text="Save the step" kind=ButtonKind::Secondary />
            </Form<RunStep>>
        </section>
    })
}
