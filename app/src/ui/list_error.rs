//! What was wrong with the boxes ticked in a table, above it: one message for all of them.

use crate::forms::FormScope;
use leptos::prelude::*;

#[component]
pub fn ListError(
    /// The name of the boxes, which are a list.
    name: &'static str,
) -> impl IntoView {
    let scope = FormScope::around();
    scope.error(name).map(|error| {
        view! {
            <span class="nhsuk-error-message">
                <span class="nhsuk-u-visually-hidden">"Error: "</span>
                {error}
            </span>
        }
    })
}
