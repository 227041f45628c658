//! A link that keeps an answer: opened later, it says whether today's data would still give it.

use crate::ui::InsetText;
use leptos::prelude::*;

/// Nothing where the address keeps no answer.
#[component]
pub(super) fn IsKept(is_kept: Option<bool>) -> impl IntoView {
    is_kept.map(|is_kept| {
        let told = if is_kept {
            "This is still the answer: the same numbers, from the same people, for the same reasons as when this link was made."
        } else {
            "Today’s data would answer differently. What you see here is today’s answer, not the one that this link was made \
             from. If somebody else gave you the link, they may also see other teams than you do, which gives another answer."
        };
        view! {
            <InsetText>
                <p>{told}</p>
            </InsetText>
        }
    })
}

#[component]
pub(super) fn KeepAnswer(link: String) -> impl IntoView {
    view! {
        <h2>"Keep this answer"</h2>
        <p>
            "Copy this link into your report. Opened later, it says whether this is still the answer. It holds no names and no "
            "numbers, and shows nobody more than they may see: " <a href=link>"Link that keeps this answer"</a>
        </p>
    }
}
