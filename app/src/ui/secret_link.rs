//! A link that is a secret, on the page that made it: this once, and nowhere else.

use crate::answer::ShownOnce;
use leptos::prelude::*;

#[component]
pub fn SecretLink(
    #[prop(into)] title: String,
    shown: ShownOnce,
    /// What to do with it.
    children: Children,
) -> impl IntoView {
    let ShownOnce(link) = shown;
    view! {
        <div class="nhsuk-notification-banner nhsuk-notification-banner--success" role="alert" aria-labelledby="link-title">
            <div class="nhsuk-notification-banner__header">
                <h2 class="nhsuk-notification-banner__title" id="link-title">
                    {title}
                </h2>
            </div>
            <div class="nhsuk-notification-banner__content">
                <p class="nhsuk-notification-banner__heading">"Copy this link now. It is not shown again."</p>
                <p>
                    <code class="secret-link">{link}</code>
                </p>
                {children()}
            </div>
        </div>
    }
}
