//! What the pages of a session say of release: to whoever plans it, to whoever books, and why a booking was declined.

use crate::ui::{Colour, InsetText, Tag};
use domain::release::DeclineReason;
use domain::release::windows::Protection;
use domain::sessions::views::Own;
use leptos::prelude::*;

/// Warnings, a line each; nothing where there are none.
#[component]
pub(crate) fn Warnings(warnings: Vec<String>) -> impl IntoView {
    if warnings.is_empty() {
        return None;
    }
    let each = warnings.into_iter().map(|warning| view! { <p>{warning}</p> }).collect_view();
    Some(view! { <InsetText>{each}</InsetText> })
}

/// What the reader's own team says of a session, and whether their seat lies outside its protected time.
#[component]
pub(crate) fn FromTeam(own: Own) -> impl IntoView {
    let outside = own.protection == Some(Protection::Outside);
    view! {
        {outside.then(|| view! {
            <p>
                <Tag text="Not in protected time" colour=Colour::Orange />
            </p>
        })}
        <Warnings warnings=own.notes />
    }
}

/// Why the reader's last booking was declined.
#[component]
pub(crate) fn Declined(reason: DeclineReason) -> impl IntoView {
    view! { <p>"Your team manager declined it: " {reason.label()} "."</p> }
}
