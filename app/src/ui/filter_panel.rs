//! The filters above a list: a form whose answers stand in the address, so that a link carries them.

use super::button::{Button, ButtonKind};
use crate::address;
use crate::forms::FormScope;
use leptos::context::Provider;
use leptos::prelude::*;

#[component]
pub fn FilterPanel(
    /// What the button says: `Show coverage`.
    #[prop(into)]
    action: String,
    children: Children,
) -> impl IntoView {
    view! {
        <form method="get" class="filters" role="search" aria-label="Filters">
            <Provider value=FormScope::in_address(address::queries())>{children()}</Provider>
            <Button text=action kind=ButtonKind::Secondary />
        </form>
    }
}
