//! The filters above a list: a form whose answers stand in the address, so that a link carries them; on a phone many are folded.

use super::button::{Button, ButtonKind};
use crate::address;
use crate::forms::FormScope;
use domain::fields::FieldErrors;
use leptos::context::Provider;
use leptos::prelude::*;

#[component]
pub fn FilterPanel(
    /// What the button says: `Show coverage`.
    #[prop(into)]
    action: String,
    /// What is wrong with the answers in the address.
    #[prop(optional)]
    errors: FieldErrors,
    /// More than a few: on a phone they are folded, unless something is wrong with them.
    #[prop(optional)]
    many: bool,
    children: Children,
) -> impl IntoView {
    let errors = if errors.0.is_empty() { address::wrong() } else { errors };
    let open = !errors.0.is_empty();
    let scope = FormScope::in_address(address::queries()).refused(errors);
    // Hidden by the style sheet while the details before it are closed, like the header's menu.
    view! {
        {many.then(|| view! {
            <details class="nhsuk-details fold" open=open>
                <summary class="nhsuk-details__summary">
                    <span class="nhsuk-details__summary-text">"Filters"</span>
                </summary>
            </details>
        })}
        <form method="get" class="filters" role="search" aria-label="Filters">
            <Provider value=scope>{children()}</Provider>
            <Button text=action kind=ButtonKind::Secondary />
        </form>
    }
}
