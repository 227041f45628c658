//! What protected time lacks for the sessions of a file that are to come: held against what is on record, and against the lines
//! before.

use super::line::SessionLine;
use super::settle::{Fault, Made};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::imports::row::Said;
use crate::protected_time::{Outside, TimeOfLeads};
use crate::sessions::Stored;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::ids::{PersonId, SessionId};
use domain::policy::{Action, Resource, may};
use domain::sessions::SessionState;
use domain::years::Year;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashSet};

/// The time of everybody who comes to lead a session ahead, as far as it is taken.
pub(super) struct LeadsTime(TimeOfLeads);

impl LeadsTime {
    /// Everything that takes time but what the lines newly ask for. Four queries for each ten thousand leads; none where a file
    /// asks for no time.
    pub async fn load(ctx: &Ctx, db: &impl ConnectionTrait, made: &[Made<'_>]) -> Result<Self> {
        let now = ctx.rule_now();
        let (mut people, mut years) = (BTreeSet::<PersonId>::new(), BTreeSet::<Year>::new());
        for one in made {
            let new = one.new_leads(now);
            years.extend((!new.is_empty()).then(|| Year::of(one.after.day())));
            people.extend(new);
        }
        let (Some(first), Some(last)) = (years.first(), years.last()) else {
            return Ok(Self(TimeOfLeads::default()));
        };
        let people: Vec<PersonId> = people.into_iter().collect();
        let of_file: HashSet<SessionId> = made.iter().map(|one| one.after.row.id).collect();
        let time = TimeOfLeads::load(ctx, db, (&people, (*first, *last)), &of_file).await?;
        let mut time = Self(time);
        for one in made.iter().filter(|one| takes_time(&one.after)) {
            let new = one.new_leads(now);
            for person in one.after.people().filter(|person| !new.contains(person)) {
                time.0.take(ctx, person, one.after.slot());
            }
        }
        Ok(time)
    }

    /// What a line lacks beside those before it, with the reason that it gives; from then on it takes its time.
    pub fn take(&mut self, ctx: &Ctx, made: &Made<'_>) -> Outside {
        let slot = made.after.slot();
        let mut lacking = Vec::new();
        for person in made.new_leads(ctx.rule_now()) {
            lacking.extend(self.0.lack(person, slot).map(|lack| (person, lack)));
            self.0.take(ctx, person, slot);
        }
        Outside::known(lacking, made.line.says.reason.clone().said())
    }
}

impl Made<'_> {
    /// Of whom a session ahead takes time that it did not take before: all who lead it where it comes to be scheduled, else those
    /// who join.
    fn new_leads(&self, now: NaiveDateTime) -> Vec<PersonId> {
        if !self.after.is_ahead(now) {
            return Vec::new();
        }
        let before = self.before.filter(|before| before.state(now) == SessionState::Scheduled);
        let joins = |lead: &PersonId| before.is_none_or(|before| !before.is_led_by(*lead));
        self.after.people().filter(joins).collect()
    }
}

/// Whether a session takes the time of its leads: it was scheduled, and not cancelled.
const fn takes_time(stored: &Stored) -> bool {
    stored.row.scheduled_at.is_some() && stored.row.cancelled_at.is_none()
}

/// That a line must say why its session goes ahead. Whoever brings files in for the whole installation is not asked where the file
/// has no column for it: what it holds was planned elsewhere.
pub(super) fn unreasoned(
    (ctx, facts): (&Ctx, &Facts),
    says: &SessionLine,
    outside: &Outside,
) -> Option<Fault> {
    let brings_all = || may(&ctx.actor, Action::ImportPeople, Resource::Installation);
    if says.reason == Said::Nothing && brings_all() {
        return None;
    }
    let told = outside.may_go_ahead(ctx, facts).err()?;
    Some(("reason", told.of("reason")?.to_owned()))
}
