//! What is behind a figure, in sentences.

use crate::ui::Cell;
use domain::coverage::forecast::Causes;
use leptos::either::Either;
use leptos::prelude::*;

/// The titles of [`CauseCells`].
pub(super) const CAUSES: [&str; 2] = ["What lowers it", "What may raise it"];

/// Two cells: what lowers the figure, and what may raise it.
#[component]
pub(super) fn CauseCells(causes: Causes) -> impl IntoView {
    view! {
        <Cell><Sentences sentences=causes.lowers() /></Cell>
        <Cell><Sentences sentences=causes.may_raise() /></Cell>
    }
}

#[component]
fn Sentences(sentences: Vec<String>) -> impl IntoView {
    if sentences.is_empty() {
        return Either::Left("Nothing");
    }
    let lines = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    Either::Right(view! { <ul class="nhsuk-list">{lines.collect_view()}</ul> })
}
