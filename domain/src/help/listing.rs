//! Who is listed for whom: colleagues in the same place who agreed to be asked, with what they hold today.

use super::{Agreement, helps_at};
use crate::codes::AreaKind;
use crate::coverage::{Competency, Facts, Person};
use crate::frameworks::{Level, version_at};
use crate::macros::codes;
use crate::organisations::Team;
use crate::people::Terms;
use crate::requirements::CompetencyIndex;
use chrono::NaiveDate;

codes! {
    /// How near somebody works: the narrowest thing that two people have in common, nearest first.
    Nearness, "nearness" {
        Team "team" "Your team",
        Network "network" "Your network",
        Locality "locality" "Your locality",
        Place "place" "Your place",
    }
}

/// Somebody who can be asked.
#[derive(Clone, Debug)]
pub struct Helper<'a> {
    pub person: &'a Person,
    pub near: Nearness,
    pub agreement: &'a Agreement,
    /// What they can be asked about, in the order of the framework; never empty.
    pub holds: Vec<(CompetencyIndex, Level)>,
}

/// The competencies that somebody holds at [`super::HELPS_FROM`] or above on `day`: confirmed and current.
pub fn held(facts: &Facts, person: &Person, day: NaiveDate) -> Vec<(CompetencyIndex, Level)> {
    let version = version_at(&facts.versions, day);
    let current = (0..).zip(&facts.competencies).filter(|(_, of)| Some(of.version) == version);
    let level = |(at, of): (CompetencyIndex, &Competency)| {
        helps_at(&person.standing_in(at, of, day), day).map(|level| (at, level))
    };
    current.filter_map(level).collect()
}

/// Everybody whom `asker` can ask on `day`, of those whose agreement stands: at work in a post in the asker's place, and
/// holding something they agreed to be asked about. The nearest come first, then by name.
pub fn helpers<'a>(
    facts: &'a Facts,
    standing: &'a [Agreement],
    asker: &Person,
    day: NaiveDate,
) -> Vec<Helper<'a>> {
    let others = standing.iter().filter(|agreement| agreement.person != asker.id);
    let mut helpers: Vec<Helper<'a>> =
        others.filter_map(|agreement| helper(facts, agreement, asker, day)).collect();
    helpers.sort_by_cached_key(|helper| {
        let Person { first_name, last_name, id, .. } = helper.person;
        (helper.near, last_name.to_lowercase(), first_name.to_lowercase(), *id)
    });
    helpers
}

fn helper<'a>(
    facts: &'a Facts,
    agreement: &'a Agreement,
    asker: &Person,
    day: NaiveDate,
) -> Option<Helper<'a>> {
    let person = facts.person(agreement.person)?;
    let near = nearness(facts, asker, person, day)?;
    let holds = offered(facts, agreement, person, day);
    (!holds.is_empty()).then_some(Helper { person, near, agreement, holds })
}

/// What somebody at work can be asked about on `day`, of what they agreed to be asked about.
fn offered(
    facts: &Facts,
    agreement: &Agreement,
    person: &Person,
    day: NaiveDate,
) -> Vec<(CompetencyIndex, Level)> {
    if facts.posts_in_scope(person, day).next().is_none() {
        return Vec::new();
    }
    let mut holds = held(facts, person, day);
    holds.retain(|(at, _)| domain_of(facts, *at).is_some_and(|domain| agreement.covers(domain)));
    holds
}

/// Whether colleagues in the same place find somebody on `day` whose agreement stands.
pub fn is_listed(facts: &Facts, agreement: &Agreement, day: NaiveDate) -> bool {
    let person = facts.person(agreement.person);
    person.is_some_and(|person| !offered(facts, agreement, person, day).is_empty())
}

/// How near two people work on `day`; `None` where they have no place in common, or one of them no post.
pub fn nearness(facts: &Facts, one: &Person, other: &Person, day: NaiveDate) -> Option<Nearness> {
    let pairs = || {
        let theirs = move |mine: &'_ Terms| {
            let mine = mine.team;
            facts.posts_in_scope(other, day).map(move |their| (mine, their.team))
        };
        facts.posts_in_scope(one, day).flat_map(theirs)
    };
    if pairs().any(|(mine, theirs)| mine == theirs) {
        return Some(Nearness::Team);
    }
    let shared = |kind: AreaKind| {
        let area = |team: usize| {
            let team: &Team = facts.places.teams.get(team)?;
            facts.places.area_of_kind(team, kind, day)
        };
        pairs().any(|(mine, theirs)| area(mine).is_some() && area(mine) == area(theirs))
    };
    let wider = [
        (AreaKind::Network, Nearness::Network),
        (AreaKind::Locality, Nearness::Locality),
        (AreaKind::Place, Nearness::Place),
    ];
    wider.into_iter().find(|(kind, _)| shared(*kind)).map(|(_, near)| near)
}

/// The code of the domain of a competency.
fn domain_of(facts: &Facts, at: CompetencyIndex) -> Option<&str> {
    let domain = facts.competencies.get(usize::from(at))?.domain;
    facts.domains.get(domain).map(|domain| domain.code.as_str())
}

impl Helper<'_> {
    /// The same, asked about one domain or one competency, by its code: `None` where they hold nothing of it.
    #[must_use]
    pub fn about(mut self, facts: &Facts, code: &str) -> Option<Self> {
        let meant = |at: CompetencyIndex| {
            let of = facts.competencies.get(usize::from(at));
            of.is_some_and(|of| of.code == code) || domain_of(facts, at) == Some(code)
        };
        self.holds.retain(|(at, _)| meant(*at));
        (!self.holds.is_empty()).then_some(self)
    }
}
