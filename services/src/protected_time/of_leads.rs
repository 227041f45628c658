//! The protected time of those who lead a session, or the sessions of a file: loaded at once, and taken up by one session after the other.

use super::books::promised;
use super::outside::reasoned_sessions;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::{PersonId, SessionId};
use domain::protected_time::allocation::Allocation;
use domain::protected_time::ledger::Spent;
use domain::protected_time::shortfall::Lack;
use domain::protected_time::taking::Taking;
use domain::sessions::times::Slot;
use domain::years::Year;
use sea_orm::ConnectionTrait;
use std::collections::{HashMap, HashSet};

/// People looked up by one statement: SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

/// What some people were promised, what they are taken up with, and for which sessions a reason stands in their ledgers already.
#[derive(Debug, Default)]
pub(crate) struct TimeOfLeads {
    leads: HashMap<PersonId, (Vec<Allocation>, Vec<Spent>)>,
    reasoned: HashSet<(SessionId, PersonId)>,
}

impl TimeOfLeads {
    /// What stands on record of these people about all years from one to another, as if those sessions were not; five
    /// queries for each ten thousand. They are held by the caller where it is to stay so.
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        (people, years): (&[PersonId], (Year, Year)),
        those: &HashSet<SessionId>,
    ) -> Result<Self> {
        let mut time = Self::default();
        for some in people.chunks(AT_ONCE) {
            let found = promised(ctx, db, (some, years), those).await?;
            time.leads.extend(some.iter().copied().zip(found));
            time.reasoned.extend(reasoned_sessions(db, some).await?);
        }
        Ok(time)
    }

    /// Whether a reason for a session stands in somebody's ledger already: they are not asked again.
    pub fn is_reasoned(&self, session: SessionId, person: PersonId) -> bool {
        self.reasoned.contains(&(session, person))
    }

    /// What somebody's time lacks for what a session takes beside those that take it already.
    pub fn lack(&self, session: SessionId, (person, taking): (PersonId, Taking)) -> Option<Lack> {
        if self.is_reasoned(session, person) {
            return None;
        }
        let (allocations, spent) = self.leads.get(&person)?;
        taking.lack(allocations, spent)
    }

    /// A session takes its minutes of somebody's time, where they are among those who were loaded.
    pub fn take(&mut self, ctx: &Ctx, person: PersonId, slot: Slot) {
        if let Some((_, spent)) = self.leads.get_mut(&person) {
            spent.push(Spent::by_session(slot, ctx.rule_now()));
        }
    }
}
