//! Said in the form of a request, where there is nobody to name: no assessor of the team may confirm it.

use crate::viewer::{Section, Viewer};
use domain::standing::REQUEST_LAPSES_AFTER_DAYS;
use leptos::prelude::*;

/// `whose` team: *your* or *their*.
#[component]
pub fn NobodyYet(whose: &'static str) -> impl IntoView {
    let viewer = use_context::<Viewer>();
    let sees_assessors = viewer.is_some_and(|viewer| viewer.sections.contains(&Section::Confirm));
    let words = format!(
        "Nobody who assesses {whose} team may confirm this yet. The request waits {REQUEST_LAPSES_AFTER_DAYS} days for any \
         assessor who may."
    );
    view! {
        <input type="hidden" name="of" value="" />
        <p>
            {words}
            {sees_assessors.then(|| view! {
                " See "
                <a href="/confirm/assessors">"who can confirm what"</a>
                "."
            })}
        </p>
    }
}
