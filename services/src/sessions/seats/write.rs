//! What becomes of the seats of a session, written down in its order; those whose bookings they are get told.

use super::super::tell::{Letters, Told};
use super::Seats;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::calendar::sequence;
use domain::sessions::letters::told_of;
use domain::sessions::seats::Step;
use domain::sessions::{Attendee, BookingState};
use entities::{booking_event, session};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use std::collections::BTreeMap;

impl Seats {
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
                    at_once: self.wishes(step.attendee),
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
            let before = self.before.get(&attendee).copied();
            // Another wish leaves them where they were.
            if state == BookingState::Waitlisted && before == Some(state) {
                return None;
            }
            let was_booked = before == Some(BookingState::Booked);
            let by_another = own.contains(&attendee) && ctx.actor.person() != Some(person);
            let kind = told_of(state, was_booked, by_another)?;
            let in_calendar = state.is_over() && was_booked;
            let ended = in_calendar.then(|| sequence(session.revision, event));
            Some(Told { person, kind, event: Some(event), ended, mark: format!("event {event}") })
        };
        last.into_iter().filter_map(told).collect()
    }
}

/// What was written down, as the audit log tells it.
pub(in crate::sessions) fn told(steps: &[Step]) -> Vec<(Attendee, BookingState)> {
    steps.iter().map(|step| (step.attendee, step.state)).collect()
}
