//! More, for those who want it.

use leptos::prelude::*;

/// So many names stand in a sentence; more of them are folded away.
pub const NAMES_MOST: usize = 8;

#[component]
pub fn Details(
    #[prop(into)] summary: String,
    /// Unfolded from the start.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="nhsuk-details" open=open>
            <summary class="nhsuk-details__summary">
                <span class="nhsuk-details__summary-text">{summary}</span>
            </summary>
            <div class="nhsuk-details__text">{children()}</div>
        </details>
    }
}
