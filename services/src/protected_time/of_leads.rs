//! The protected time of those who lead the sessions of a file: loaded at once, and taken up by one session after the other.

use super::books::Books;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::{PersonId, SessionId};
use domain::protected_time::allocation::Allocation;
use domain::protected_time::ledger::Spent;
use domain::protected_time::shortfall::{Lack, lack};
use domain::sessions::times::Slot;
use domain::years::Year;
use sea_orm::ConnectionTrait;
use std::collections::{HashMap, HashSet};

/// People looked up by one statement: SQLite takes 32,766 parameters.
const AT_ONCE: usize = 10_000;

/// What some people were promised, and what they are taken up with.
#[derive(Debug, Default)]
pub(crate) struct TimeOfLeads(HashMap<PersonId, OfLead>);

#[derive(Debug)]
struct OfLead {
    allocations: Vec<Allocation>,
    spent: Vec<Spent>,
}

impl TimeOfLeads {
    /// What stands on record of these people about all years from one to another, as if the sessions of the file were not; four
    /// queries for each ten thousand. They are held by the caller where it is to stay so.
    pub async fn load(
        ctx: &Ctx,
        db: &impl ConnectionTrait,
        (people, years): (&[PersonId], (Year, Year)),
        of_file: &HashSet<SessionId>,
    ) -> Result<Self> {
        let mut time = HashMap::with_capacity(people.len());
        for some in people.chunks(AT_ONCE) {
            let mut books = Books::of_years(db, some, years).await?;
            for person in some {
                let book = books.take(*person).without(of_file);
                let spent = book.spent(ctx);
                time.insert(*person, OfLead { allocations: book.allocations, spent });
            }
        }
        Ok(Self(time))
    }

    /// What somebody's time lacks for a session beside those that take it already.
    pub fn lack(&self, person: PersonId, slot: Slot) -> Option<Lack> {
        let of = self.0.get(&person)?;
        lack(&of.allocations, &of.spent, slot)
    }

    /// A session takes its minutes of somebody's time, where they are among those who were loaded.
    pub fn take(&mut self, ctx: &Ctx, person: PersonId, slot: Slot) {
        if let Some(of) = self.0.get_mut(&person) {
            of.spent.push(Spent::by_session(slot, ctx.rule_now()));
        }
    }
}
