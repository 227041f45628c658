//! What people wrote that is published with a return, before it is: nobody takes it back afterwards.

use crate::ui::StackedTable;
use domain::returns::views::PublishedText;
use leptos::prelude::*;

/// Beside every box whose words are published.
pub(super) const NO_NAMES: &str = "Do not name anybody: patients or staff.";

#[component]
pub(super) fn Texts(
    texts: Vec<PublishedText>,
    /// Whether it is not submitted yet.
    is_open: bool,
) -> impl IntoView {
    let rows: Vec<Vec<AnyView>> = texts.into_iter().map(cells).collect();
    (is_open && !rows.is_empty()).then(|| {
        let head = vec!["Where", "Words"];
        view! {
            <h2>"Words that will be published"</h2>
            <p>
                "People wrote these, and nobody takes them back once the return is submitted. Read each before you check or approve "
                "the return: they must not name anybody, patients or staff. Words on a need are changed among the needs, texts of a local measure by "
                "bringing it in again."
            </p>
            <StackedTable caption="What people wrote" head rows />
        }
    })
}

fn cells(text: PublishedText) -> Vec<AnyView> {
    let PublishedText { stands, words } = text;
    vec![stands.into_any(), view! { <span class="kept-lines">{words}</span> }.into_any()]
}
