//! The form: what a step is meant to lead to, competency by competency.

use super::api_draft::{SetStepCompetencies, read_step_competencies};
use super::trail_of_draft;
use crate::address;
use crate::judgements::{IntendedLevels, intended_choices};
use crate::load::load;
use crate::ui::{Button, EmptyState, Form, Page};
use domain::ids::ProgrammeStepId;
use domain::programmes::views::StepCompetencies;
use leptos::prelude::*;

#[component]
pub fn StepCompetenciesPage() -> impl IntoView {
    let (code, id) = (address::path_part("code"), address::id_part::<ProgrammeStepId>("step"));
    let found = async move { read_step_competencies(code, id?).await };
    load(found, |found| view! { <Competencies found /> })
}

#[component]
fn Competencies(found: StepCompetencies) -> impl IntoView {
    let StepCompetencies { programme, step, title, format, domains } = found;
    let trail = trail_of_draft(&programme);
    let title = format!("What “{title}” builds");
    if domains.is_empty() {
        return view! {
            <Page title trail>
                <EmptyState heading="No competency set has been published yet">
                    <p>"Until an administrator has published one, a step has no competencies to choose."</p>
                </EmptyState>
            </Page>
        }
        .into_any();
    }
    let choices = intended_choices(|level| format.needs_more_for(level));
    view! {
        <Page title trail>
            <p>
                "Choose few: what people can show after this step. " {format.label()} ": taking part supports levels up to "
                {format.ceiling()} ". A higher level may be intended. It then needs more evidence, and the programme says so."
            </p>
            <Form<SetStepCompetencies>>
                <input type="hidden" name="code" value=programme.code />
                <input type="hidden" name="step" value=step.to_string() />
                <IntendedLevels domains choices none="No part of this step" />
                <Button text="Save the competencies" />
            </Form<SetStepCompetencies>>
        </Page>
    }
    .into_any()
}
