//! A list without entries: why it is empty, and what to do about it.

use leptos::prelude::*;

#[component]
pub fn EmptyState(
    /// Why there is nothing: `No sessions yet`.
    #[prop(into)]
    heading: String,
    /// What to do next.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="nhsuk-card">
            <div class="nhsuk-card__content">
                <h2 class="nhsuk-card__heading nhsuk-heading-m">{heading}</h2>
                {children()}
            </div>
        </div>
    }
}
