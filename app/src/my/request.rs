//! Asking for confirmation, and the request that is open.

use super::api::{AskForConfirmation, WithdrawRequest};
use crate::forms::was_refused;
use crate::judgements::{NO_PATIENTS, evidence_choices, level_choices};
use crate::ui::{
    Button, ButtonKind, Checkboxes, Choice, Details, Field, Form, InsetText, Radios, Select,
    Textarea,
};
use domain::dates::spoken;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::views::RecordDetail;
use domain::standing::{Requested, Signed};
use leptos::prelude::*;

/// The open request, or the form to make one.
#[component]
pub(super) fn Confirmation(detail: RecordDetail) -> impl IntoView {
    let refused = was_refused::<AskForConfirmation>();
    let signed = detail.line.standing.signed;
    match detail.line.standing.requested {
        None if signed.is_some() => signed.map(|signed| view! { <HalfSigned signed /> }).into_any(),
        Some(request) => view! { <Open request code=detail.line.code /> }.into_any(),
        None => view! {
            <p>{explained(&detail)}</p>
            <Details summary="Ask for confirmation" open=refused>
                <AskForm detail />
            </Details>
        }
        .into_any(),
    }
}

/// What asking would do for somebody who stands here.
fn explained(detail: &RecordDetail) -> &'static str {
    match detail.line.confirmed() {
        None => {
            "Someone who holds this competency can confirm your level. Until then it counts as self-assessed."
        }
        Some(_) => {
            "Ask again when your confirmation is due soon or has expired, or to have another level confirmed."
        }
    }
}

/// What an assessor signed without having been asked.
#[component]
fn HalfSigned(signed: Signed) -> impl IntoView {
    let Signed { level, signed_on, .. } = signed;
    view! {
        <InsetText>
            <p>
                {format!("An assessor signed level {level} on {}. It counts once somebody else has signed it too.", spoken(signed_on))}
                {format!(" If nobody does, it lapses after {}.", spoken(signed.lapses_on()))}
            </p>
        </InsetText>
    }
}

#[component]
fn Open(request: Requested, code: String) -> impl IntoView {
    let level = request.level;
    view! {
        <InsetText>
            <p>
                {format!("You asked for level {level} on {}.", spoken(request.asked_on))}
                {format!(" If nobody answers, the request lapses after {}.", spoken(request.lapses_on()))}
            </p>
        </InsetText>
        <Form<WithdrawRequest>>
            <input type="hidden" name="code" value=code />
            <Button text="Withdraw my request" kind=ButtonKind::Secondary />
        </Form<WithdrawRequest>>
    }
}

#[component]
fn AskForm(detail: RecordDetail) -> impl IntoView {
    let asked = detail.line.asked.map(|asked| asked.level);
    let level = Field::new("level", "Which level should be confirmed?");
    let level = match asked.or(detail.line.standing.self_level) {
        Some(asked) => level.value(asked),
        None => level,
    };
    let evidence = Field::new("evidence", "What shows that you can do this?");
    let evidence = evidence.hint("Choose the strongest. Your assessor may add to it.");
    let note = Field::new("note", "Describe it in a sentence")
        .hint(format!("Say what you did, where and when. {NO_PATIENTS}"));
    let reflects = detail.history.iter().any(|line| line.reflection.is_some());
    view! {
        <Form<AskForConfirmation>>
            <input type="hidden" name="code" value=detail.line.code />
            <Radios field=level choices=level_choices(&detail.descriptors, asked.map(|level| (level, "asked of you"))) />
            <Radios field=evidence choices=evidence_choices(detail.rare_event) />
            <Textarea field=note most=NOTE_MOST rows=3 />
            <AskWhom assessors=detail.assessors />
            <Attach reflects />
            <Button text="Ask for confirmation" />
        </Form<AskForConfirmation>>
    }
}

#[component]
fn AskWhom(assessors: Vec<domain::judgements::views::Choice>) -> impl IntoView {
    if assessors.is_empty() {
        return view! {
            <input type="hidden" name="of" value="" />
            <p>"Your request goes to every assessor for your team."</p>
        }
        .into_any();
    }
    let choices =
        assessors.into_iter().map(|assessor| Choice::new(assessor.value, assessor.label)).collect();
    let field = Field::new("of", "Who should confirm it?")
        .hint("These people hold the competency themselves and assess your team");
    view! { <Select field choices none="Any assessor for my team" /> }.into_any()
}

/// Nothing to attach, nothing to ask.
#[component]
fn Attach(reflects: bool) -> impl IntoView {
    if !reflects {
        return view! { <input type="hidden" name="attach_reflection" value="" /> }.into_any();
    }
    let show = Choice::new("yes", "Show my latest reflection to the assessor")
        .hint("Only while the request is open");
    view! { <Checkboxes field=Field::new("attach_reflection", "Your reflection") choices=vec![show] /> }.into_any()
}
