//! The seats of a session, loaded as the rules look at them.

mod asks; // a booking that somebody is about to make
mod write; // what becomes of them, written down

pub(super) use asks::asks_from;
pub(super) use write::told;

use super::engaged::{Involved, involved_by};
use super::events::{events_of, folded};
use super::guests::guests_of;
use super::room::{counted, rules_of};
use super::stored::Stored;
use crate::error::Result;
use crate::release::Releases;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{AccountId, PersonId, TeamId};
use domain::release::Release;
use domain::release::windows::Protection;
use domain::sessions::seats::{Booking, Seating, is_far_ahead};
use domain::sessions::{Attendee, BookingState};
use entities::{booking_event, session_guest};
use sea_orm::ConnectionTrait;
use std::collections::{BTreeMap, BTreeSet};

/// Whose the seats of one session are.
#[derive(Clone, Debug)]
pub(super) struct Seats {
    pub seating: Seating,
    /// Everybody who ever was a guest of the session, in no order.
    pub guests: Vec<session_guest::Model>,
    /// Who wishes a seat that falls to them booked at once, however near the session is.
    wishes: BTreeMap<Attendee, bool>,
    is_far_ahead: bool,
    /// The teams in whose protected time the session lies, of those that were looked at.
    protected: BTreeSet<TeamId>,
    /// In which state each booking was when they were loaded: a seat stands in calendars, and who waits has been told.
    before: BTreeMap<Attendee, BookingState>,
    /// By which account each booking was first asked for; none where a file brought it.
    asked_by: BTreeMap<Attendee, AccountId>,
}

impl Seats {
    /// The seats as they stand at a moment; two queries, and four more where somebody's wish to be booked at once depends on
    /// their team's protected time.
    pub async fn load(
        facts: &Facts,
        db: &impl ConnectionTrait,
        stored: &Stored,
        now: NaiveDateTime,
    ) -> Result<Self> {
        Self::with(facts, db, stored, (now, None)).await
    }

    /// The same as if somebody had just wished otherwise whether they are booked at once.
    pub async fn wishing(
        facts: &Facts,
        db: &impl ConnectionTrait,
        stored: &Stored,
        (now, wish): (NaiveDateTime, (Attendee, bool)),
    ) -> Result<Self> {
        Self::with(facts, db, stored, (now, Some(wish))).await
    }

    async fn with(
        facts: &Facts,
        db: &impl ConnectionTrait,
        stored: &Stored,
        (now, wish): (NaiveDateTime, Option<(Attendee, bool)>),
    ) -> Result<Self> {
        let events = events_of(db, [stored.row.id]).await?;
        let guests = guests_of(db, [stored.row.id]).await?;
        let is_far_ahead = is_far_ahead(stored.slot().starts, now);
        let mut bookings = folded(&events);
        if let Some((whose, at_once)) = wish {
            for own in bookings.iter_mut().filter(|booking| booking.attendee == whose) {
                own.at_once = at_once;
            }
        }
        let wishes = bookings.iter().map(|booking| (booking.attendee, booking.at_once)).collect();
        let before = bookings.iter().map(|booking| (booking.attendee, booking.state)).collect();
        let asked_by = asked_by(&events, &bookings);
        let near = bookings.iter().filter(|booking| booking.at_once && !is_far_ahead);
        let near: BTreeSet<TeamId> = near.filter_map(|booking| booking.team).collect();
        let releases = Releases::of(db, near.iter().copied()).await?;
        let mut protected = near;
        protected.retain(|team| releases.get(*team).is_some_and(|one| protects(one, stored)));
        for booking in &mut bookings {
            let in_window = booking.team.is_some_and(|team| protected.contains(&team));
            booking.at_once &= is_far_ahead || in_window;
            counted(facts, stored, &guests, booking);
        }
        only_the_free_at_once(db, stored, &mut bookings, now).await?;
        let (opens_at, closes_at) = (stored.opens_at(), stored.closes_at());
        let rules = rules_of(stored);
        let seating = Seating { rules, bookings, opens_at, closes_at, now };
        Ok(Self { seating, guests, wishes, is_far_ahead, protected, before, asked_by })
    }

    /// Whether somebody wishes a seat that falls to them booked at once.
    pub fn wishes(&self, attendee: Attendee) -> bool {
        self.wishes.get(&attendee).copied().unwrap_or_default()
    }

    /// By which account somebody's booking was first asked for, where it is known.
    pub fn asked_by(&self, attendee: Attendee) -> Option<AccountId> {
        self.asked_by.get(&attendee).copied()
    }
}

/// The account of the event with which each booking began.
fn asked_by(
    events: &[booking_event::Model],
    bookings: &[Booking],
) -> BTreeMap<Attendee, AccountId> {
    let typed = events.iter().filter(|event| event.import_id.is_none());
    let by_number: BTreeMap<i64, Option<AccountId>> =
        typed.map(|event| (event.sequence, event.by_account_id)).collect();
    let of = |booking: &Booking| {
        Some((booking.attendee, by_number.get(&booking.asked).copied().flatten()?))
    };
    bookings.iter().filter_map(of).collect()
}

/// Whether a session lies in a team's protected time.
fn protects(release: &Release, stored: &Stored) -> bool {
    release.protection(stored.slot()) == Protection::Inside
}

/// Whoever waits and is in another session by now is booked by no seat that falls to them: it is offered, and accepting it tells the
/// clash. Three queries where somebody wants to be booked at once, and none else.
async fn only_the_free_at_once(
    db: &impl ConnectionTrait,
    stored: &Stored,
    bookings: &mut [Booking],
    now: NaiveDateTime,
) -> Result<()> {
    let wants = |booking: &&Booking| booking.at_once && booking.state == BookingState::Waitlisted;
    let people: Vec<PersonId> =
        bookings.iter().filter(wants).filter_map(|booking| booking.attendee.person()).collect();
    let at = (stored.row.id, stored.slot());
    let involved = involved_by(db, &people, (&[at.0], &[at.1]), now).await?;
    for booking in bookings {
        let person = booking.attendee.person();
        let clashes =
            |one: &Involved| Some(one.person) == person && one.engaged.slot.overlaps(&at.1);
        booking.at_once &= !involved.iter().any(clashes);
    }
    Ok(())
}
