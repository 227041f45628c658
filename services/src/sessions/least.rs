//! The fewest people and professions that a session asks for, and what it lacks of them by the seats that are held.

use super::attend::team_on;
use super::room::{post_of, profession};
use super::times::slot_of;
use chrono::{NaiveDate, NaiveDateTime};
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::sessions::Attendee;
use domain::sessions::numbers::LeastNumbers;
use domain::sessions::seats::Booking;
use entities::{session, session_lead};
use std::collections::BTreeSet;

/// What a session asks for at least.
pub(super) fn least_of(row: &session::Model) -> LeastNumbers {
    let number = |stored: Option<i32>| stored.and_then(|number| u16::try_from(number).ok());
    LeastNumbers { people: number(row.people_least), professions: number(row.professions_least) }
}

/// What a scheduled session lacks of it, while whoever teaches it is told; none before that, and where nothing is lacking.
pub(super) fn lacking(
    facts: &Facts,
    row: &session::Model,
    (leads, bookings): (&[session_lead::Model], &[Booking]),
    now: NaiveDateTime,
) -> Option<String> {
    let (least, starts) = (least_of(row), slot_of(row).starts);
    let stands = row.scheduled_at.is_some() && row.cancelled_at.is_none();
    if !stands || !least.are_looked_at(starts, now) {
        return None;
    }
    let day = starts.date();
    let held: Vec<&Booking> = bookings.iter().filter(|one| one.holds_a_seat(now)).collect();
    let seated = held.iter().filter_map(|booking| match booking.attendee {
        Attendee::Person(person) => counts_as(facts, (person, booking.team), day),
        Attendee::Guest(_) => booking.profession.clone(),
    });
    let leading = leads.iter().filter_map(|lead| counts_as(facts, (lead.person_id?, None), day));
    let professions: BTreeSet<String> = seated.chain(leading).collect();
    least.lacking(held.len(), professions.len())
}

/// The profession that somebody counts as on a day, by their post in a team; where none is named, by that with the highest FTE.
pub(super) fn counts_as(
    facts: &Facts,
    (person, team): (PersonId, Option<TeamId>),
    day: NaiveDate,
) -> Option<String> {
    let team = team.or_else(|| team_on(facts, person, day));
    profession(facts, post_of(facts, person, team, day)?)
}
