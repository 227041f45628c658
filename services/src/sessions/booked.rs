//! Who has a booking in a session, as whoever runs it sees them.

use domain::coverage::Facts;
use domain::ids::TeamId;
use domain::people::listed_name;
use domain::sessions::seats::{Booking, Seating};
use domain::sessions::views::BookingLine;
use domain::sessions::{Attendee, BookingState};

/// Everybody on record who booked, by where their booking stands and in the order of asking; offers that were not answered in
/// time come last.
pub(super) fn bookings(facts: &Facts, seats: &Seating) -> Vec<BookingLine> {
    let mut all: Vec<&Booking> = seats.bookings.iter().collect();
    all.sort_by_key(|booking| {
        let stands = BookingState::IN_ORDER.iter().position(|state| *state == booking.state);
        (booking.has_lapsed(seats.now), stands, booking.asked)
    });
    let line = |booking: &Booking| {
        let Attendee::Person(id) = booking.attendee else { return None };
        let person = facts.person(id)?;
        Some(BookingLine {
            person: id,
            name: listed_name(&person.first_name, &person.last_name),
            team: team_name(facts, booking.team).unwrap_or_default(),
            profession: booking.profession.clone(),
            state: booking.state,
            lapsed: booking.has_lapsed(seats.now),
            answer_by: booking.answer_by,
            may_come: booking.may_come,
        })
    };
    all.into_iter().filter_map(line).collect()
}

pub(super) fn team_name(facts: &Facts, id: Option<TeamId>) -> Option<String> {
    let team = facts.places.teams.iter().find(|team| Some(team.id) == id)?;
    Some(team.name.clone())
}
