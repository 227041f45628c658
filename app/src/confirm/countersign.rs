//! A confirmation that one of two has signed: what it rests on, and the second signature.

use super::api::{Countersign, SendSignatureBack, read_signature};
use crate::address;
use crate::evidence::Pieces;
use crate::forms::was_refused;
use crate::judgements::{History, evidence_named, level_named};
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Crumb, Details, Field, Form, Page, SummaryList, SummaryRow, Textarea,
    WarningCallout,
};
use domain::dates::spoken;
use domain::judgements::countersigning::SignatureDetail;
use domain::judgements::forms::NOTE_MOST;
use domain::redactions::Words;
use domain::refusal::Refusal;
use leptos::prelude::*;

#[component]
pub fn CountersignPage() -> impl IntoView {
    let sequence = address::path_part("sequence").parse();
    let signature = async move {
        let sequence = sequence.map_err(|_| Refusal::not_found("this signature"))?;
        read_signature(sequence).await
    };
    load(signature, |detail| view! { <Opened detail /> })
}

#[component]
fn Opened(detail: SignatureDetail) -> impl IntoView {
    let waiting = detail.awaiting.clone();
    let rows = said(&detail);
    let SignatureDetail { statement, items, reads_evidence, history, cannot, .. } = detail;
    let trail = vec![Crumb::new("/", "Home"), Crumb::new("/confirm", "Confirm")];
    let title = format!("{}: {}", waiting.person_name, waiting.competency_title);
    view! {
        <Page title trail>
            <p class="nhsuk-body-s">{format!("{} · {}", waiting.team_name, waiting.competency_code)}</p>
            <p class="nhsuk-lede-text">{statement}</p>
            <p>"This level counts once a second person has signed it. Look at what it rests on, then sign it or send it back."</p>
            <SummaryList rows />
            <Pieces items />
            {(!reads_evidence).then(|| view! {
                <p>"You are told the kinds of evidence. Pieces and files are shown to an assessor who may sign second."</p>
            })}
            <Details summary="History">
                <History lines=history />
            </Details>
            {match cannot {
                Some(cannot) => view! {
                    <WarningCallout heading="You cannot sign it as it stands">
                        <p>{cannot}</p>
                    </WarningCallout>
                }.into_any(),
                None => view! { <Sign sequence=waiting.sequence /> }.into_any(),
            }}
            <Back sequence=waiting.sequence />
        </Page>
    }
}

fn said(detail: &SignatureDetail) -> Vec<SummaryRow> {
    let waiting = &detail.awaiting;
    let seen_on = detail.evidence_on.map(|on| format!(", of {}", spoken(on))).unwrap_or_default();
    let signed = format!("{} on {}", waiting.signed_by, spoken(waiting.signed_on));
    vec![
        SummaryRow::new("Level", level_named(waiting.level)),
        SummaryRow::new("What it means here", detail.meaning.clone()),
        SummaryRow::new("Signed first by", signed),
        SummaryRow::new("Evidence", format!("{}{seen_on}", evidence_named(&detail.evidence))),
        SummaryRow::new(
            "What they wrote",
            detail.note.as_ref().map_or_else(|| "None".to_owned(), Words::to_string),
        ),
        SummaryRow::new("Lapses after", spoken(waiting.lapses_on)),
    ]
}

#[component]
fn Sign(sequence: i64) -> impl IntoView {
    view! {
        <Form<Countersign>>
            <input type="hidden" name="sequence" value=sequence />
            <Button text="Sign this level" />
        </Form<Countersign>>
    }
}

#[component]
fn Back(sequence: i64) -> impl IntoView {
    let refused = was_refused::<SendSignatureBack>();
    let reason = Field::new("reason", "What is missing?").hint("They read this, and can ask again");
    view! {
        <Details summary="Send it back instead" open=refused>
            <Form<SendSignatureBack>>
                <input type="hidden" name="sequence" value=sequence />
                <Textarea field=reason most=NOTE_MOST rows=3 />
                <Button text="Send back" kind=ButtonKind::Secondary />
            </Form<SendSignatureBack>>
        </Details>
    }
}
