//! Who may do what with the returns of a place: by policy at the place, and by where a revision stands.

use super::kept::Kept;
use super::not_found;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::organisations::{Area, AreaIndex};
use domain::policy::{Action, Resource, may};
use domain::refusal::Refusal;
use domain::returns::history::{is_there_for, may_take};
use domain::returns::rows::place_of;
use domain::returns::{ReturnId, Step};

/// What policy allows at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rights {
    /// And checks them.
    pub prepares: bool,
    pub approves: bool,
    /// Before they are submitted, once somebody has checked them.
    pub reads: bool,
}

impl Rights {
    pub fn at(ctx: &Ctx, facts: &Facts, place: AreaIndex) -> Self {
        let place = facts.places.located_area(place);
        let allows = |action| may(&ctx.actor, action, Resource::Place(&place));
        let (prepares, approves) = (allows(Action::PrepareReturn), allows(Action::ApproveReturn));
        Self { prepares, approves, reads: prepares || approves || allows(Action::ReadReturn) }
    }

    /// Whether a revision with these steps is there for somebody with these rights.
    pub fn finds(self, steps: &[Step]) -> bool {
        is_there_for(steps, self.prepares, self.reads)
    }

    /// Whether somebody with these rights takes a step at all: whoever had a hand in a return may submit it once it is approved.
    pub const fn take(self, step: Step) -> bool {
        match step {
            Step::Prepared | Step::Checked => self.prepares,
            Step::Approved => self.approves,
            Step::Submitted => self.prepares || self.approves,
        }
    }

    /// Whether the asker may take a step now, with what stands.
    pub fn takes_now(self, ctx: &Ctx, (stored, kept): (&Stored, &Kept), step: Step) -> bool {
        let now = (ctx.actor.account_id(), kept.digest.as_str());
        let (events, wrote) = (stored.events(), &kept.summary.wrote);
        self.take(step) && may_take(&stored.id, (&events, wrote), step, now).is_ok()
    }
}

/// The place with this code.
///
/// # Errors
/// Refuses places of which the asker prepares no returns, and what is no place, as not found.
pub(super) fn preparing<'f>(ctx: &Ctx, facts: &'f Facts, code: &str) -> Result<&'f Area> {
    ctx.authorise_somewhere(Action::PrepareReturn, "this place")?;
    let found = place_of(facts, code).filter(|at| Rights::at(ctx, facts, *at).prepares);
    let found = found.and_then(|at| facts.places.areas.get(at));
    found.ok_or_else(|| Refusal::not_found("this place").into())
}

/// A revision that the asker may read.
#[derive(Clone, Debug)]
pub(super) struct Readable<'f> {
    pub at: AreaIndex,
    pub place: &'f Area,
    pub rights: Rights,
    /// Every revision of the same place and day, by number.
    pub all: Vec<Stored>,
    pub stored: Stored,
}

impl Readable<'_> {
    /// Whether the asker is told the addresses of accounts without a staff record: whoever has a hand in the returns of the place, has to know
    /// whose word a step is; and administrators see every account.
    pub fn sees_accounts(&self, ctx: &Ctx) -> bool {
        self.rights.reads || may(&ctx.actor, Action::ManageAccounts, Resource::Installation)
    }
}

/// The revision with this name; two queries. Submitted ones are published: everybody with an account reads them.
///
/// # Errors
/// Refuses others that are not there for the asker ([`is_there_for`]), as not found.
pub(super) async fn readable<'f>(
    ctx: &Ctx,
    facts: &'f Facts,
    id: &ReturnId,
) -> Result<Readable<'f>> {
    ctx.authorise(Action::ReadPublished, Resource::Installation, "this return")?;
    let at = place_of(facts, &id.place).ok_or_else(not_found)?;
    let place = facts.places.areas.get(at).ok_or_else(not_found)?;
    let rights = Rights::at(ctx, facts, at);
    let all = Stored::of_return(ctx.db().read(), place, id.date).await?;
    let stored = all.iter().find(|one| one.id == *id).cloned();
    let stored = stored.filter(|one| rights.finds(&one.steps())).ok_or_else(not_found)?;
    Ok(Readable { at, place, rights, all, stored })
}
