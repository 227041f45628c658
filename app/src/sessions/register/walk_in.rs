//! The form: somebody came without a seat.

use crate::forms::was_refused;
use crate::sessions::api_register::AddWalkIn;
use crate::ui::{Button, ButtonKind, Details, Field, Form, TextInput};
use domain::ids::SessionId;
use leptos::prelude::*;

#[component]
pub(super) fn WalkIn(id: SessionId) -> impl IntoView {
    let open = was_refused::<AddWalkIn>();
    view! {
        <Details summary="Add somebody who walked in" open>
            <p>"They count as arrived, even when there are more people than seats."</p>
            <Form<AddWalkIn>>
                <input type="hidden" name="id" value=id.to_string() />
                <Who />
                <Button text="Add to the register" kind=ButtonKind::Secondary />
            </Form<AddWalkIn>>
        </Details>
    }
}

#[component]
fn Who() -> impl IntoView {
    let colleague = Field::new("colleague", "A colleague’s work email or employee number")
        .hint("Leave blank for a guest who is not on record here");
    view! {
        <TextInput field=colleague />
        <h3>"Or a guest"</h3>
        <TextInput field=Field::new("name", "Their name") />
        <TextInput field=Field::new("organisation", "The organisation they come from") />
        <TextInput field=Field::new("profession", "Their profession") />
    }
}
