//! The form that cancels a session.

use super::api_draft::CancelSession;
use crate::forms::was_refused;
use crate::ui::{Button, ButtonKind, Choice, Details, Field, Form, Radios};
use domain::ids::SessionId;
use domain::sessions::CancelReason;
use leptos::prelude::*;

#[component]
pub(super) fn Cancel(id: SessionId) -> impl IntoView {
    let refused = was_refused::<CancelSession>();
    let choices: Vec<_> =
        CancelReason::ALL.iter().map(|reason| Choice::new(reason.code(), reason.label())).collect();
    let reason = Field::new("reason", "Why does it not take place?")
        .hint("Everybody who opens it reads this");
    view! {
        <Details summary="Cancel this session" open=refused>
            <p>"Every booking ends, and nobody can book it any more. You cannot undo this."</p>
            <Form<CancelSession>>
                <input type="hidden" name="id" value=id.to_string() />
                <Radios field=reason choices />
                <Button text="Cancel this session" kind=ButtonKind::Warning />
            </Form<CancelSession>>
        </Details>
    }
}
