//! What the forms of a piece of evidence ask.

use crate::judgements::{NO_PATIENTS, evidence_choices};
use crate::ui::{Checkboxes, Choice, DateInput, Field, Radios, TextInput, TextKind, Textarea};
use domain::evidence::forms::WHAT_MOST;
use domain::evidence::links::Link;
use domain::evidence::views::{EvidenceForm, EvidenceLine};
use domain::redactions::Words;
use leptos::prelude::*;

#[component]
pub(super) fn EvidenceFields(
    form: EvidenceForm,
    /// The competencies that stand ticked before anything is chosen.
    about: Vec<String>,
) -> impl IntoView {
    let line = form.line;
    let kind = Field::new("kind", "What kind of evidence is it?");
    let what = Field::new("what", "What did you do?").hint(format!(
        "Say what it was, where and what you took from it. Only you see this, and the assessor of a request you attach it \
         to. {NO_PATIENTS}"
    ));
    let happened_on = Field::new("happened_on", "When was it?").hint("For example, 4 5 2026");
    let link = Field::new("link", "Link (optional)")
        .hint("The address of a certificate or a course page. It starts with https://");
    view! {
        <Radios field=known(kind, line.as_ref(), |line| line.kind.code().to_owned()) choices=evidence_choices(false) />
        <DateInput field=happened_on.value(line.as_ref().map_or(form.today, |line| line.happened_on)) />
        <Textarea field=known(what, line.as_ref(), |line| written(&line.what)) most=WHAT_MOST rows=6 />
        <TextInput field=known(link, line.as_ref(), |line| address(line.link.as_ref())) />
        <Time line />
        <About competencies=form.competencies about />
    }
}

/// The field with what is known of a piece that is there already.
fn known(field: Field, line: Option<&EvidenceLine>, of: impl Fn(&EvidenceLine) -> String) -> Field {
    match line {
        Some(line) => field.value(of(line)),
        None => field,
    }
}

/// What was redacted is nobody's words any more: the box stands empty.
fn written(what: &Words) -> String {
    match what {
        Words::Written(text) => text.clone(),
        Words::Redacted(_) => String::new(),
    }
}

fn address(link: Option<&Link>) -> String {
    link.map(Link::address).unwrap_or_default().to_owned()
}

/// Time that counts as continuing professional development.
#[component]
fn Time(line: Option<EvidenceLine>) -> impl IntoView {
    let minutes = line.as_ref().and_then(|line| line.minutes);
    let part = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    let hours = Field::new("hours", "Hours it took (optional)")
        .hint("Time that counts towards your continuing professional development")
        .value(part(minutes.map(|m| m / 60)));
    let rest = Field::new("minutes", "Minutes").value(part(minutes.map(|m| m % 60)));
    let together = Choice::new("yes", "It was participatory")
        .hint("You learnt together with others, for example in a session or a group");
    let participatory = Field::new("participatory", "Did you learn with others?")
        .value(if line.is_some_and(|line| line.participatory) { "yes" } else { "" });
    view! {
        <TextInput field=hours kind=TextKind::Number width=3 />
        <TextInput field=rest kind=TextKind::Number width=3 />
        <Checkboxes field=participatory choices=vec![together] />
    }
}

#[component]
fn About(
    competencies: Vec<domain::judgements::views::Choice>,
    about: Vec<String>,
) -> impl IntoView {
    let choices: Vec<_> =
        competencies.into_iter().map(|known| Choice::new(known.value, known.label)).collect();
    let field = Field::new("about[]", "What is it about? (optional)")
        .hint("Choose all that it shows. You can then attach it to a request in any of them")
        .values(about);
    (!choices.is_empty()).then(|| view! { <Checkboxes field choices /> })
}
