//! An invitation's link on the page that made it: this once, and nowhere else.

use crate::answer::ShownOnce;
use crate::ui::SecretLink;
use leptos::prelude::*;

#[component]
pub fn InvitationLink(shown: ShownOnce) -> impl IntoView {
    view! {
        <SecretLink title="Invitation link" shown>
            <p>
                "Give it to the account’s holder in a way that only they can read. It works once, for 7 days, and "
                "replaces any earlier link."
            </p>
        </SecretLink>
    }
}
