//! The form: what a step is meant to lead to, competency by competency.

use super::api_draft::{SetStepCompetencies, read_step_competencies};
use super::trail_of_draft;
use crate::address;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{Button, Choice, EmptyState, Field, Form, Page, Select};
use domain::coverage::views::Heading;
use domain::frameworks::Level;
use domain::ids::ProgrammeStepId;
use domain::programmes::StepFormat;
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
    let each = move || {
        let each = domains.into_iter();
        each.map(|(title, lines)| view! { <Domain title lines format /> }).collect_view()
    };
    view! {
        <Page title trail>
            <p>
                "Choose few: what people can show after this step. " {format.label()} ": taking part supports levels up to "
                {format.ceiling()} ". A higher level may be intended. It then needs more evidence, and the programme says so."
            </p>
            <Form<SetStepCompetencies>>
                <input type="hidden" name="code" value=programme.code />
                <input type="hidden" name="step" value=step.to_string() />
                {each()}
                <Button text="Save the competencies" />
            </Form<SetStepCompetencies>>
        </Page>
    }
    .into_any()
}

#[component]
fn Domain(
    title: String,
    lines: Vec<(Heading, Option<Level>)>,
    format: StepFormat,
) -> impl IntoView {
    let levels = || {
        let named = |level| {
            let more = if format.needs_more_for(level) { ", needs more evidence" } else { "" };
            Choice::new(level, format!("{}{more}", level_named(level)))
        };
        Level::ALL.into_iter().map(named).collect()
    };
    let line = |(of, level): (Heading, Option<Level>)| {
        let field = Field::new(format!("level[{}]", of.code), format!("{} {}", of.code, of.title))
            .values(level.map(|level| level.to_string()));
        view! { <Select field choices=levels() none="No part of this step" /> }
    };
    let lines = lines.into_iter().map(line).collect_view();
    view! {
        <h2>{title}</h2>
        {lines}
    }
}
