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
use domain::protected_time::taking::Taking;
use domain::sessions::SessionState;
use domain::years::Year;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashSet};

/// The time of everybody of whom a session ahead takes it anew, as far as it is taken.
pub(super) struct LeadsTime(TimeOfLeads);

impl LeadsTime {
    /// Everything that takes time but what the lines newly ask for. Five queries for each ten thousand leads; none where a file
    /// asks for no time.
    pub async fn load(ctx: &Ctx, db: &impl ConnectionTrait, made: &[Made<'_>]) -> Result<Self> {
        let now = ctx.rule_now();
        let (mut people, mut years) = (BTreeSet::<PersonId>::new(), BTreeSet::<Year>::new());
        for one in made {
            let anew = one.takes_anew(now);
            years.extend((!anew.is_empty()).then(|| Year::of(one.after.day())));
            people.extend(anew.into_iter().map(|(person, _)| person));
        }
        let (Some(first), Some(last)) = (years.first(), years.last()) else {
            return Ok(Self(TimeOfLeads::default()));
        };
        let people: Vec<PersonId> = people.into_iter().collect();
        let of_file: HashSet<SessionId> = made.iter().map(|one| one.after.row.id).collect();
        let time = TimeOfLeads::load(ctx, db, (&people, (*first, *last)), &of_file).await?;
        let mut time = Self(time);
        for one in made.iter().filter(|one| takes_time(&one.after)) {
            let mut taken: Vec<PersonId> = one.after.people().collect();
            for asked in one.takes_anew(now) {
                taken.retain(|person| *person != asked.0 || !time.is_in_turn(one, asked));
            }
            for person in taken {
                time.0.take(ctx, person, one.after.slot());
            }
        }
        Ok(time)
    }

    /// What a line lacks beside those before it, with the reason that it gives; from then on it takes its time.
    pub fn take(&mut self, ctx: &Ctx, made: &Made<'_>) -> Outside {
        let (id, slot) = (made.after.row.id, made.after.slot());
        let mut lacking = Vec::new();
        for asked in made.takes_anew(ctx.rule_now()) {
            let person = asked.0;
            lacking.extend(self.0.lack(id, asked).map(|lack| (person, lack)));
            if self.is_in_turn(made, asked) {
                self.0.take(ctx, person, slot);
            }
        }
        Outside::known(lacking, made.line.says.reason.clone().said())
    }

    /// Whether a line takes somebody's time when its turn comes. What it took of the same year before, and what has its reason
    /// already, is taken before all lines: they see it.
    fn is_in_turn(&self, made: &Made<'_>, (person, taking): (PersonId, Taking)) -> bool {
        taking.takes_more() && !self.0.is_reasoned(made.after.row.id, person)
    }
}

impl Made<'_> {
    /// Of whom a session ahead takes time that it did not take before, and how: of all who lead it where it comes to be scheduled;
    /// of those who join; of the others where it is moved to another day or made longer.
    fn takes_anew(&self, now: NaiveDateTime) -> Vec<(PersonId, Taking)> {
        if !self.after.is_ahead(now) {
            return Vec::new();
        }
        let before = self.before.filter(|before| before.state(now) == SessionState::Scheduled);
        let takes = |lead: PersonId| {
            let before = before.filter(|before| before.is_led_by(lead)).map(Stored::slot);
            (lead, Taking { before, slot: self.after.slot() })
        };
        self.after.people().map(takes).filter(|(_, taking)| taking.is_anew()).collect()
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
