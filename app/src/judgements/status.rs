//! Where somebody stands in a competency, as a tag: a word or two, repeated by a colour.

use crate::ui::{Colour, Tag};
use domain::judgements::views::RecordLine;
use domain::standing::Status;
use leptos::prelude::*;

const fn colour_of(status: Status) -> Colour {
    match status {
        Status::Met => Colour::Green,
        Status::DueSoon => Colour::Yellow,
        Status::Expired => Colour::Orange,
        Status::NotMeeting => Colour::Red,
        Status::SelfAssessed => Colour::Blue,
        Status::NotAssessed => Colour::Grey,
    }
}

/// The status of one line of a record; beside it, whether confirmation is requested.
#[component]
pub fn StandingTag(line: RecordLine) -> impl IntoView {
    let tag = match line.status {
        Some(status) => view! { <Tag text=status.label() colour=colour_of(status) /> },
        None if line.standing.exempt => {
            view! { <Tag text="Not part of the post" colour=Colour::White /> }
        }
        None => view! { <Tag text="Not asked" colour=Colour::White /> },
    };
    let requested = line.standing.requested.is_some();
    view! {
        {tag}
        {requested.then(|| view! { <br /><span class="nhsuk-body-s">"Confirmation requested"</span> })}
    }
}
