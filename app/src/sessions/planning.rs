//! The forms: a session, planned one decision a page; then its answers, to be checked.

use super::api_plan::{DraftPlannedSession, KeepSessionStep, session_plan};
use super::fields::{ForWhom, Place, Seats, What, When};
use super::times::TIME_CAN_WAIT;
use crate::address;
use crate::forms::FormScope;
use crate::load::load;
use crate::ui::{Button, Crumb, Form, Page, SummaryList, SummaryRow};
use domain::sessions::planning::{Answer, Plan, Step};
use domain::sessions::views::SessionForm;
use leptos::prelude::*;

/// Where it begins.
pub(super) const FIRST_STEP: &str = "/sessions/plan/what";

/// The address of one page; that of all answers where none is named.
pub(super) fn page_of(step: Option<Step>) -> String {
    let answers = "/sessions/plan";
    step.map_or_else(|| answers.to_owned(), |step| format!("{answers}/{step}"))
}

fn above() -> Vec<Crumb> {
    vec![Crumb::new("/", "Home"), Crumb::new("/sessions", "Sessions")]
}

/// One decision.
#[component]
pub fn PlanStepPage() -> impl IntoView {
    let step = address::id_part::<Step>("step");
    let found = async move { Ok((step?, session_plan().await?)) };
    load(found, |(step, plan)| {
        let (number, first) = (step.number(), step == Step::What);
        let begun = !plan.answered.is_empty();
        view! {
            <Page title=step.label() trail=above()>
                <p>{format!("Page {number} of {}", Step::ALL.len())}</p>
                {first.then(|| view! { <OtherWays /> })}
                <Form<KeepSessionStep>>
                    <input type="hidden" name="step" value=step.code() />
                    <Asked step form=plan.form />
                    <Button text="Save and continue" />
                </Form<KeepSessionStep>>
                {begun.then(|| view! {
                    <p>
                        <a href=page_of(None)>"Your answers so far"</a>
                    </p>
                })}
            </Page>
        }
    })
}

/// How it goes from here, and what else there is.
#[component]
fn OtherWays() -> impl IntoView {
    view! {
        <p>
            "Each page is kept when you save it, so you can stop and come back. At the end you check your answers and make a draft, "
            "which nobody can book. Then you say who leads it and what it builds, and schedule it."
        </p>
        <p>
            <a href="/sessions/new?one_page=yes">"Plan it on one page"</a>
            ", or from a template"
        </p>
        <p>
            "Has it already taken place? "
            <a href="/sessions/record">"Record a session that has taken place"</a>
        </p>
    }
}

/// The part of the one form that the page asks.
#[component]
fn Asked(step: Step, form: SessionForm) -> impl IntoView {
    let SessionForm { fields, places, everybody, .. } = form;
    match step {
        Step::What => view! { <What fields /> }.into_any(),
        Step::When => view! {
            <p>{TIME_CAN_WAIT}</p>
            <When fields />
        }
        .into_any(),
        Step::Where => view! { <Place venue=fields.venue link=fields.link /> }.into_any(),
        Step::ForWhom => view! { <ForWhom held_for=fields.held_for places everybody /> }.into_any(),
        Step::Seats => view! { <Seats fields /> }.into_any(),
    }
}

/// Every answer, each with the way back to its page.
#[component]
pub fn CheckPlanPage() -> impl IntoView {
    load(session_plan(), |plan| {
        let left = plan.unanswered().map(|step| page_of(Some(step)));
        let becomes = plan.becomes.map(|id| id.to_string());
        view! {
            <Page title="Check your answers" trail=above()>
                <p>"Nobody can book the draft, and you can still change it."</p>
                {left.map(|href| view! {
                    <p>
                        <a href=href>"Go on with what is not answered yet"</a>
                    </p>
                })}
                <Form<DraftPlannedSession>>
                    {becomes.map(|id| view! { <input type="hidden" name="becomes" value=id /> })}
                    <Answers plan />
                    <Button text="Make the draft" />
                </Form<DraftPlannedSession>>
            </Page>
        }
    })
}

#[component]
fn Answers(plan: Plan) -> impl IntoView {
    let scope = FormScope::around();
    let row = |Answer { step, field, label, words }| {
        let words = scope.error(field).unwrap_or(words);
        SummaryRow::new(label, words).change_at(page_of(Some(step))).told_as(scope.id(field))
    };
    view! { <SummaryList rows=plan.answers().into_iter().map(row).collect() /> }
}
