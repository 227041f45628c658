//! What is looked at to find a time: in what leads and people of invited teams are, what leads were promised, when those teams let
//! their people go, and who lacks what the session builds.

use super::super::engaged::engaged_at;
use super::super::outcomes::asked;
use super::super::stored::Stored;
use super::people::{count_gaps, invited, whole_days};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::protected_time::{lack_words, promised};
use crate::release::Releases;
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::protected_time::Shortfall;
use domain::protected_time::shortfall::Lack;
use domain::release::Release;
use domain::requirements::Asked;
use domain::sessions::finding::views::{GapLine, TimeLine};
use domain::sessions::finding::{Around, Days, Found, Invited, LeadTime};
use domain::sessions::times::Slot;
use domain::years::Year;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeMap, HashSet};

/// What a search looks at; leads on record in the order of the session's, teams in that of their ids.
pub(super) struct Search {
    /// Who leads, and their time.
    who: Vec<PersonId>,
    leads: Vec<LeadTime>,
    pub people: Vec<Invited>,
    teams: Vec<TeamId>,
    releases: Vec<Release>,
    /// What the session builds, as the framework version of today asks it.
    pub outcomes: Vec<Asked>,
    /// In how many of the teams the asker sees gap counts.
    pub gap_teams: usize,
}

impl Search {
    /// Nine queries, however many people and days there are.
    pub async fn load(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (stored, days): (&Stored, Days),
    ) -> Result<Self> {
        let mut teams = stored.invited.clone();
        teams.sort_unstable();
        let mut people = invited(facts, stored, (&teams, days));
        let outcomes = asked(facts, &stored.outcomes, ctx.today);
        let gap_teams = count_gaps(ctx, facts, (&teams, &outcomes), &mut people);
        let who: Vec<PersonId> = stored.people().collect();
        let ids: Vec<PersonId> =
            who.iter().copied().chain(people.iter().map(|(person, _)| *person)).collect();
        let whole = whole_days(days.first, days.last);
        let mut taken: BTreeMap<PersonId, Vec<Slot>> = BTreeMap::new();
        for (person, engaged) in engaged_at(ctx, db, &ids, (&[stored.row.id], &[whole])).await? {
            taken.entry(person).or_default().push(engaged.slot);
        }
        let times = Releases::times_of(db, teams.iter().copied()).await?;
        // A draft takes nobody's time yet.
        let years = (Year::of(days.first), Year::of(days.last));
        let promised = promised(ctx, db, (&who, years), &HashSet::new()).await?;
        let releases = teams.iter().map(|team| times.get(*team).cloned().unwrap_or_default());
        let busy = |person: PersonId| taken.get(&person).cloned().unwrap_or_default();
        for (person, one) in &mut people {
            one.busy.extend(busy(*person));
        }
        let leads = who.iter().zip(promised).map(|(person, (promised, spent))| {
            let busy = busy(*person);
            LeadTime { busy, promised, spent }
        });
        Ok(Self {
            leads: leads.collect(),
            who,
            people: people.into_iter().map(|(_, one)| one).collect(),
            releases: releases.collect(),
            teams,
            outcomes,
            gap_teams,
        })
    }

    pub fn around(&self) -> Around<'_> {
        Around { leads: &self.leads, people: &self.people, teams: &self.releases }
    }

    /// A time as the page shows it.
    pub fn line(&self, ctx: &Ctx, facts: &Facts, found: Found) -> TimeLine {
        let is_taken = |at: usize| found.leads_taken.contains(&at);
        let is_covered = |at: usize| found.lacking.iter().all(|(lead, _)| *lead != at);
        let lacks = |(at, lack): &(usize, Lack)| {
            let person = self.who.get(*at)?;
            // How much of it somebody has left is theirs, and their workforce lead's.
            Some(match lack.why == Shortfall::Beyond && ctx.actor.person() != Some(*person) {
                true => {
                    format!(
                        "{} has too little protected time left that year.",
                        facts.name_of(*person)
                    )
                }
                false => lack_words(ctx, facts, *person, *lack),
            })
        };
        let team = |at: &usize| {
            let id = self.teams.get(*at)?;
            Some(facts.places.team(*id)?.name.clone())
        };
        TimeLine {
            slot: found.slot,
            could_come: found.could_come,
            protected: found.protected,
            free: self.names(facts, |at| !is_taken(at)),
            taken: self.names(facts, is_taken),
            covered: self.names(facts, is_covered),
            lacking: found.lacking.iter().filter_map(lacks).collect(),
            protected_of: found.protected_of.iter().filter_map(team).collect(),
            gaps: self.gaps(facts, found.slot),
        }
    }

    /// The names of those who lead, as far as something is so of their position.
    fn names(&self, facts: &Facts, is_so: impl Fn(usize) -> bool) -> Vec<String> {
        let leads = self.who.iter().enumerate().filter(|(at, _)| is_so(*at));
        leads.map(|(_, person)| facts.name_of(*person)).collect()
    }

    /// Gaps that a time would help to close.
    fn gaps(&self, facts: &Facts, slot: Slot) -> Vec<GapLine> {
        let line = |(outcome, people): (usize, usize)| {
            let asked = self.outcomes.get(outcome)?;
            let of = facts.competencies.get(usize::from(asked.competency))?;
            Some(GapLine { code: of.code.clone(), title: of.title.clone(), people })
        };
        self.around().gaps_at(slot).into_iter().filter_map(line).collect()
    }
}
