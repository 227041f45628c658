//! A booking that somebody is about to make, before the rules say what becomes of it.

use super::super::room::{post_of, profession};
use super::super::stored::Stored;
use super::{Seats, protects};
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::release::Release;
use domain::sessions::seats::Booking;
use domain::sessions::{Attendee, BookingState};
use entities::session_guest;

/// A booking that a person is about to make, from a team, after all that were recorded. A seat that falls to them later is offered.
pub(in crate::sessions) fn asks_from(
    facts: &Facts,
    stored: &Stored,
    now: NaiveDateTime,
    (person, team): (PersonId, TeamId),
) -> Booking {
    let post = post_of(facts, person, Some(team), stored.day());
    Booking {
        attendee: Attendee::Person(person),
        profession: post.and_then(|terms| profession(facts, terms)),
        team: Some(team),
        state: BookingState::Requested,
        asked: stored.row.bookings,
        joined_at: now,
        may_come: post.is_some(),
        answer_by: None,
        at_once: false,
    }
}

impl Seats {
    /// Looks whether the session lies in a team's protected time, before somebody of that team asks.
    pub fn protect(&mut self, stored: &Stored, (team, release): (TeamId, &Release)) {
        if protects(release, stored) {
            self.protected.insert(team);
        }
    }

    /// A booking that a person is about to make, from a team, after all that were recorded.
    pub fn asks(
        &mut self,
        facts: &Facts,
        stored: &Stored,
        (person, team): (PersonId, TeamId),
        at_once: bool,
    ) -> Booking {
        self.wishes.insert(Attendee::Person(person), at_once);
        let at_once = at_once && (self.is_far_ahead || self.protected.contains(&team));
        Booking { at_once, ..asks_from(facts, stored, self.seating.now, (person, team)) }
    }

    /// A booking that a guest is about to make, after all that were recorded. A seat that falls to them is offered, and whoever runs the
    /// session asks them and answers.
    pub fn asks_for_guest(&mut self, stored: &Stored, guest: &session_guest::Model) -> Booking {
        let attendee = Attendee::Guest(guest.id);
        self.wishes.insert(attendee, false);
        Booking {
            attendee,
            profession: Some(guest.profession.clone()),
            team: None,
            state: BookingState::Requested,
            asked: stored.row.bookings,
            joined_at: self.seating.now,
            may_come: true,
            answer_by: None,
            at_once: false,
        }
    }
}
