//! Sessions into their tables, in the transaction of the import: decided once more, while nobody can book them or lead others.

use super::Batch;
use super::settle::Settled;
use crate::audit::Entry;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::imports::merge::stale;
use crate::imports::writes::Writes;
use crate::people::hold_people;
use crate::protected_time::Outside;
use crate::sessions::Stored;
use crate::sessions::many::{hold_all, hold_teams, with_codes};
use domain::ids::{ImportId, PersonId, SessionId};
use domain::imports::Tally;
use domain::sessions::SessionState;
use entities::{
    audit_entry, protected_time_entry, session, session_lead, session_outcome, session_team,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use std::collections::BTreeSet;

/// People or sessions named by one statement: SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

/// The rows of sessions and of what belongs to them.
#[derive(Debug, Default)]
pub(super) struct Tables {
    sessions: Writes<session::ActiveModel>,
    leads: Writes<session_lead::ActiveModel>,
    outcomes: Writes<session_outcome::ActiveModel>,
    teams: Writes<session_team::ActiveModel>,
    /// Sessions whose outcomes, and whose invited teams, are said anew.
    outcomes_anew: Vec<SessionId>,
    teams_anew: Vec<SessionId>,
    /// Why sessions go ahead that protected time does not cover: in the ledger, and in the audit log.
    reasons: Writes<protected_time_entry::ActiveModel>,
    told: Writes<audit_entry::ActiveModel>,
}

impl Batch {
    /// Keeps what is new and what is corrected; says how many were which.
    ///
    /// # Errors
    /// Refuses where something stands against it that did not when the file was checked.
    pub async fn save(
        self,
        ctx: &Ctx,
        tx: &DatabaseTransaction,
        import: ImportId,
    ) -> Result<Vec<Tally>> {
        let Self { lines, referred } = self;
        let codes: Vec<&str> = lines.iter().map(|line| line.says.code.as_str()).collect();
        let there = with_codes(tx, &codes).await?;
        let leads = lines.iter().map(|line| line.says.lead);
        let leads: BTreeSet<PersonId> =
            leads.chain(there.iter().flat_map(Stored::people)).collect();
        let leads: Vec<PersonId> = leads.into_iter().collect();
        for some in leads.chunks(AT_ONCE) {
            hold_people(tx, some.iter().copied()).await?;
        }
        hold_teams(tx, &*ctx.facts().await?, leads.iter().copied()).await?;
        hold_all(tx, &there.iter().map(|one| one.row.id).collect()).await?;
        let Settled { report, tables } =
            Settled::of(ctx, tx, (&referred, &lines), Some(import)).await?;
        if !report.faults.is_empty() {
            let sentence = "Sessions were changed after the file was checked. Check it again.";
            return Err(stale(sentence).into());
        }
        tables.save(tx).await?;
        Ok(report.tallies)
    }
}

impl Tables {
    /// What is to be written of a session.
    pub fn take(&mut self, ctx: &Ctx, before: Option<&Stored>, after: Stored) {
        let Some(before) = before else {
            after.leads.into_iter().for_each(|row| self.leads.add(row));
            after.outcomes.into_iter().for_each(|row| self.outcomes.add(row));
            let id = after.row.id;
            after.invited.into_iter().for_each(|team_id| {
                self.teams.add(session_team::Model { session_id: id, team_id });
            });
            return self.sessions.add(after.row);
        };
        let (was, is) = (&before.row, &after.row);
        // Calendars are told of another title, time or place, of who leads it, and that it does not take place.
        let cancelled = was.cancelled_at.is_none() && is.cancelled_at.is_some();
        let told = before.changed(&after).is_some() || before.leads != after.leads || cancelled;
        let scheduled = before.state(ctx.rule_now()) == SessionState::Scheduled;
        let revision = was.revision.saturating_add(i32::from(scheduled && told));
        if before.leads != after.leads {
            self.lead(before, &after);
        }
        if before.outcomes != after.outcomes {
            self.outcomes_anew.push(was.id);
            after.outcomes.into_iter().for_each(|row| self.outcomes.add(row));
        }
        if before.invited != after.invited {
            self.teams_anew.push(was.id);
            after.invited.into_iter().for_each(|team_id| {
                self.teams.add(session_team::Model { session_id: was.id, team_id });
            });
        }
        self.sessions.correct(session::Model { revision, ..after.row });
    }

    /// Another lead: in the place of the first, or where there was none.
    fn lead(&mut self, before: &Stored, after: &Stored) {
        let there = |row: &session_lead::Model| before.leads.iter().any(|lead| lead.id == row.id);
        for row in after.leads.iter().filter(|row| !before.leads.contains(row)) {
            match there(row) {
                true => self.leads.correct(row.clone()),
                false => self.leads.add(row.clone()),
            }
        }
    }

    /// What is to be told of a session that protected time does not cover.
    pub fn tell_why(&mut self, ctx: &Ctx, stored: &Stored, outside: &Outside) {
        let id = stored.row.id;
        let rows = outside.rows(ctx, (id, stored.day()));
        for row in rows {
            self.reasons.add(row);
        }
        self.told.new.extend(outside.reason().map(|reason| {
            let entry = Entry::new("import session", "session", id);
            entry.after(&stored.slot()).note(reason).row(ctx)
        }));
    }

    async fn save(self, tx: &impl ConnectionTrait) -> Result<()> {
        self.sessions.save(tx).await?;
        self.leads.save(tx).await?;
        for some in self.outcomes_anew.chunks(AT_ONCE) {
            let anew = session_outcome::Column::SessionId.is_in(some.iter().copied());
            session_outcome::Entity::delete_many().filter(anew).exec(tx).await?;
        }
        self.outcomes.save(tx).await?;
        for some in self.teams_anew.chunks(AT_ONCE) {
            let anew = session_team::Column::SessionId.is_in(some.iter().copied());
            session_team::Entity::delete_many().filter(anew).exec(tx).await?;
        }
        self.teams.save(tx).await?;
        self.reasons.save(tx).await?;
        self.told.save(tx).await
    }
}
