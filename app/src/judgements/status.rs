//! Where somebody stands in a competency, as a tag: a word or two, repeated by a colour.

use crate::ui::{Colour, Tag};
use domain::dates::spoken;
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

/// A status in its words; `None` is an exemption.
#[component]
pub fn StatusTag(status: Option<Status>) -> impl IntoView {
    match status {
        Some(status) => view! { <Tag text=status.label() colour=colour_of(status) /> },
        None => view! { <Tag text="Not part of the post" colour=Colour::White /> },
    }
}

/// The status of one line of a record; beside it, what is yet to be answered, and whether a request was sent back.
#[component]
pub fn StandingTag(line: RecordLine) -> impl IntoView {
    let tag = if line.status.is_none() && !line.standing.exempt {
        view! { <Tag text="Not asked" colour=Colour::White /> }.into_any()
    } else {
        view! { <StatusTag status=line.status /> }.into_any()
    };
    let waits = line.standing.waits();
    let sent_back = line.standing.sent_back_on;
    view! {
        {tag}
        {sent_back.map(|day| view! {
            <br />
            <span class="nhsuk-body-s">{format!("Sent back on {}", spoken(day))}</span>
        })}
        {waits.map(|kind| view! { <br /><span class="nhsuk-body-s">{kind.label()}</span> })}
    }
}
