//! The forms: a register is closed, and opened again.

use crate::forms::was_refused;
use crate::sessions::api_register::{CloseRegister, ReopenRegister};
use crate::ui::{Button, ButtonKind, Choice, Details, Field, Form, Radios};
use domain::ids::SessionId;
use domain::sessions::SessionState;
use domain::sessions::register::{Correction, may_close};
use leptos::prelude::*;

/// The button, or what stands between the register and it.
#[component]
pub(super) fn Close(id: SessionId, state: SessionState, unsaid: usize) -> impl IntoView {
    let close = match may_close(state, unsaid) {
        Err(why) => view! { <p>{why.to_string()}</p> }.into_any(),
        Ok(()) => view! {
            <p>
                "Look it through first. Once it is closed, coming is evidence in the record of each colleague who came, and "
                "asks them to assess themselves again. It confirms no level. You can open it again, and then say why."
            </p>
            <Form<CloseRegister>>
                <input type="hidden" name="id" value=id.to_string() />
                <Button text="Close the register" />
            </Form<CloseRegister>>
        }
        .into_any(),
    };
    view! {
        <h2>"Close the register"</h2>
        {close}
    }
}

#[component]
pub(super) fn Reopen(id: SessionId) -> impl IntoView {
    let open = was_refused::<ReopenRegister>();
    let choices: Vec<_> =
        Correction::ALL.iter().map(|why| Choice::new(why.code(), why.label())).collect();
    let reason = Field::new("reason", "Why do you open it again?")
        .hint("It stands beside each change from now on, and what stood there before is kept");
    view! {
        <Details summary="Open the register again" open>
            <Form<ReopenRegister>>
                <input type="hidden" name="id" value=id.to_string() />
                <Radios field=reason choices />
                <Button text="Open the register again" kind=ButtonKind::Secondary />
            </Form<ReopenRegister>>
        </Details>
    }
}
