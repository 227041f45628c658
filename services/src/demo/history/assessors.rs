//! Who confirms whom: assessors of the locality, who hold the competency that day and are independent.

use super::super::cast::FOUNDERS;
use super::super::people::Person;
use super::super::places::Places;
use super::super::random::Random;
use chrono::NaiveDate;
use domain::codes::PostCategory;
use std::collections::{BTreeSet, HashMap};

/// How long a founding assessor may confirm 5 without holding it.
const FOUNDING_DAYS: i32 = 360;
/// After a confirmation the other way round.
const INDEPENDENT_AFTER_DAYS: i32 = 365;
/// The four localities, and whoever serves them all.
const POOLS: usize = 5;
const CENTRAL: usize = POOLS - 1;

/// A confirmation that is looked for.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) subject: usize,
    pub(super) competency: usize,
    pub(super) level: u8,
    pub(super) day: i32,
    pub(super) date: NaiveDate,
}

pub(super) struct Assessors {
    pools: Vec<Vec<usize>>,
    /// Which pool asks for each person.
    of_person: Vec<usize>,
    is_assessor: Vec<bool>,
    /// The day on which an assessor was last confirmed, by the subject, the assessor and the competency.
    between: HashMap<(usize, usize, usize), i32>,
}

impl Assessors {
    pub(super) fn new(people: &[Person], places: &Places) -> Self {
        let boroughs = places.teams.iter().map(|t| t.borough + 1).max().unwrap_or(1);
        let mut pools = vec![Vec::new(); boroughs * POOLS];
        let mut of_person = Vec::with_capacity(people.len());
        for (at, person) in people.iter().enumerate() {
            let team = person.team().and_then(|team| places.teams.get(team));
            let (borough, locality) = team.map_or((0, None), |t| (t.borough, t.locality));
            of_person.push(borough * POOLS + locality.unwrap_or(CENTRAL));
            if !assesses(at, person) || FOUNDERS.contains(&at) {
                continue;
            }
            // Those who serve the whole borough are shared out among its localities.
            let served = [locality.unwrap_or(at % CENTRAL), locality.unwrap_or(CENTRAL)];
            let served: BTreeSet<usize> = served.into_iter().collect();
            for pool in served {
                if let Some(pool) = pools.get_mut(borough * POOLS + pool) {
                    pool.push(at);
                }
            }
        }
        let is_assessor = people.iter().enumerate().map(|(at, one)| assesses(at, one)).collect();
        Self { pools, of_person, is_assessor, between: HashMap::new() }
    }

    /// Somebody who may confirm it; `held` says at which level somebody holds the competency that day.
    pub(super) fn find(
        &self,
        wanted: Wanted,
        people: &[Person],
        held: impl Fn(usize) -> Option<u8>,
        random: &mut Random,
    ) -> Option<usize> {
        let may = |&at: &usize| self.may(at, wanted, people, &held);
        if let Some(nth) = FOUNDERS.iter().position(|&founder| founder == wanted.subject) {
            return FOUNDERS.iter().cycle().nth(nth + 1).copied().filter(may);
        }
        let pool = self.of_person.get(wanted.subject).and_then(|&pool| self.pools.get(pool))?;
        let (before, from) = pool.split_at(random.below(pool.len() as u32) as usize);
        // The founding assessors help out where nobody else holds it yet.
        from.iter().chain(before).chain(&FOUNDERS).copied().find(may)
    }

    fn may(
        &self,
        at: usize,
        wanted: Wanted,
        people: &[Person],
        held: &impl Fn(usize) -> Option<u8>,
    ) -> bool {
        let founding = FOUNDERS.contains(&at) && wanted.day <= FOUNDING_DAYS;
        let needed = if wanted.level == 5 && !founding { 5 } else { 4 };
        at != wanted.subject
            && held(at).is_some_and(|level| level >= needed)
            && people.get(at).is_some_and(|person| at_work(person, wanted.date))
            && self
                .between
                .get(&(wanted.subject, at, wanted.competency))
                .is_none_or(|&day| wanted.day > day + INDEPENDENT_AFTER_DAYS)
    }

    /// Keeps in mind who confirmed an assessor.
    pub(super) fn confirmed(&mut self, wanted: Wanted, by: usize) {
        if self.is_assessor.get(wanted.subject) == Some(&true) {
            self.between.insert((by, wanted.subject, wanted.competency), wanted.day);
        }
    }
}

/// Mental health nurses, psychiatrists and psychologists, and every other practice lead.
fn assesses(at: usize, person: &Person) -> bool {
    match person.role() {
        "CPSY" | "PSYL" | "ICMHN" => true,
        "PCMHN" => at.is_multiple_of(3),
        "GPMHL" => at.is_multiple_of(2),
        _ => false,
    }
}

pub(in super::super) fn at_work(person: &Person, day: NaiveDate) -> bool {
    person.posts.first().is_some_and(|post| {
        let casual = matches!(post.category, PostCategory::Bank | PostCategory::Locum);
        !post.away && !casual && post.start <= day && post.leaving.is_none_or(|last| day <= last)
    })
}
