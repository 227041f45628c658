//! What is behind a figure, in sentences.

use domain::coverage::forecast::Causes;
use leptos::either::Either;
use leptos::prelude::*;

/// The titles of [`cause_cells`].
pub(super) const CAUSES: [&str; 2] = ["What lowers it", "What may raise it"];

/// Two cells: what lowers the figure, and what may raise it.
pub(super) fn cause_cells(causes: &Causes) -> [AnyView; 2] {
    [causes.lowers(), causes.may_raise()]
        .map(|told| view! { <Sentences sentences=told /> }.into_any())
}

#[component]
fn Sentences(sentences: Vec<String>) -> impl IntoView {
    if sentences.is_empty() {
        return Either::Left("Nothing");
    }
    let lines = sentences.into_iter().map(|sentence| view! { <li>{sentence}</li> });
    Either::Right(view! { <ul class="nhsuk-list">{lines.collect_view()}</ul> })
}
