//! A link to check an answer: opened later, it says whether today's data would still give it.

use crate::ui::InsetText;
use leptos::prelude::*;

/// Nothing where the address keeps no answer.
#[component]
pub(in crate::coverage) fn IsKept(is_kept: Option<bool>) -> impl IntoView {
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
pub(in crate::coverage) fn KeepAnswer(
    link: String,
    /// The figure with its day, as a report says it.
    figure: String,
) -> impl IntoView {
    view! {
        <h2>"Check this answer later"</h2>
        <p>{format!("{figure}.")}</p>
        <p>
            <a href=link>"Link to check this answer"</a>
        </p>
        <p>
            "Copy the figure and the link into your report. Opened later, the link says whether this is still the answer. It keeps "
            "no names and no numbers. Whoever opens it needs access to these figures, and sees no more than they may see."
        </p>
    }
}
