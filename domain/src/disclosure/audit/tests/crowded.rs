//! Places in which each count is in many sums: the place is divided in five ways, and each row is told by six measures. Neither a return
//! of such a place nor the next one, when some have learned more, come or gone, may leave anything open.

use super::NONE;
use super::places::Place;
use crate::disclosure::audit::{Count, Figure, Relation};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The first two competencies are one domain, the others another. Which of them are critical, and which each role asks.
const CRITICAL: [bool; 4] = [true, false, false, true];
const ASKS: [[bool; 4]; 3] =
    [[true, true, true, true], [true, true, true, false], [false, true, false, true]];
const DOMAINS: [[usize; 2]; 2] = [[0, 1], [2, 3]];
/// Of one domain: people fully met, met in what is critical, met by recognition, and requirements met.
const PEOPLE: usize = 0;
const CRITICALS: usize = 1;
const RECOGNISED: usize = 2;
const REQUIREMENTS: usize = 3;
/// A row has these of both domains, and then requirements of everything and how many are assessed.
const OF_ROW: usize = 10;
const EVERYTHING: usize = 8;
const ASSESSED: usize = 9;

/// Whoever works there.
#[derive(Clone)]
struct Somebody {
    team: usize,
    role: usize,
    met: [bool; 4],
    is_recognised: bool,
    is_assessed: bool,
}

/// Numbers that nobody chose, and always the same.
struct Lots(u64);

impl Lots {
    fn below(&mut self, many: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % many
    }
}

impl Somebody {
    fn asks(&self, competency: usize) -> bool {
        ASKS[self.role][competency]
    }

    fn meets(&self, competency: usize) -> bool {
        self.asks(competency) && self.met[competency]
    }

    /// What they add to the counts of a row, and to what these are of.
    fn adds(&self) -> [(u32, u32); OF_ROW] {
        let mut adds = [(0, 0); OF_ROW];
        for (domain, competencies) in DOMAINS.into_iter().enumerate() {
            let asked = || competencies.into_iter().filter(|at| self.asks(*at));
            let critical = || asked().filter(|at| CRITICAL[*at]);
            let is_met = asked().all(|at| self.met[at]);
            let (is_asked, has_critical) = (asked().count() > 0, critical().count() > 0);
            let yes = |met: bool, of: bool| (u32::from(met && of), u32::from(of));
            let all = &mut adds[4 * domain..];
            all[PEOPLE] = yes(is_met, is_asked);
            all[CRITICALS] = yes(critical().all(|at| self.met[at]), has_critical);
            all[RECOGNISED] = yes(is_met && self.is_recognised, is_asked);
            all[REQUIREMENTS] =
                (asked().filter(|at| self.met[*at]).count() as u32, asked().count() as u32);
        }
        let [met, of] = [0, 4].map(|domain| adds[domain + REQUIREMENTS]);
        adds[EVERYTHING] = (met.0 + of.0, met.1 + of.1);
        adds[ASSESSED] = match self.is_assessed {
            true => (adds[EVERYTHING].1, adds[EVERYTHING].1),
            false => adds[EVERYTHING],
        };
        adds
    }
}

/// Practices mostly, of few people; some teams of about thirty.
fn everybody(seed: u64, teams: usize) -> Vec<Somebody> {
    let mut lots = Lots(seed);
    let mut people = Vec::new();
    for team in 0..teams {
        let many = if lots.below(5) == 0 { 24 + lots.below(20) } else { 1 + lots.below(12) };
        let [met, recognised] = [[10, 50, 80, 97], [5, 20, 50, 90]];
        let [met, recognised] = [met[lots.below(4) as usize], recognised[lots.below(4) as usize]];
        people.extend((0..many).map(|_| Somebody {
            team,
            role: lots.below(3) as usize,
            met: [(); 4].map(|()| lots.below(100) < met),
            is_recognised: lots.below(100) < recognised,
            is_assessed: lots.below(4) > 0,
        }));
    }
    people
}

/// The row of a kind that somebody counts in.
type Kind = fn(&Somebody) -> usize;

/// Kinds of rows. The first team is alone in its setting and in its organisation.
const TEAM: Kind = |of| of.team;
const PLACE: Kind = |_| 0;
const NETWORK: Kind = |of| of.team / 4;
const ORGANISATION: Kind = |of| if of.team % 3 == 0 { of.team } else { 1 + of.team % 2 };
const SETTING: Kind = |of| if of.team == 0 { 0 } else { 1 + of.team % 3 };
const LEVEL: Kind = |of| of.team % 5 / 2;
/// The last role is a group by itself.
const GROUP: Kind = |of| of.role / 2;
const KINDS: [Kind; 7] = [TEAM, PLACE, NETWORK, ORGANISATION, SETTING, LEVEL, GROUP];
/// Parents and children, by their kinds.
const FAMILIES: [(usize, usize); 8] =
    [(1, 2), (1, 4), (1, 5), (1, 6), (2, 0), (3, 0), (4, 0), (5, 0)];

/// What a row is told by, from one return to the next: its kind, which of them, and the measure.
type Key = [usize; 3];

/// The rows, each with its kind, which of them it is, and whom it counts.
fn rows(people: &[Somebody]) -> Vec<(usize, usize, Vec<&Somebody>)> {
    let mut rows = Vec::new();
    for (kind, of) in KINDS.iter().enumerate() {
        let last = people.iter().map(of).max().unwrap_or_default();
        let of_row = |row| people.iter().filter(|one| of(one) == row).collect::<Vec<_>>();
        rows.extend((0..=last).map(|row| (kind, row, of_row(row))).filter(|of| !of.2.is_empty()));
    }
    rows
}

fn figures(people: &[&Somebody]) -> [Figure; OF_ROW] {
    let mut counts = [(0, 0); OF_ROW];
    for one in people {
        for (count, adds) in counts.iter_mut().zip(one.adds()) {
            *count = (count.0 + adds.0, count.1 + adds.1);
        }
    }
    let mut at = 0;
    counts.map(|(met, of)| {
        at += 1;
        let is_of_people = at <= EVERYTHING && (at - 1) % 4 != REQUIREMENTS;
        let people =
            if at <= EVERYTHING { counts[(at - 1) / 4 * 4].1 } else { people.len() as u32 };
        if is_of_people {
            Figure::People { met, of }
        } else {
            Figure::Requirements { met, of, people }
        }
    })
}

/// A return of these people, and what each of its counts is told by.
fn crowded(people: &[Somebody]) -> (Place, Vec<Key>) {
    let rows = rows(people);
    let counts = rows.iter().flat_map(|(.., people)| figures(people)).map(Count::new).collect();
    let named = rows.iter().map(|(kind, row, _)| (*kind, *row));
    let keys = named.flat_map(|(kind, row)| (0..OF_ROW).map(move |at| [kind, row, at]));
    let mut keys: Vec<Key> = keys.collect();
    let mut place = Place { counts, relations: Vec::new(), follows: Vec::new() };
    for (parent, (kind, row, people)) in rows.iter().enumerate() {
        for (_, of) in FAMILIES.iter().filter(|(above, _)| above == kind) {
            let is_child = |(below, _, of_row): &(usize, usize, Vec<&Somebody>)| {
                below == of && KINDS[*kind](of_row[0]) == KINDS[*kind](people[0])
            };
            let children: Vec<usize> = (0..rows.len()).filter(|at| is_child(&rows[*at])).collect();
            place.relations.extend((0..OF_ROW).map(|measure| Relation::Whole {
                parent: parent * OF_ROW + measure,
                children: children.iter().map(|child| child * OF_ROW + measure).collect(),
            }));
        }
        place.relate(parent * OF_ROW);
        if *kind == 6 {
            let added = place.add_roles(parent * OF_ROW, people);
            keys.extend(added.into_iter().map(|measure| [*kind, *row, measure]));
        }
    }
    (place, keys)
}

/// Some leave, some come to where others are, some have learned more; never all of a team.
fn later(people: &[Somebody], seed: u64) -> Vec<Somebody> {
    let mut lots = Lots(!seed);
    let mut later = Vec::new();
    for one in people {
        let mut now = one.clone();
        match lots.below(100) {
            0 if later.iter().any(|other: &Somebody| other.team == one.team) => continue,
            1 => later.push(one.clone()),
            2 | 3 => now.met[lots.below(4) as usize] = true,
            _ => {}
        }
        later.push(now);
    }
    later
}

/// Two returns, one after the other. What has the same numbers in both is one count, as `returns::relations` has it.
fn followed(people: &[Somebody], later: &[Somebody]) -> Place {
    let (mut both, keys) = crowded(people);
    let published = both.audited();
    for (count, shown) in both.counts.iter_mut().zip(&published.shown) {
        (count.now, count.earlier) = (false, vec![*shown]);
    }
    let then: BTreeMap<Key, usize> = keys.into_iter().zip(0..).collect();
    let (after, keys) = crowded(later);
    let mut stands = Vec::new();
    for (count, key) in after.counts.iter().zip(keys) {
        let same = then.get(&key).filter(|at| both.counts[**at].figure == count.figure);
        let at = same.copied().unwrap_or(both.counts.len());
        if at == both.counts.len() {
            both.counts.push(count.clone());
        }
        both.counts[at].now = true;
        stands.push(at);
    }
    let now = |relation: &Relation| match relation {
        Relation::Whole { parent, children } => Relation::Whole {
            parent: stands[*parent],
            children: children.iter().map(|child| stands[*child]).collect(),
        },
        Relation::AtMost { less, more, by } => {
            Relation::AtMost { less: stands[*less], more: stands[*more], by: *by }
        }
    };
    both.relations.extend(after.relations.iter().map(now));
    both
}

impl Place {
    fn at_most(&mut self, less: usize, more: usize) {
        let of = |at: usize| self.counts[at].figure.of();
        let by = of(less).saturating_sub(of(more));
        self.relations.push(Relation::AtMost { less, more, by });
    }

    /// What the measures of a row say of each other.
    fn relate(&mut self, row: usize) {
        for domain in [row, row + 4] {
            self.at_most(domain + PEOPLE, domain + CRITICALS);
            self.at_most(domain + RECOGNISED, domain + PEOPLE);
            for people in [PEOPLE, CRITICALS] {
                self.at_most(domain + people, domain + REQUIREMENTS);
                self.at_most(domain + REQUIREMENTS, domain + people);
            }
        }
        let children = vec![row + REQUIREMENTS, row + 4 + REQUIREMENTS];
        self.relations.push(Relation::Whole { parent: row + EVERYTHING, children });
        self.at_most(row + EVERYTHING, row + ASSESSED);
    }

    /// What each role of a group meets in each competency. Answers what each count is told by.
    fn add_roles(&mut self, group: usize, people: &[&Somebody]) -> Vec<usize> {
        let mut added = Vec::new();
        for (domain, competencies) in DOMAINS.into_iter().enumerate() {
            let domain = group + 4 * domain;
            let first = self.counts.len();
            for role in 0..ASKS.len() {
                let of_role = || people.iter().filter(|one| one.role == role);
                for competency in competencies {
                    let of = of_role().filter(|one| one.asks(competency)).count() as u32;
                    let met = of_role().filter(|one| one.meets(competency)).count() as u32;
                    if of > 0 {
                        self.counts.push(Count::new(Figure::People { met, of }));
                        added.push(OF_ROW + 4 * role + competency);
                    }
                }
            }
            let children: Vec<usize> = (first..self.counts.len()).collect();
            if people.iter().all(|one| one.role == people[0].role) {
                for child in &children {
                    self.at_most(domain + PEOPLE, *child);
                }
            }
            self.relations.push(Relation::Whole { parent: domain + REQUIREMENTS, children });
        }
        added
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_return_by_itself_leaves_nothing_open(seed in any::<u64>(), teams in 2_usize..40) {
        let (place, _) = crowded(&everybody(seed, teams));
        let published = place.audited();
        prop_assert_eq!(&published.open, &NONE);
        prop_assert_eq!(published, place.audited(), "the same again");
    }
}

/// Always the same places. Of 200 others, with 123,203 counts, one count was not shown to keep its numbers.
#[test]
fn nor_does_the_next() {
    for seed in 1..=12_u64 {
        let people = everybody(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15), 3 * seed as usize);
        let place = followed(&people, &later(&people, seed));
        assert_eq!(place.audited().open, NONE, "{seed}");
    }
}
