//! One box to tick in a row of a table; together they are a list.

use crate::forms::FormScope;
use leptos::prelude::*;

#[component]
pub fn TickBox(
    id: String,
    name: &'static str,
    value: String,
    label: String,
    /// Whether the label is for the ear only, because the row and its column say the same to the eye.
    #[prop(optional)]
    unseen: bool,
) -> impl IntoView {
    let scope = FormScope::around();
    let ticked = scope.typed(name).is_some_and(|typed| typed.contains(&value));
    view! {
        <div class="nhsuk-checkboxes__item nhsuk-checkboxes--small">
            <input
                class="nhsuk-checkboxes__input"
                id=id.clone()
                name=name
                type="checkbox"
                value=value
                checked=ticked
            />
            <label class="nhsuk-label nhsuk-checkboxes__label" for=id>
                <span class=unseen.then_some("nhsuk-u-visually-hidden")>{label}</span>
            </label>
        </div>
    }
}
