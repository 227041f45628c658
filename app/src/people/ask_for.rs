//! Asking for confirmation on somebody's behalf, in the asker's own words.

use super::api::AskForSomebody;
use crate::forms::was_refused;
use crate::judgements::{NO_PATIENTS, NobodyYet, evidence_choices, level_choices};
use crate::ui::{Button, ButtonKind, Choice, Details, Field, Form, Radios, Select, Textarea};
use domain::ids::PersonId;
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::views::{self, RecordDetail};
use leptos::prelude::*;

/// Folded away: most managers only read here.
#[component]
pub(super) fn AskForThem(
    id: PersonId,
    detail: RecordDetail,
    assessors: Vec<views::Choice>,
) -> impl IntoView {
    let refused = was_refused::<AskForSomebody>();
    view! {
        <Details summary="Ask for confirmation on their behalf" open=refused>
            <p>
                "An assessor reads what you write, and nothing of their own evidence or reflections. They see that you asked, "
                "and may withdraw the request."
            </p>
            <Asking id detail assessors />
        </Details>
    }
}

#[component]
fn Asking(id: PersonId, detail: RecordDetail, assessors: Vec<views::Choice>) -> impl IntoView {
    let asked = detail.line.asked.map(|asked| asked.level);
    let level = Field::new("level", "Which level should be confirmed?");
    let level = match asked {
        Some(asked) => level.value(asked),
        None => level,
    };
    let levels = level_choices(&detail.descriptors, asked.map(|level| (level, "asked of them")));
    let evidence = Field::new("evidence", "What shows that they can do this?")
        .hint("Choose the strongest that you know of. The assessor may add to it.");
    let note = Field::new("note", "Describe it in a sentence")
        .hint(format!("Say what you know, where and when. They read this too. {NO_PATIENTS}"));
    view! {
        <Form<AskForSomebody>>
            <input type="hidden" name="person" value=id.to_string() />
            <input type="hidden" name="code" value=detail.line.code />
            <Radios field=level choices=levels />
            <Radios field=evidence choices=evidence_choices(detail.rare_event) />
            <Textarea field=note most=NOTE_MOST rows=3 />
            <OfWhom assessors />
            <Button text="Ask for confirmation" kind=ButtonKind::Secondary />
        </Form<AskForSomebody>>
    }
}

#[component]
fn OfWhom(assessors: Vec<views::Choice>) -> impl IntoView {
    if assessors.is_empty() {
        return view! { <NobodyYet whose="their" /> }.into_any();
    }
    let choices = assessors.into_iter().map(|one| Choice::new(one.value, one.label)).collect();
    let field = Field::new("of", "Who should confirm it?")
        .hint("These people assess their team and may confirm this");
    view! { <Select field choices none="Any assessor for their team" /> }.into_any()
}
