//! Beside the name of what holds from a day to a day: that it has ended, or not begun; nothing while it holds.

use super::tag::{Colour, Tag};
use domain::changing::When;
use leptos::prelude::*;

#[component]
pub fn WhenTag(when: When) -> impl IntoView {
    let (text, colour) = match when {
        When::Now => return None,
        When::Ahead => ("Not begun", Colour::Blue),
        When::Before => ("Ended", Colour::Grey),
    };
    Some(view! { " " <Tag text colour /> })
}
