//! What stands around each of somebody's people: in what else they are at that time, and how many of their profession would stay.

use super::super::approval::{of_profession, staying};
use super::super::engaged::{free_for, gone, involved};
use super::super::room::{post_of, profession};
use super::super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::release::{Releases, may_manage};
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, TeamId};
use domain::organisations::{Team, TeamIndex};
use domain::people::listed_name;
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::people::{PersonLine, of_another, too_few};
use domain::sessions::seats::Seating;
use domain::sessions::times::Engaged;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Around {
    pub releases: Releases,
    /// The sessions that each of them is in at about that time.
    engaged: BTreeMap<PersonId, Vec<(PersonId, Engaged)>>,
    /// How many of a profession are in a team at that time, where it keeps a number of them.
    staying: BTreeMap<(TeamId, String), usize>,
}

impl Around {
    /// For people with the team that each comes from; seven queries, however many they are.
    pub async fn load(
        ctx: &Ctx,
        facts: &Facts,
        db: &impl ConnectionTrait,
        (stored, seats): (&Stored, &Seating),
        shown: &[(&Person, TeamIndex)],
    ) -> Result<Self> {
        let team = |at: TeamIndex| facts.places.teams.get(at);
        let teams: Vec<TeamId> = shown.iter().filter_map(|(_, at)| Some(team(*at)?.id)).collect();
        let releases = Releases::of(db, teams).await?;
        let mut kept: BTreeMap<(TeamId, String), Vec<PersonId>> = BTreeMap::new();
        for (person, at) in shown {
            let Some(team) = team(*at) else { continue };
            let own = counts_as(facts, stored, person.id, team);
            let least = releases.get(team.id).and_then(|one| one.least_of(own.as_deref()));
            if let (Some(own), Some(_)) = (own, least) {
                let people = |(team, own): &(TeamId, String)| {
                    of_profession(facts, stored, (*at, *team, own.as_str()))
                };
                kept.entry((team.id, own)).or_insert_with_key(people);
            }
        }
        let shown = shown.iter().map(|(person, _)| person.id);
        let people: BTreeSet<PersonId> = shown.chain(kept.values().flatten().copied()).collect();
        let people: Vec<PersonId> = people.into_iter().collect();
        let slot = stored.slot();
        let involved = involved(ctx, db, &people, (&[stored.row.id], &[slot])).await?;
        let gone = gone(&involved, slot);
        let staying = kept
            .into_iter()
            .map(|(of, people)| (of, staying((stored, seats), &people, &gone)))
            .collect();
        let mut engaged: BTreeMap<PersonId, Vec<(PersonId, Engaged)>> = BTreeMap::new();
        for one in involved {
            engaged.entry(one.person).or_default().push((one.person, one.engaged));
        }
        Ok(Self { releases, engaged, staying })
    }

    /// One of them, as the page shows them.
    ///
    /// # Errors
    /// Fails when what they are in cannot be read.
    pub fn line(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        stored: &Stored,
        (person, at): (&Person, TeamIndex),
    ) -> Result<PersonLine> {
        let team = facts.places.teams.get(at);
        let profession = team.and_then(|team| counts_as(facts, stored, person.id, team));
        Ok(PersonLine {
            person: person.id,
            name: listed_name(&person.first_name, &person.last_name),
            team: team.map(|team| team.name.clone()).unwrap_or_default(),
            against: self.against(ctx, facts, stored, person.id)?,
            note: team.and_then(|team| {
                self.note(team, profession.as_deref(), may_manage(ctx, facts, at))
            }),
            profession,
        })
    }

    /// Why somebody cannot be booked.
    fn against(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        stored: &Stored,
        person: PersonId,
    ) -> Result<Option<String>> {
        if let Err(refusal) = may_take_a_seat(stored.is_led_by(person)) {
            return Ok(Some(of_another(&refusal)));
        }
        let engaged = self.engaged.get(&person).map(Vec::as_slice).unwrap_or_default();
        match free_for(ctx, facts, (person, stored.slot()), engaged) {
            Err(Error::Refused(refusal)) => Ok(Some(of_another(&refusal))),
            other => other.map(|()| None),
        }
    }

    /// That too few would stay; `decides` says that the asker manages the team's release.
    fn note(&self, team: &Team, profession: Option<&str>, decides: bool) -> Option<String> {
        let (release, own) = (self.releases.get(team.id)?, profession?);
        let least = release.least_of(Some(own))?;
        let staying = *self.staying.get(&(team.id, own.to_owned()))?;
        let leaves = release.leaves_too_few(Some(own), staying);
        leaves.then(|| too_few(own, &team.name, least, decides))
    }
}

/// What somebody who comes from a team counts as on the session's day.
fn counts_as(facts: &Facts, stored: &Stored, person: PersonId, team: &Team) -> Option<String> {
    let post = post_of(facts, person, Some(team.id), stored.day());
    post.and_then(|terms| profession(facts, terms))
}
