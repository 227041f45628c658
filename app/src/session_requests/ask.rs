//! The form with which a team asks for a session.

use super::api::AskForSession;
use crate::forms::FormScope;
use crate::judgements::NO_PATIENTS;
use crate::ui::{
    Button, Checkboxes, Choice, DateInput, Details, Field, Form, TextInput, TextKind, Textarea,
};
use domain::coverage::views::Heading;
use domain::session_requests::forms::NEED_MOST;
use leptos::prelude::*;

#[component]
pub(super) fn Ask(team: String, competencies: Vec<Heading>) -> impl IntoView {
    let need = Field::new("need", "What does the team need?").hint(format!(
        "What people should be able to do afterwards, and what makes it difficult now. {NO_PATIENTS}"
    ));
    let needed_by = Field::new("needed_by", "By when?").hint("For example, 31 3 2027");
    let people = Field::new("people", "Roughly how many people would come?");
    view! {
        <h2>"Ask for a session"</h2>
        <Form<AskForSession>>
            <input type="hidden" name="team" value=team />
            <Textarea field=need most=NEED_MOST rows=4 />
            <DateInput field=needed_by />
            <TextInput field=people kind=TextKind::Number width=4 />
            <Competencies competencies />
            <Button text="Ask for this session" />
        </Form<AskForSession>>
    }
}

/// Folded away, because a team need not know them; open where some were chosen.
#[component]
fn Competencies(competencies: Vec<Heading>) -> impl IntoView {
    let choices: Vec<Choice> = competencies
        .into_iter()
        .map(|one| Choice::new(one.code.clone(), format!("{} {}", one.code, one.title)))
        .collect();
    let open = FormScope::around().asks("codes[]");
    let field = Field::new("codes[]", "Which competencies is it about? (optional)")
        .hint("Leave them out if you do not know: the educator chooses");
    (!choices.is_empty()).then(|| {
        view! {
            <Details summary="Name competencies" open>
                <Checkboxes field choices />
            </Details>
        }
    })
}
