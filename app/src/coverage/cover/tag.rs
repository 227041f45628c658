//! What is said of a team, in words that a colour repeats.

use crate::ui::{Colour, Tag};
use domain::coverage::cover::{Covered, Verdict};
use leptos::prelude::*;

/// Marked where it depends on one person: whoever it is, without them the team would not be covered.
#[component]
pub fn CoverTag(verdict: Verdict) -> impl IntoView {
    let colour = match verdict.covered {
        Covered::InTeam => Colour::Green,
        Covered::ByArrangement => Colour::Blue,
        Covered::NotCovered => Colour::Red,
    };
    view! {
        <Tag text=verdict.covered.label() colour />
        {verdict.one_person.then(|| view! {
            <br />
            <strong class="nhsuk-body-s">"Depends on one person"</strong>
        })}
    }
}
