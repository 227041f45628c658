//! The filters above a list: a form whose answers stand in the address, so that a link carries them.

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
    children: Children,
) -> impl IntoView {
    let errors = if errors.0.is_empty() { address::wrong() } else { errors };
    let scope = FormScope::in_address(address::queries()).refused(errors);
    view! {
        <form method="get" class="filters" role="search" aria-label="Filters">
            <Provider value=scope>{children()}</Provider>
            <Button text=action kind=ButtonKind::Secondary />
        </form>
    }
}
