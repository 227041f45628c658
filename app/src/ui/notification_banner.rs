//! What was just done, at the top of the page that follows.

use leptos::prelude::*;

/// One sentence that the last form left for this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice(pub String);

/// Shows itself only where there is a notice.
#[component]
pub fn NotificationBanner() -> impl IntoView {
    let Notice(sentence) = use_context::<Notice>()?;
    Some(view! {
        <div
            class="nhsuk-notification-banner nhsuk-notification-banner--success"
            role="alert"
            aria-labelledby="notice-title"
        >
            <div class="nhsuk-notification-banner__header">
                <h2 class="nhsuk-notification-banner__title" id="notice-title">
                    "Success"
                </h2>
            </div>
            <div class="nhsuk-notification-banner__content">
                <p class="nhsuk-notification-banner__heading">{sentence}</p>
            </div>
        </div>
    })
}
