//! One step as pages show it: what happens, what it is meant to lead to, and where I stand.

use crate::judgements::{IntendedLevel, StatusTag, level_named};
use crate::sessions::how_full;
use crate::ui::{Colour, StackedTable, Tag};
use domain::dates::spoken_minutes;
use domain::programmes::progress::StepState;
use domain::programmes::taken::Taking;
use domain::programmes::views::{OutcomeLine, OwnOutcome, StepDetail};
use domain::sessions::views::SessionLine;
use leptos::prelude::*;

/// The format and the time: `Workshop, 1 hour 30 minutes`.
pub(super) fn format_and_time(step: &StepDetail) -> String {
    format!("{}, {}", step.format.label(), spoken_minutes(step.minutes))
}

/// The step with its place in the programme, counted from 1; for whoever takes it, with where they stand.
#[component]
pub(super) fn Step(
    number: usize,
    step: StepDetail,
    /// Whether the reader can plan a session of it.
    may_plan: bool,
) -> impl IntoView {
    let time = format_and_time(&step);
    let StepDetail {
        id, title, what_happens, outcomes, state, format, taken, next_session, ..
    } = step;
    let plans = may_plan && format.session().is_some();
    let about = title.clone();
    view! {
        <section>
            <h3>{format!("{number}. {title}")} {state.map(|state| view! { " " <StateTag state /> })}</h3>
            <p class="nhsuk-body-s">{time}</p>
            <p class="kept-lines">{what_happens}</p>
            <Taken taken />
            <NextSession session=next_session />
            {plans.then(|| view! {
                <p>
                    <a href=format!("/sessions/new?step={id}")>
                        "Plan a session of this step" <span class="nhsuk-u-visually-hidden">": " {about}</span>
                    </a>
                </p>
            })}
            <Outcomes outcomes title />
        </section>
    }
}

/// That the reader came to a session that ran the step; nothing where they did not.
#[component]
pub(super) fn Taken(taken: Option<Taking>) -> impl IntoView {
    let words = match taken? {
        Taking::Attended => {
            "You attended this step. It is done once its competencies are confirmed."
        }
        Taking::Begun => "You came to a part of this step. You can come again.",
    };
    Some(view! { <p>{words}</p> })
}

/// The next session that runs the step, with the reader's booking or the way to one; nothing where none is open to them.
#[component]
pub(super) fn NextSession(session: Option<SessionLine>) -> impl IntoView {
    let SessionLine { id, slot, place, free, capacity, waiting, own, .. } = session?;
    let seats = match own {
        Some(own) if !own.is_over() => own.label().to_owned(),
        _ => how_full(capacity, free, waiting),
    };
    Some(view! {
        <p>
            "Next session: " <a href=format!("/sessions/{id}")>{slot.words()}</a> {format!(", {place}. {seats}.")}
        </p>
    })
}

/// Where somebody stands in a step, in a word or two.
#[component]
pub(super) fn StateTag(state: StepState) -> impl IntoView {
    let colour = match state {
        StepState::Done => Colour::Green,
        StepState::ToDo => Colour::Blue,
        StepState::NothingAsked => Colour::White,
    };
    view! { <Tag text=state.label() colour /> }
}

/// The competencies of a step.
#[component]
pub(super) fn Outcomes(
    outcomes: Vec<OutcomeLine>,
    /// The step's.
    title: String,
) -> impl IntoView {
    if outcomes.is_empty() {
        return view! {
            <p>"No competencies belong to this step yet, so it does not count in anybody’s progress."</p>
        }
        .into_any();
    }
    let own = outcomes.iter().any(|outcome| outcome.own.is_some());
    let mut head = vec!["Competency", "Intended level"];
    head.extend(own.then_some("Where you stand"));
    let rows = outcomes.into_iter().map(cells).collect();
    view! { <StackedTable caption=format!("What “{title}” builds") head rows /> }.into_any()
}

fn cells(outcome: OutcomeLine) -> Vec<AnyView> {
    let OutcomeLine { competency, level, needs_more, own } = outcome;
    let name = format!("{} {}", competency.code, competency.title);
    let name = match own {
        Some(_) => {
            view! { <a href=format!("/my/competencies/{}", competency.code)>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let mut cells = vec![name, view! { <IntendedLevel level needs_more /> }.into_any()];
    cells.extend(own.map(|own| view! { <Own own /> }.into_any()));
    cells
}

#[component]
fn Own(own: OwnOutcome) -> impl IntoView {
    let assessed = own.self_level.map_or_else(
        || "You have not assessed yourself".to_owned(),
        |level| format!("Your own level: {}", level_named(level)),
    );
    let pieces = match own.pieces {
        0 => "No evidence since the programme began".to_owned(),
        1 => "1 piece of evidence since the programme began".to_owned(),
        pieces => format!("{pieces} pieces of evidence since the programme began"),
    };
    view! {
        <StatusTag status=own.status />
        <br />
        <span class="nhsuk-body-s">{assessed}</span>
        <br />
        <span class="nhsuk-body-s">{pieces}</span>
    }
}
