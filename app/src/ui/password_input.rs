//! A password. What was typed never comes back in a page.

use super::field::Field;
use super::field_group::FieldGroup;
use leptos::prelude::*;

#[component]
pub fn PasswordInput(
    field: Field,
    /// A password being chosen, not one that a browser should fill in.
    #[prop(optional)]
    new: bool,
) -> impl IntoView {
    let field = field.placed();
    view! {
        <FieldGroup field=field.clone()>
            <input
                class=field.class("nhsuk-input") + " nhsuk-input--width-20"
                id=field.id.clone()
                name=field.name.clone()
                type="password"
                spellcheck="false"
                autocapitalize="none"
                autocomplete=if new { "new-password" } else { "current-password" }
                aria-describedby=field.described_by()
            />
        </FieldGroup>
    }
}
