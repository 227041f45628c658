//! The form that cancels a session.

use super::api_draft::CancelSession;
use crate::forms::was_refused;
use crate::ui::{Button, ButtonKind, Choice, Details, Field, Form, Radios};
use domain::ids::SessionId;
use domain::sessions::CancelReason;
use leptos::prelude::*;

#[component]
pub(super) fn Cancel(
    id: SessionId,
    /// Nobody has booked it, and only those who plan it have seen it.
    is_draft: bool,
) -> impl IntoView {
    let refused = was_refused::<CancelSession>();
    let choices: Vec<_> =
        CancelReason::ALL.iter().map(|reason| Choice::new(reason.code(), reason.label())).collect();
    let reason = Field::new("reason", "Why does it not take place?");
    let (summary, told, reason) = match is_draft {
        true => (
            "Cancel this draft",
            "Nobody can book it yet, and nobody is told. You cannot undo this.",
            reason,
        ),
        false => (
            "Cancel this session",
            "Every booking ends, and nobody can book it any more. You cannot undo this.",
            reason.hint("Everybody who opens it reads this"),
        ),
    };
    view! {
        <Details summary open=refused>
            <p>{told}</p>
            <Form<CancelSession>>
                <input type="hidden" name="id" value=id.to_string() />
                <Radios field=reason choices />
                <Button text=summary kind=ButtonKind::Warning />
            </Form<CancelSession>>
        </Details>
    }
}
