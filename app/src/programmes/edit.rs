//! One programme, to be changed: its steps in their order, and its end.

use super::api_draft::{EndProgramme, MoveStep, programme_to_edit};
use super::list::StageTag;
use super::step::format_and_time;
use super::{address_of, trail};
use crate::address;
use crate::judgements::level_named;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, DateInput, EmptyState, Field, Form, Page, SummaryList, SummaryRow,
};
use domain::programmes::forms::Move;
use domain::programmes::views::{OutcomeLine, ProgrammeDetail, StepDetail, runs_words};
use leptos::prelude::*;

#[component]
pub fn EditProgrammePage() -> impl IntoView {
    load(programme_to_edit(address::path_part("code")), |detail| view! { <Edit detail /> })
}

#[component]
fn Edit(detail: ProgrammeDetail) -> impl IntoView {
    let at = address_of(&detail.programme.code);
    let trail = trail(&detail.programme);
    let (stage, code) = (detail.stage, detail.programme.code.clone());
    let change = format!("{at}/change");
    let rows = vec![
        SummaryRow::new("Title", detail.programme.title.clone()).change_at(change.clone()),
        SummaryRow::new("For", detail.audience.words()).change_at(change.clone()),
        SummaryRow::new("Runs", runs_words(detail.runs)).change_at(change),
    ];
    view! {
        <Page title=format!("Change: {}", detail.programme.title) trail>
            <p>
                <StageTag stage />
            </p>
            <SummaryList rows />
            <h2>"Steps"</h2>
            <Steps code=code.clone() steps=detail.steps />
            <p>
                <a class="nhsuk-button" href=format!("{at}/steps/new") role="button">
                    "Add a step"
                </a>
            </p>
            <h2>"End this programme"</h2>
            <p>"After its last day it stays readable, and what was confirmed stays in everybody’s record."</p>
            <Form<EndProgramme>>
                <input type="hidden" name="code" value=code />
                <DateInput field=Field::new("ends_on", "Last day") />
                <Button text="End this programme" kind=ButtonKind::Secondary />
            </Form<EndProgramme>>
        </Page>
    }
}

#[component]
fn Steps(code: String, steps: Vec<StepDetail>) -> impl IntoView {
    if steps.is_empty() {
        return view! {
            <EmptyState heading="There are no steps yet">
                <p>"Add the first one. A step is a session, something to read or e-learning, and builds competencies."</p>
            </EmptyState>
        }
        .into_any();
    }
    let many = steps.len();
    let steps = (1..).zip(steps).map(|(number, step)| {
        let place = Place { code: code.clone(), number, many };
        view! { <Step place step /> }
    });
    steps.collect_view().into_any()
}

/// Where a step stands.
#[derive(Clone)]
struct Place {
    code: String,
    /// Counted from 1.
    number: usize,
    many: usize,
}

#[component]
fn Step(place: Place, step: StepDetail) -> impl IntoView {
    let at = format!("{}/steps/{}", address_of(&place.code), step.id);
    let (number, title, id) = (place.number, step.title.clone(), step.id.to_string());
    let builds: Vec<String> = step.outcomes.iter().map(builds).collect();
    let builds = match builds.is_empty() {
        true => "No competencies yet: it does not count in anybody’s progress.".to_owned(),
        false => format!("Builds {}.", builds.join("; ")),
    };
    let about = || view! { <span class="nhsuk-u-visually-hidden">": " {title.clone()}</span> };
    view! {
        <section class="nhsuk-u-margin-bottom-6">
            <h3>{format!("{number}. {}", step.title)}</h3>
            <p class="nhsuk-body-s">{format_and_time(&step)}</p>
            <p>{builds}</p>
            <p>
                <a href=at.clone()>"Change or remove" {about()}</a>
                " · "
                <a href=format!("{at}/competencies")>"Competencies" {about()}</a>
            </p>
            <Moves place id title=title.clone() />
        </section>
    }
}

/// `RSK-1 at 3 Practises with support (needs more evidence)`.
fn builds(outcome: &OutcomeLine) -> String {
    let more = if outcome.needs_more { " (needs more evidence)" } else { "" };
    format!("{} at {}{more}", outcome.competency.code, level_named(outcome.level))
}

/// A button for each place that a step can take.
#[component]
fn Moves(place: Place, id: String, title: String) -> impl IntoView {
    let moves = [(Move::Up, place.number > 1), (Move::Down, place.number < place.many)];
    let buttons = moves.into_iter().filter(|(_, open)| *open).map(|(to, _)| {
        let (code, id, title) = (place.code.clone(), id.clone(), title.clone());
        view! {
            <Form<MoveStep> about=format!("{id}-{to}")>
                <input type="hidden" name="code" value=code />
                <input type="hidden" name="step" value=id />
                <input type="hidden" name="to" value=to.code() />
                <Button text=to.label() kind=ButtonKind::Secondary about=title />
            </Form<MoveStep>>
        }
    });
    view! { <div class="row-of-buttons">{buttons.collect_view()}</div> }
}
