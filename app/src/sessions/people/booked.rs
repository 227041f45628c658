//! Those of one's people who have a booking: where it stands, who made it, and the form that cancels what was booked for them.

use crate::sessions::api_people::GiveUpFor;
use crate::sessions::rows::{BookingTag, deadline};
use crate::ui::{Button, ButtonKind, Details, Form, StackedTable};
use domain::ids::SessionId;
use domain::sessions::people::BookedLine;
use leptos::prelude::*;

/// Those who have a booking; nothing where nobody has.
#[component]
pub(super) fn Booked(id: SessionId, booked: Vec<BookedLine>) -> impl IntoView {
    let rows: Vec<_> = booked.into_iter().map(|line| booked_cells(id, line)).collect();
    let head = vec!["Person", "Team", "Booking", "Booked by", "Cancel"];
    (!rows.is_empty()).then(|| {
        view! {
            <h2>"Your people who have a booking"</h2>
            <StackedTable caption="Bookings of your people" head rows />
        }
    })
}

fn booked_cells(id: SessionId, line: BookedLine) -> Vec<AnyView> {
    let BookedLine { person, name, team, state, answer_by, booked_by, may_cancel } = line;
    let until = answer_by.map(|by| format!("Answer by: {}", deadline(by)));
    let (about, of) = (person.to_string(), format!("of {name}"));
    let cancel = match may_cancel {
        false => "Theirs to give up".into_any(),
        true => view! {
            <Details summary=format!("Cancel the booking {of}")>
                <p>"They lose their place. A seat goes to whoever has waited longest. You cannot undo this."</p>
                <Form<GiveUpFor> about=about.clone()>
                    <input type="hidden" name="id" value=id.to_string() />
                    <input type="hidden" name="person" value=about />
                    <Button text="Cancel this booking" kind=ButtonKind::Warning about=of />
                </Form<GiveUpFor>>
            </Details>
        }
        .into_any(),
    };
    vec![
        name.into_any(),
        team.into_any(),
        view! { <BookingTag state /> {until.map(|until| view! { <br /> {until} })} }.into_any(),
        booked_by.unwrap_or_else(|| "Themselves".to_owned()).into_any(),
        cancel,
    ]
}
