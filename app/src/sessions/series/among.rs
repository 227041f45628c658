//! On a session's page: where it stands in its series, and the way to its neighbours.

use super::address_of;
use crate::sessions::address_of as session;
use domain::sessions::series::views::{InSeries, Neighbour};
use leptos::prelude::*;

/// `One of 8: every Tuesday at 1pm.`
#[component]
pub(in crate::sessions) fn InItsSeries(place: InSeries) -> impl IntoView {
    let InSeries { id, number, of, words, previous, next } = place;
    view! {
        <nav aria-label="Series">
            <p class="nhsuk-u-margin-bottom-2">
                {format!("One of {of}: {words}. This is number {number}. ")}
                <a href=address_of(id)>"See all of them"</a>
            </p>
            <ul class="nhsuk-list row-of-links">
                {previous.map(|to| view! { <To words="Previous" to /> })}
                {next.map(|to| view! { <To words="Next" to /> })}
            </ul>
        </nav>
    }
}

#[component]
fn To(words: &'static str, to: Neighbour) -> impl IntoView {
    view! {
        <li>
            <a href=session(to.id)>{format!("{words}: {}", to.slot.words())}</a>
        </li>
    }
}
