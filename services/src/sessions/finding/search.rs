//! What is looked at to find a time: in what leads and people of invited teams are, and when those teams let them go.

use super::super::engaged::engaged_at;
use super::super::led::name;
use super::super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::Releases;
use chrono::{NaiveDate, NaiveTime};
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, TeamId};
use domain::organisations::TeamIndex;
use domain::release::Release;
use domain::sessions::finding::views::TimeLine;
use domain::sessions::finding::{Days, Found, Invited};
use domain::sessions::times::Slot;
use domain::sessions::working_time::is_working_day;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

const MINUTES_A_DAY: u32 = 24 * 60;

/// What a search looks at; leads on record in the order of the session's, teams in that of their ids.
pub(super) struct Search {
    pub leads: Vec<Vec<Slot>>,
    pub people: Vec<Invited>,
    teams: Vec<TeamId>,
    pub releases: Vec<Release>,
}

impl Search {
    /// Five queries, however many people and days there are.
    pub async fn load(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (stored, days): (&Stored, Days),
    ) -> Result<Self> {
        let mut teams = stored.invited.clone();
        teams.sort_unstable();
        let mut people = invited(facts, stored, (&teams, days));
        let ids: Vec<PersonId> =
            stored.people().chain(people.iter().map(|(person, _)| *person)).collect();
        let whole = whole_days(days.first, days.last);
        let mut taken: BTreeMap<PersonId, Vec<Slot>> = BTreeMap::new();
        for (person, engaged) in engaged_at(ctx, db, &ids, (&[stored.row.id], &[whole])).await? {
            taken.entry(person).or_default().push(engaged.slot);
        }
        let times = Releases::times_of(db, teams.iter().copied()).await?;
        let releases = teams.iter().map(|team| times.get(*team).cloned().unwrap_or_default());
        let busy = |person: PersonId| taken.get(&person).cloned().unwrap_or_default();
        for (person, one) in &mut people {
            one.busy.extend(busy(*person));
        }
        Ok(Self {
            leads: stored.people().map(busy).collect(),
            people: people.into_iter().map(|(_, one)| one).collect(),
            releases: releases.collect(),
            teams,
        })
    }

    /// A time as the page shows it.
    pub fn line(&self, facts: &Facts, stored: &Stored, found: Found) -> TimeLine {
        let on_record = stored.leads.iter().filter(|lead| lead.person_id.is_some());
        let named = on_record.map(|lead| name(facts, lead)).enumerate();
        let (taken, free): (Vec<_>, Vec<_>) =
            named.partition(|(at, _)| found.leads_taken.contains(at));
        let names = |leads: Vec<(usize, String)>| leads.into_iter().map(|(_, name)| name).collect();
        let team = |at: &usize| {
            let id = self.teams.get(*at)?;
            let team = facts.places.teams.iter().find(|team| team.id == *id)?;
            Some(team.name.clone())
        };
        TimeLine {
            slot: found.slot,
            could_come: found.could_come,
            protected: found.protected,
            free: names(free),
            taken: names(taken),
            protected_of: found.protected_of.iter().filter_map(team).collect(),
        }
    }
}

/// The people of these teams, without those who lead the session: each with the team that they come from, and taken on the days on
/// which they have no post in it.
fn invited(
    facts: &Facts,
    stored: &Stored,
    (teams, days): (&[TeamId], Days),
) -> Vec<(PersonId, Invited)> {
    let place = |team: &TeamId| facts.places.teams.iter().position(|known| known.id == *team);
    let places: Vec<Option<TeamIndex>> = teams.iter().map(place).collect();
    let working: Vec<NaiveDate> = days.each().filter(|day| is_working_day(*day)).collect();
    let ever = |person: &Person| {
        let terms = person.posts.iter().flat_map(|post| &post.terms);
        terms.map(|terms| Some(terms.team)).any(|team| places.contains(&team))
    };
    let of = |person: &Person| {
        let on = |day: NaiveDate| {
            let posts = facts.posts_in_scope(person, day).map(|terms| Some(terms.team));
            posts.filter_map(|team| places.iter().position(|place| *place == team)).min()
        };
        let team = working.iter().find_map(|day| on(*day))?;
        let absent = working.iter().filter(|day| on(**day) != Some(team));
        let busy = absent.map(|day| whole_days(*day, *day)).collect();
        Some((person.id, Invited { team, busy }))
    };
    let theirs = facts.people.iter().filter(|person| ever(person) && !stored.is_led_by(person.id));
    theirs.filter_map(of).collect()
}

/// From the beginning of one day to the end of another.
fn whole_days(first: NaiveDate, last: NaiveDate) -> Slot {
    let days = u32::try_from(last.signed_duration_since(first).num_days() + 1).unwrap_or_default();
    Slot { starts: first.and_time(NaiveTime::MIN), minutes: days * MINUTES_A_DAY }
}
