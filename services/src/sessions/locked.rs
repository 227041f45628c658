//! A session whose seats are held while something is decided about them: loaded as its asker may see it, then written down.

use super::locks::hold_seats;
use super::seats::{Seats, told};
use super::stored::Stored;
use super::tell::Letters;
use crate::audit::Entry;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::SessionId;
use domain::sessions::Attendee;
use domain::sessions::scheduling::{can_be_booked, may_change};
use domain::sessions::seats::Step;
use sea_orm::DatabaseTransaction;

/// What somebody is about to do with the seats of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// While it is scheduled, for whoever may see it.
    TakeSeat,
    /// Until it is over, for whoever may see it.
    GiveUp,
    /// Until it is over, for whoever runs it.
    Run,
}

/// A session and its seats: nobody else changes them until the transaction ends.
#[derive(Clone, Debug)]
pub(super) struct Locked {
    pub stored: Stored,
    pub seats: Seats,
}

impl Locked {
    /// Waits for whoever changes these seats, and looks at them at the moment that has come then.
    ///
    /// # Errors
    /// Refuses sessions that are in no state for it; and those that the asker may not see or run, as not found.
    pub async fn hold(
        ctx: &Ctx,
        facts: &Facts,
        tx: &DatabaseTransaction,
        (id, purpose): (SessionId, Purpose),
    ) -> Result<Self> {
        let now = hold_seats(ctx, tx, id).await?;
        let stored = match purpose {
            Purpose::Run => Stored::run_by(ctx, facts, tx, id).await?,
            Purpose::TakeSeat | Purpose::GiveUp => Stored::read(ctx, facts, tx, id).await?,
        };
        let state = stored.state(now);
        match purpose {
            Purpose::TakeSeat => can_be_booked(state)?,
            Purpose::GiveUp | Purpose::Run => may_change(state)?,
        }
        let seats = Seats::load(facts, tx, &stored, now).await?;
        Ok(Self { stored, seats })
    }

    /// Writes steps down that came of an act of this name, and tells those whose bookings they are: what the audit log is told.
    /// `own` are those whose bookings the asker changes.
    pub async fn save(
        &self,
        ctx: &Ctx,
        tx: &DatabaseTransaction,
        act: &'static str,
        (steps, own): (&[Step], &[Attendee]),
    ) -> Result<Entry> {
        let (entry, letters) = self.write(ctx, tx, act, (steps, own)).await?;
        letters.put(ctx, tx).await?;
        Ok(entry)
    }

    /// The same for an act that goes on with other sessions: those whose bookings they are wait to be told.
    pub async fn write(
        &self,
        ctx: &Ctx,
        tx: &DatabaseTransaction,
        act: &'static str,
        (steps, own): (&[Step], &[Attendee]),
    ) -> Result<(Entry, Letters)> {
        let letters = self.seats.write(ctx, tx, &self.stored.row, (steps, own)).await?;
        Ok((Entry::new(act, "session", self.stored.row.id).after(&told(steps)), letters))
    }
}
