//! The form of my own level in a competency, with what only I see: a reflection and how confident I am.

use super::api::SelfAssess;
use crate::forms::was_refused;
use crate::judgements::{NO_PATIENTS, level_choices};
use crate::ui::{Button, Choice, Details, Field, Form, Radios, Textarea};
use domain::judgements::forms::{CONFIDENCE, REFLECTION_MOST};
use domain::judgements::views::RecordDetail;
use leptos::prelude::*;

#[component]
pub(super) fn AssessForm(detail: RecordDetail) -> impl IntoView {
    let asked = detail.line.asked.map(|asked| (asked.level, "asked of you"));
    let level = Field::new("level", "Which level describes you best?");
    let level = match detail.line.standing.self_level {
        Some(own) => level.value(own),
        None => level,
    };
    let reflection = Field::new("reflection", "Reflection (optional)")
        .hint(format!("Only you see this, unless you attach it to a request. {NO_PATIENTS}"));
    let reopened = was_refused::<SelfAssess>();
    view! {
        <Form<SelfAssess>>
            <input type="hidden" name="code" value=detail.line.code />
            <Radios field=level choices=level_choices(&detail.descriptors, asked) />
            <Details summary="Add a reflection" open=reopened>
                <Textarea field=reflection most=REFLECTION_MOST />
                <Confidence />
            </Details>
            <Button text="Save my level" />
        </Form<SelfAssess>>
    }
}

#[component]
fn Confidence() -> impl IntoView {
    let choices = (1..).zip(CONFIDENCE).map(|(number, words)| Choice::new(number, words)).collect();
    let field = Field::new("confidence", "How confident are you? (optional)");
    view! { <Radios field=field.hint("Only you see this") choices /> }
}
