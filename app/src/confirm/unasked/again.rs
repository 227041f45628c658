//! What falls due to one person, confirmed again in one form on the same evidence.

use super::api::ConfirmAgain;
use crate::judgements::{NO_PATIENTS, evidence_choices, level_named};
use crate::ui::{Button, Checkboxes, Choice, DateInput, Field, Form, Textarea};
use domain::dates::spoken;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::observing::{Observable, ObservableItem};
use leptos::prelude::*;

#[component]
pub(super) fn Again(person: Observable) -> impl IntoView {
    let due: Vec<&ObservableItem> = person.items.iter().filter(|item| item.due).collect();
    if due.is_empty() {
        return None;
    }
    let choices: Vec<Choice> = due.iter().filter_map(|item| choice(item)).collect();
    // None is chosen beforehand: each is somebody's word.
    let codes = Field::new("codes[]", "Which levels do you confirm again?");
    let evidence = Field::new("evidence[]", "What does it rest on?")
        .hint("Any evidence of the last 12 months will do");
    let evidence_on =
        Field::new("evidence_on", "Which day is the evidence from?").value(person.today);
    let note = Field::new("note", "Note (optional)").hint(format!("They read this. {NO_PATIENTS}"));
    Some(view! {
        <h2>"Confirm again"</h2>
        <Form<ConfirmAgain>>
            <input type="hidden" name="person" value=person.person.to_string() />
            <Checkboxes field=codes choices />
            <Checkboxes field=evidence choices=evidence_choices(false).into_iter().map(Choice::without_hint).collect() />
            <DateInput field=evidence_on />
            <Textarea field=note most=NOTE_MOST rows=3 />
            <Button text="Confirm again" />
        </Form<ConfirmAgain>>
    })
}

fn choice(item: &ObservableItem) -> Option<Choice> {
    let (level, due_on) = item.held?;
    let hint = format!("{}, due {}", level_named(level), spoken(due_on));
    Some(Choice::new(&item.code, &item.title).hint(hint))
}
