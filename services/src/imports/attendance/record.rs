//! The second reading of a file of attendance: decided once more, while nobody can book these sessions, and written down.

use super::roll::Roll;
use super::{Pass, lines};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::imports::merge::stale;
use crate::imports::progress::Watch;
use crate::people::hold_people;
use crate::sessions::many::{count_bookings, hold_all};
use domain::ids::{ImportId, PersonId};
use domain::imports::Tally;
use entities::{attendance_event, booking_event};
use sea_orm::{ConnectionTrait, DatabaseTransaction, EntityTrait};

/// People held by one statement: SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

impl Pass {
    /// Reads the file again and records it, in the order of the file; says how many were new, corrected and there.
    ///
    /// # Errors
    /// Refuses a file that is no longer the one that was checked, and where something stands against it that did not then.
    pub async fn save(
        self,
        ctx: &Ctx,
        tx: &DatabaseTransaction,
        import: ImportId,
        watch: &Watch,
    ) -> Result<Vec<Tally>> {
        let people: Vec<PersonId> = self.people.iter().copied().collect();
        for some in people.chunks(AT_ONCE) {
            hold_people(tx, some.iter().copied()).await?;
        }
        hold_all(tx, &self.sessions).await?;
        let mut roll = Roll::open(ctx, tx, (&self.referred, Some(import))).await?;
        let mut stream = lines(&self.source, &self.referred, watch);
        while let Some(batch) = stream.next().await {
            roll.fetch(tx, &batch).await?;
            for entry in &batch {
                roll.take(entry);
            }
            roll.save(tx).await?;
        }
        stream.end_as(&self.digest).await?;
        count_bookings(tx, &roll.counted).await?;
        let report = roll.close().0;
        if report.faults.is_empty() {
            return Ok(report.tallies);
        }
        let sentence = "Bookings were changed after the file was checked. Check it again.";
        Err(stale(sentence).into())
    }
}

impl Roll<'_> {
    /// Writes down what the lines since the last time have changed: at most two rows a line, of eleven columns.
    async fn save(&mut self, tx: &impl ConnectionTrait) -> Result<()> {
        let bookings = std::mem::take(&mut self.bookings);
        if !bookings.is_empty() {
            booking_event::Entity::insert_many(bookings).exec_without_returning(tx).await?;
        }
        let attendance = std::mem::take(&mut self.attendance);
        if !attendance.is_empty() {
            attendance_event::Entity::insert_many(attendance).exec_without_returning(tx).await?;
        }
        Ok(())
    }
}
