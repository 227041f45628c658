//! Seats and the waiting list: worked cases, and what holds whatever people do and in whichever order.

mod any_order; // properties over random acts
mod cases; // worked cases, one for each sentence of the rules
mod late; // worked cases of what comes late
mod wishes; // worked cases of who changes their wish

use super::*;
use crate::ids::{GuestId, PersonId};
use chrono::NaiveDate;
use uuid::Uuid;

pub(super) fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A Monday morning, four weeks before the session.
pub(super) const NOW: &str = "2026-11-02T10:00:00";
pub(super) const STARTS: &str = "2026-11-30T13:00:00";

pub(super) fn person(n: u32) -> Attendee {
    Attendee::Person(PersonId(Uuid::from_u128(u128::from(n))))
}

pub(super) fn guest(n: u32) -> Attendee {
    Attendee::Guest(GuestId(Uuid::from_u128(u128::from(n))))
}

pub(super) fn team(n: u32) -> TeamId {
    TeamId(Uuid::from_u128(u128::from(n)))
}

/// A booking of somebody without a team, in the order of their number.
pub(super) fn asks(n: u32) -> Booking {
    Booking {
        attendee: person(n),
        profession: None,
        team: None,
        state: BookingState::Requested,
        asked: i64::from(n),
        joined_at: at(NOW),
        may_come: true,
        answer_by: None,
        at_once: false,
    }
}

pub(super) fn seating(capacity: u16) -> Seating {
    let rules = SeatRules { capacity, quotas: vec![] };
    Seating { rules, bookings: vec![], opens_at: None, closes_at: at(STARTS), now: at(NOW) }
}

/// The code of the rule that refuses it.
pub(super) fn code(result: Result<Vec<Step>, Refusal>) -> String {
    match result {
        Err(Refusal::Rule { code, .. }) => code,
        other => panic!("{other:?}"),
    }
}

/// One seat, held by the first; the second and the third wait.
pub(super) fn with_two_who_wait() -> Seating {
    let mut seats = seating(1);
    for n in 1..=3 {
        seats.book(asks(n)).unwrap();
    }
    seats
}

pub(super) fn nurses(least: u16, most: Option<u16>, released_on: &str) -> Quota {
    let group = Group::Profession("Nursing".to_owned());
    Quota { group, least, most, released_on: day(released_on) }
}

pub(super) fn nurse(n: u32) -> Booking {
    Booking { profession: Some("Nursing".to_owned()), ..asks(n) }
}

/// Who came into which state, in order.
pub(super) fn told(steps: &[Step]) -> Vec<(Attendee, BookingState)> {
    steps.iter().map(|step| (step.attendee, step.state)).collect()
}
