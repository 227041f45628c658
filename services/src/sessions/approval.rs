//! Who stays in a team when others go to a session: where too few of a profession would, a booking waits for the team manager.

use super::room::{post_of, profession};
use super::stored::Stored;
use crate::release::Releases;
use domain::coverage::{Facts, Person};
use domain::ids::{PersonId, TeamId};
use domain::organisations::TeamIndex;
use domain::sessions::seats::Seating;
use std::collections::{BTreeMap, BTreeSet};

/// By team and profession, where the team keeps a number of it: those who have a post there on a session's day.
pub(super) struct Kept(BTreeMap<(TeamId, String), Vec<PersonId>>);

impl Kept {
    /// Those beside some people, each with the team that they come from.
    pub fn of(
        facts: &Facts,
        stored: &Stored,
        releases: &Releases,
        people: &[(PersonId, TeamId)],
    ) -> Self {
        let mut kept = BTreeMap::new();
        for (person, team) in people {
            let own = counts_as(facts, stored, (*person, *team));
            let least = releases.get(*team).and_then(|release| release.least_of(own.as_deref()));
            if let (Some(own), Some(_), Some(at)) = (own, least, facts.places.team_at(*team)) {
                kept.entry((*team, own)).or_insert_with_key(|(team, own)| {
                    of_profession(facts, stored, (at, *team, own.as_str()))
                });
            }
        }
        Self(kept)
    }

    /// All of them, of whom it is to be known whether they are gone.
    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.0.values().flatten().copied()
    }

    /// How many of a profession are in a team at the session's time: neither gone to another, nor in this one, with a seat or as a
    /// lead. Whoever waits for a seat counts as gone too: nobody is asked again when it falls to them. None where the team keeps no
    /// number of them.
    pub fn present(
        &self,
        (stored, seats): (&Stored, &Seating),
        of: &(TeamId, String),
        gone: &BTreeSet<PersonId>,
    ) -> Option<usize> {
        let people = self.0.get(of)?;
        let live = seats.bookings.iter().filter(|booking| booking.is_on_its_way(seats.now));
        let held = live.filter_map(|booking| booking.attendee.person());
        let here: BTreeSet<PersonId> = held.chain(stored.people()).collect();
        let stays = |person: &&PersonId| !gone.contains(person) && !here.contains(person);
        Some(people.iter().filter(stays).count())
    }
}

/// What somebody who comes from a team counts as on the session's day.
pub(super) fn counts_as(
    facts: &Facts,
    stored: &Stored,
    (person, team): (PersonId, TeamId),
) -> Option<String> {
    let post = post_of(facts, person, Some(team), stored.day());
    post.and_then(|terms| profession(facts, terms))
}

/// Those of a profession who have a post in a team on the session's day.
fn of_profession(
    facts: &Facts,
    stored: &Stored,
    (at, team, wanted): (TeamIndex, TeamId, &str),
) -> Vec<PersonId> {
    let day = stored.day();
    let is_in_team =
        |person: &&Person| facts.posts_in_scope(person, day).any(|terms| terms.team == at);
    let in_team = facts.people.iter().filter(is_in_team).map(|person| person.id);
    let is_wanted =
        |person: &PersonId| counts_as(facts, stored, (*person, team)).as_deref() == Some(wanted);
    in_team.filter(is_wanted).collect()
}
