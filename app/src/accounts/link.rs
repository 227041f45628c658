//! An invitation's link on the page that made it: this once, and nowhere else.

use crate::answer::ShownOnce;
use leptos::prelude::*;

#[component]
pub fn InvitationLink(shown: ShownOnce) -> impl IntoView {
    let ShownOnce(link) = shown;
    view! {
        <div class="nhsuk-notification-banner nhsuk-notification-banner--success" role="alert" aria-labelledby="link-title">
            <div class="nhsuk-notification-banner__header">
                <h2 class="nhsuk-notification-banner__title" id="link-title">
                    "Invitation link"
                </h2>
            </div>
            <div class="nhsuk-notification-banner__content">
                <p class="nhsuk-notification-banner__heading">"Copy this link now. It is not shown again."</p>
                <p>
                    <code class="secret-link">{link}</code>
                </p>
                <p>
                    "Give it to the account's holder in a way that only they can read. It works once, for 7 days, and "
                    "replaces any earlier link."
                </p>
            </div>
        </div>
    }
}
