//! What the form of a session asks once fewer seats than are held were refused: whose booking is cancelled.

use super::api_draft::ChangeSession;
use super::rows::deadline;
use crate::forms::{FormScope, name_of};
use crate::ui::{Checkboxes, Choice, Field};
use domain::sessions::Attendee;
use domain::sessions::cutting::SeatHolder;
use leptos::prelude::*;

/// The name of the boxes, which are a list.
const FIELD: &str = "cancelled[]";

/// Whether it is asked: the page is shown again for want of an answer, or with one.
pub(super) fn is_asked() -> bool {
    FormScope::posted(name_of::<ChangeSession>(None), None).asks(FIELD)
}

/// Those who hold a seat, to choose from; nothing where it is not asked.
#[component]
pub(super) fn WhoseBooking(holders: Vec<SeatHolder>) -> impl IntoView {
    let choices: Vec<Choice> = holders.into_iter().map(choice).collect();
    (!choices.is_empty()).then(|| {
        let field = Field::new(FIELD, "Whose booking is cancelled?").hint(
            "They lose their seat, and you cannot undo this. Esteem tells them by email, where it reaches them. Tell guests yourself",
        );
        view! { <Checkboxes field choices /> }
    })
}

/// Somebody with where they come from, and that they have not answered an offer.
fn choice(holder: SeatHolder) -> Choice {
    let SeatHolder { attendee, name, from, answer_by } = holder;
    let from = match attendee {
        Attendee::Person(_) => from,
        Attendee::Guest(_) => format!("Guest from {from}"),
    };
    let offered = answer_by.map(|by| format!("Offered a seat. Answer by: {}", deadline(by)));
    let known: Vec<String> =
        [Some(from), offered].into_iter().flatten().filter(|words| !words.is_empty()).collect();
    let choice = Choice::new(attendee.key(), name);
    if known.is_empty() { choice } else { choice.hint(known.join(". ")) }
}
