//! Who has a booking in a session, as whoever runs it sees them; and how its people are called in every list of them.

use super::seats::Seats;
use domain::coverage::Facts;
use domain::ids::TeamId;
use domain::people::listed_name;
use domain::sessions::seats::Booking;
use domain::sessions::views::BookingLine;
use domain::sessions::{Attendee, BookingState};
use entities::session_guest;

/// Everybody who booked, guests too, by where their booking stands and in the order of asking; offers that were not answered in
/// time come last.
pub(super) fn bookings(facts: &Facts, loaded: &Seats) -> Vec<BookingLine> {
    let seats = &loaded.seating;
    let mut all: Vec<&Booking> = seats.bookings.iter().collect();
    all.sort_by_key(|booking| {
        let stands = BookingState::IN_ORDER.iter().position(|state| *state == booking.state);
        (booking.has_lapsed(seats.now), stands, booking.asked)
    });
    let line = |booking: &Booking| {
        let attendee = booking.attendee;
        let (name, from) = named(facts, &loaded.guests, (attendee, booking.team))?;
        Some(BookingLine {
            attendee,
            name,
            from,
            profession: booking.profession.clone(),
            state: booking.state,
            lapsed: booking.has_lapsed(seats.now),
            answer_by: booking.answer_by,
            may_come: booking.may_come,
        })
    };
    all.into_iter().filter_map(line).collect()
}

/// The name of somebody who comes from a team, or of one of these guests, as lists have it; and the team’s, or the guest’s
/// organisation. None where they are neither on record nor among the guests.
pub(super) fn named(
    facts: &Facts,
    guests: &[session_guest::Model],
    (attendee, team): (Attendee, Option<TeamId>),
) -> Option<(String, String)> {
    match attendee {
        Attendee::Person(id) => {
            let person = facts.person(id)?;
            let name = listed_name(&person.first_name, &person.last_name);
            Some((name, team_name(facts, team).unwrap_or_default()))
        }
        Attendee::Guest(id) => {
            let guest = guests.iter().find(|guest| guest.id == id)?;
            Some((guest.name.clone(), guest.organisation.clone()))
        }
    }
}

pub(super) fn team_name(facts: &Facts, id: Option<TeamId>) -> Option<String> {
    Some(facts.places.team(id?)?.name.clone())
}
