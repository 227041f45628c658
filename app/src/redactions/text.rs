//! One free text with its words: to propose that it is blanked, or to decide what somebody else proposed.

use super::api::{DecideRedaction, ProposeRedaction, redaction_text};
use crate::address;
use crate::load::load;
use crate::ui::{
    Button, ButtonKind, Crumb, Field, Form, InsetText, Page, SummaryList, SummaryRow, Textarea,
};
use domain::dates::{spoken, spoken_moment};
use domain::judgements::forms::NOTE_MOST;
use domain::redactions::views::{OpenText, Proposal, TextLine};
use domain::redactions::{TextKind, Words};
use leptos::prelude::*;

#[component]
pub fn RedactionTextPage() -> impl IntoView {
    let (kind, row) = (address::id_part("kind"), address::path_part("row"));
    load(async move { redaction_text(kind?, row).await }, |text| view! { <Opened text /> })
}

#[component]
fn Opened(text: OpenText) -> impl IntoView {
    let OpenText { line, person, whose, words, copies, proposal } = text;
    let mut trail = vec![Crumb::new("/redactions", "Redactions")];
    if let Some(person) = person {
        trail.push(Crumb::new(format!("/redactions/people/{person}"), whose.clone()));
    }
    let is_file = line.kind == TextKind::EvidenceFile;
    let act = match (&words, proposal) {
        (Words::Redacted(_), _) => ().into_any(),
        (Words::Written(_), Some(proposal)) => view! { <Decide proposal /> }.into_any(),
        (Words::Written(_), None) => view! { <Propose line=line.clone() /> }.into_any(),
    };
    view! {
        <Page title=line.kind.of(&whose) trail>
            <SummaryList rows=facts(&line) />
            <InsetText>
                <p class="kept-lines">{words.to_string()}</p>
            </InsetText>
            {is_file.then(|| view! {
                <p>"This is what the file is called. It is opened by nobody but its owner and their assessor; the name and "
                "everything in it go together."</p>
            })}
            {(copies > 0).then(|| view! { <p>{also(copies)}</p> })}
            {act}
        </Page>
    }
}

fn facts(line: &TextLine) -> Vec<SummaryRow> {
    let by = line.by.clone().unwrap_or_else(|| "Not on record".to_owned());
    let holds = line.may_hold.clone().unwrap_or_else(|| "Nothing was found".to_owned());
    vec![
        SummaryRow::new("Written beside", line.beside.clone()),
        SummaryRow::new("Day", spoken(line.made_on)),
        SummaryRow::new("By", by),
        SummaryRow::new("May hold", holds),
    ]
}

fn also(copies: usize) -> String {
    let places = if copies == 1 { "1 other place" } else { &format!("{copies} other places") };
    format!("The same words were written in {places} at once. They are blanked together.")
}

#[component]
fn Propose(line: TextLine) -> impl IntoView {
    let reason = Field::new("reason", "Why does it have to go?")
        .hint("Say what kind of thing it holds, not what it says. It is kept, and read by whoever decides.");
    view! {
        <h2>"Propose to redact it"</h2>
        <Form<ProposeRedaction>>
            <input type="hidden" name="kind" value=line.kind.code() />
            <input type="hidden" name="row" value=line.row />
            <Textarea field=reason most=NOTE_MOST rows=3 />
            <Button text="Propose" />
        </Form<ProposeRedaction>>
    }
}

#[component]
fn Decide(proposal: Proposal) -> impl IntoView {
    let Proposal { id, reason, proposed_by, proposed_at, mine } = proposal;
    let told = format!("Proposed by {proposed_by} on {}: “{reason}”", spoken_moment(proposed_at));
    let decision = if mine {
        view! { <p>"Somebody else in information governance must decide."</p> }.into_any()
    } else {
        view! {
            <p>"If you agree, the words are gone for everybody and cannot be brought back."</p>
            <div class="row-of-buttons">
                <Answer id=id.to_string() agreed="yes" />
                <Answer id=id.to_string() agreed="no" />
            </div>
        }
        .into_any()
    };
    view! {
        <h2>"Proposed redaction"</h2>
        <p>{told}</p>
        {decision}
    }
}

#[component]
fn Answer(id: String, agreed: &'static str) -> impl IntoView {
    let (text, kind) = match agreed {
        "yes" => ("Agree and redact", ButtonKind::Warning),
        _ => ("Decline", ButtonKind::Secondary),
    };
    view! {
        <Form<DecideRedaction> about=agreed>
            <input type="hidden" name="redaction" value=id />
            <input type="hidden" name="agreed" value=agreed />
            <Button text kind />
        </Form<DecideRedaction>>
    }
}
