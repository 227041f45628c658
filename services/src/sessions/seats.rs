//! The seats of a session: loaded as the rules look at them, and what becomes of them written down.

use super::engaged::{Involved, involved_by};
use super::events::{events_of, folded};
use super::room::{counted, post_of, profession, rules_of};
use super::stored::Stored;
use super::tell::{Letters, Told};
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::Releases;
use chrono::NaiveDateTime;
use domain::calendar::sequence;
use domain::coverage::Facts;
use domain::ids::{AccountId, PersonId, TeamId};
use domain::release::Release;
use domain::release::windows::Protection;
use domain::sessions::letters::told_of;
use domain::sessions::seats::{Booking, Seating, Step, is_far_ahead};
use domain::sessions::{Attendee, BookingState};
use entities::{booking_event, session, session_guest};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

/// Whose the seats of one session are.
#[derive(Clone, Debug)]
pub(super) struct Seats {
    pub seating: Seating,
    /// Who wishes a seat that falls to them booked at once, however near the session is.
    wishes: BTreeMap<Attendee, bool>,
    is_far_ahead: bool,
    /// The teams in whose protected time the session lies, of those that were looked at.
    protected: BTreeSet<TeamId>,
    /// Who had a seat when they were loaded: it stands in their calendars.
    booked: BTreeSet<Attendee>,
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
        let events = events_of(db, [stored.row.id]).await?;
        let guests = session_guest::Entity::find()
            .filter(session_guest::Column::SessionId.eq(stored.row.id))
            .all(db)
            .await?;
        let is_far_ahead = is_far_ahead(stored.slot().starts, now);
        let mut bookings = folded(&events);
        let wishes = bookings.iter().map(|booking| (booking.attendee, booking.at_once)).collect();
        let has_seat = |booking: &&Booking| booking.state == BookingState::Booked;
        let booked = bookings.iter().filter(has_seat).map(|booking| booking.attendee).collect();
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
        let (rules, closes_at) = (rules_of(stored), stored.closes_at());
        let seating = Seating { rules, bookings, closes_at, now };
        Ok(Self { seating, wishes, is_far_ahead, protected, booked, asked_by })
    }

    /// By which account somebody's booking was first asked for, where it is known.
    pub fn asked_by(&self, attendee: Attendee) -> Option<AccountId> {
        self.asked_by.get(&attendee).copied()
    }

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
        let attendee = Attendee::Person(person);
        self.wishes.insert(attendee, at_once);
        let post = post_of(facts, person, Some(team), stored.day());
        Booking {
            attendee,
            profession: post.and_then(|terms| profession(facts, terms)),
            team: Some(team),
            state: BookingState::Requested,
            asked: stored.row.bookings,
            joined_at: self.seating.now,
            may_come: post.is_some(),
            answer_by: None,
            at_once: at_once && (self.is_far_ahead || self.protected.contains(&team)),
        }
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
            at_once: self.is_far_ahead,
        }
    }

    /// Writes steps down, in their order, and tells those whose bookings they are: each takes the next number. `session` is the
    /// row as it was raised by the lock; `own` are those whose bookings the asker changes. What came about by itself is nobody's.
    pub async fn save(
        &self,
        ctx: &Ctx,
        tx: &impl ConnectionTrait,
        session: &session::Model,
        written: (&[Step], &[Attendee]),
    ) -> Result<()> {
        self.write(ctx, tx, session, written).await?.put(ctx, tx).await
    }

    /// The same for an act that goes on with other sessions, or tells others too: those whose bookings they are wait to be told.
    pub async fn write(
        &self,
        ctx: &Ctx,
        tx: &impl ConnectionTrait,
        session: &session::Model,
        (steps, own): (&[Step], &[Attendee]),
    ) -> Result<Letters> {
        let many = i64::try_from(steps.len()).unwrap_or(i64::MAX);
        let counted = session.bookings.saturating_sub(1).saturating_add(many);
        session::Entity::update_many()
            .col_expr(session::Column::Bookings, Expr::value(counted))
            .filter(session::Column::Id.eq(session.id))
            .exec(tx)
            .await?;
        let numbered = (session.bookings..).zip(steps);
        let rows: Vec<_> = numbered
            .map(|(sequence, step)| {
                let by_itself = step.state == BookingState::Offered;
                let cancelled = step.state == BookingState::CancelledBySession;
                let acted = cancelled || own.contains(&step.attendee);
                let (person_id, guest_id) = match step.attendee {
                    Attendee::Person(person) => (Some(person), None),
                    Attendee::Guest(guest) => (None, Some(guest)),
                };
                let row = booking_event::Model {
                    session_id: session.id,
                    sequence,
                    person_id,
                    guest_id,
                    team_id: self.seating.of(step.attendee).and_then(|booking| booking.team),
                    state: step.state,
                    answer_by: step.answer_by.map(from_london),
                    at_once: self.wishes.get(&step.attendee).copied().unwrap_or_default(),
                    recorded_at: ctx.now,
                    by_account_id: ctx.actor.account_id().filter(|_| acted && !by_itself),
                    import_id: None,
                };
                row.into_active_model()
            })
            .collect();
        if !rows.is_empty() {
            booking_event::Entity::insert_many(rows).exec_without_returning(tx).await?;
        }
        Ok(Letters::of(session, self.news(ctx, session, (steps, own))))
    }

    /// What those are told whose bookings came into another state: of several steps of one person the last. `own` are those
    /// whose bookings the asker changes.
    fn news(
        &self,
        ctx: &Ctx,
        session: &session::Model,
        (steps, own): (&[Step], &[Attendee]),
    ) -> Vec<Told> {
        let numbered = (session.bookings..).zip(steps);
        let last: BTreeMap<Attendee, (i64, BookingState)> =
            numbered.map(|(event, step)| (step.attendee, (event, step.state))).collect();
        let told = |(attendee, (event, state)): (Attendee, (i64, BookingState))| {
            let Attendee::Person(person) = attendee else { return None };
            let was_booked = self.booked.contains(&attendee);
            let by_another = own.contains(&attendee) && ctx.actor.person() != Some(person);
            let kind = told_of(state, was_booked, by_another)?;
            let in_calendar = state.is_over() && was_booked;
            let ended = in_calendar.then(|| sequence(session.revision, event));
            Some(Told { person, kind, event: Some(event), ended, mark: format!("event {event}") })
        };
        last.into_iter().filter_map(told).collect()
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

/// What was written down, as the audit log tells it.
pub(super) fn told(steps: &[Step]) -> Vec<(Attendee, BookingState)> {
    steps.iter().map(|step| (step.attendee, step.state)).collect()
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
