//! The decision on a request: confirm a level, or send it back and say what is missing.

use super::api::{ConfirmLevel, SendBack};
use crate::forms::was_refused;
use crate::judgements::{NO_PATIENTS, evidence_choices, level_choices};
use crate::ui::{
    Button, ButtonKind, Checkboxes, DateInput, Details, Field, Form, Radios, Textarea,
};
use domain::judgements::confirming::OBSERVED_WITHIN_DAYS;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::views::RequestDetail;
use leptos::prelude::*;

#[component]
pub(super) fn Decide(detail: RequestDetail) -> impl IntoView {
    let sequence = detail.request.sequence;
    let refused = was_refused::<SendBack>();
    view! {
        <h2>"Confirm"</h2>
        <Confirm detail />
        <Details summary="Send it back instead" open=refused>
            <Form<SendBack>>
                <input type="hidden" name="sequence" value=sequence />
                <Textarea
                    field=Field::new("reason", "What is missing?").hint("They read this, and can ask again")
                    most=NOTE_MOST
                    rows=3
                />
                <Button text="Send back" kind=ButtonKind::Secondary />
            </Form<SendBack>>
        </Details>
    }
}

#[component]
fn Confirm(detail: RequestDetail) -> impl IntoView {
    let request = detail.request;
    let asked = Some((request.level, "asked for"));
    let evidence: Vec<_> = detail.evidence.iter().map(|kind| kind.code().to_owned()).collect();
    let level = Field::new("level", "Which level do you confirm?")
        .hint("It may be another than the one asked for")
        .value(request.level);
    let rests_on = Field::new("evidence[]", "What does it rest on?")
        .hint("Choose all that you have seen yourself or checked")
        .values(evidence);
    let made_on = Field::new("made_on", "Which day did you see it?")
        .hint(format!(
            "Today, unless you observed it yourself: then up to {OBSERVED_WITHIN_DAYS} days ago"
        ))
        .value(detail.today);
    let note = Field::new("note", "Note (optional)").hint(format!("They read this. {NO_PATIENTS}"));
    view! {
        <Form<ConfirmLevel>>
            <input type="hidden" name="sequence" value=request.sequence />
            <Radios field=level choices=level_choices(&detail.descriptors, asked) />
            <Checkboxes field=rests_on choices=evidence_choices(detail.rare_event) />
            <DateInput field=made_on />
            <Textarea field=note most=NOTE_MOST rows=3 />
            <Button text="Confirm this level" />
        </Form<ConfirmLevel>>
    }
}
