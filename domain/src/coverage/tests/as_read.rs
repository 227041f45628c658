//! Coverage as section 4 of the rules reads, one figure at a time and without haste, held against the one pass.

use super::*;
use crate::requirements::asked_at;
use crate::standing::{Standing, Status, standing};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The posts of a person that the scope, the group and the date choose; those of somebody away where `away`.
fn chosen<'a>(
    facts: &Facts,
    query: &Query,
    row: &Row,
    who: &'a Person,
    away: bool,
) -> Vec<&'a Terms> {
    let day = query.as_at;
    let holds = |terms: &&Terms| {
        let team = &facts.places.teams[terms.team];
        let in_unit = match row.unit {
            Unit::Team(at) => terms.team == at,
            Unit::Organisation(at) => team.organisation == at,
            Unit::Area(at) => facts.places.areas_of(team, day).any(|area| area == at),
        };
        let group = query.group.map(|by| facts.roles[terms.role].group(by));
        in_unit && group.is_none_or(|group| group == Some(&*row.group))
    };
    let casual = |terms: &&Terms| terms.category == PostCategory::Bank;
    let status = if away { PostStatus::Away } else { PostStatus::Active };
    let posts = who.posts.iter().filter(|post| post.held.contains(day));
    let terms = posts.filter_map(|post| post.terms_at(day)).filter(|terms| terms.status == status);
    terms.filter(|t| query.include_bank || !casual(t)).filter(holds).collect()
}

/// The competencies of the row's item that the posts ask: the highest level, critical if any says so.
fn asked(
    facts: &Facts,
    query: &Query,
    row: &Row,
    posts: &[&Terms],
) -> BTreeMap<u16, (Level, bool)> {
    let mut highest: BTreeMap<u16, (Level, bool)> = BTreeMap::new();
    for asked in posts.iter().flat_map(|t| asked_at(&facts.roles[t.role].requirements, query.as_at))
    {
        let competency = &facts.competencies[usize::from(asked.competency)];
        let domain = &facts.domains[competency.domain].code;
        if ["all", &*competency.code, &**domain].contains(&&*row.item_code) {
            let kept = highest.entry(asked.competency).or_insert((asked.level, false));
            *kept = (kept.0.max(asked.level), kept.1 || asked.critical);
        }
    }
    highest
}

fn stands(facts: &Facts, query: &Query, who: &Person, competency: u16) -> Standing {
    let events: Vec<Event> =
        who.judgements.iter().copied().filter(|e| e.competency == competency).collect();
    standing(&events, facts.competencies[usize::from(competency)].refresh_months, query.as_at)
}

fn counts(facts: &Facts, query: &Query, row: &Row) -> Counts {
    let mut counts = Counts::default();
    let n = |yes: bool| u32::from(yes);
    for who in &facts.people {
        let exempt = |c: &u16| stands(facts, query, who, *c).exempt;
        let posts = chosen(facts, query, row, who, false);
        if posts.is_empty() {
            let away = chosen(facts, query, row, who, true);
            counts.not_in_scope += n(!asked(facts, query, row, &away).keys().all(exempt));
            continue;
        }
        let mut pairs = asked(facts, query, row, &posts);
        let all = pairs.len();
        pairs.retain(|c, _| !exempt(c));
        counts.exempt += (all - pairs.len()) as u32;
        let of = |holds: &dyn Fn(&Standing, Level) -> bool| -> BTreeSet<u16> {
            let held = pairs
                .iter()
                .filter(|(c, (level, _))| holds(&stands(facts, query, who, **c), *level));
            held.map(|(c, _)| *c).collect()
        };
        let day = query.as_at;
        let met = of(&|s, level| s.current(day).is_some_and(|(held, _)| held >= level));
        let recognised = of(&|s, _| s.current(day).is_some_and(|(_, kind)| kind == Recognised));
        let by_self = of(&|s, level| s.self_level >= Some(level));
        let assessed = of(&|s, _| s.assessed);
        let due_soon = of(&|s, level| s.status(level, day) == Status::DueSoon);
        let expired = of(&|s, level| s.status(level, day) == Status::Expired);
        let critical: BTreeSet<u16> =
            pairs.iter().filter(|(_, (_, c))| *c).map(|(c, _)| *c).collect();
        counts.requirements += pairs.len() as u32;
        counts.requirements_met += met.len() as u32;
        if row.item_code == "all" {
            counts.required += pairs.len() as u32;
            counts.met_confirmed += met.len() as u32;
            counts.met_recognised += met.intersection(&recognised).count() as u32;
            counts.met_self += by_self.len() as u32;
            counts.assessed += assessed.len() as u32;
            counts.due_soon += due_soon.len() as u32;
            counts.expired += expired.len() as u32;
            counts.critical_required += critical.len() as u32;
            counts.critical_met += critical.intersection(&met).count() as u32;
        } else if !pairs.is_empty() {
            let fully = met.len() == pairs.len();
            counts.required += 1;
            counts.met_confirmed += n(fully);
            counts.met_recognised += n(fully && !recognised.is_disjoint(&met));
            counts.met_self += n(by_self.len() == pairs.len());
            counts.assessed += n(assessed.len() == pairs.len());
            counts.due_soon += n(fully && !due_soon.is_empty());
            counts.expired += n(!expired.is_empty());
            counts.critical_required += n(!critical.is_empty());
            counts.critical_met += n(!critical.is_empty() && critical.is_subset(&met));
            let asks = |terms: &&&Terms| !asked(facts, query, row, &[**terms]).keys().all(exempt);
            let fte: i64 = posts.iter().filter(asks).map(|t| t.fte.millionths()).sum();
            counts.fte_required += fte;
            counts.fte_met_confirmed += if fully { fte } else { 0 };
        }
    }
    counts
}

/// Every row there could be: each unit of the scope, each item, each group that a role has.
fn rows_as_read(facts: &Facts, query: &Query) -> Vec<Row> {
    let places = &facts.places;
    let units: Vec<(Unit, &str)> = match query.scope {
        ScopeKind::Team => {
            places.teams.iter().enumerate().map(|(at, t)| (Unit::Team(at), &*t.code)).collect()
        }
        ScopeKind::Organisation => places
            .organisations
            .iter()
            .enumerate()
            .map(|(at, o)| (Unit::Organisation(at), &*o.code))
            .collect(),
        kind => {
            let of_kind =
                places.areas.iter().enumerate().filter(|(_, a)| Some(a.kind) == kind.area_kind());
            of_kind.map(|(at, a)| (Unit::Area(at), &*a.code)).collect()
        }
    };
    let items: Vec<&str> = match query.item {
        ItemKind::All => vec!["all"],
        ItemKind::Domain => facts.domains.iter().map(|d| &*d.code).collect(),
        ItemKind::Competency => facts.competencies.iter().map(|c| &*c.code).collect(),
    };
    let groups: BTreeSet<&str> = match query.group {
        None => BTreeSet::from(["all"]),
        Some(by) => facts.roles.iter().filter_map(|role| role.group(by)).collect(),
    };
    let mut rows = Vec::new();
    for (unit, code) in units {
        for item in &items {
            for group in &groups {
                let (code, item, group) =
                    (code.to_owned(), (*item).to_owned(), (*group).to_owned());
                let empty = Counts::default();
                let mut row = Row {
                    unit,
                    scope_code: code.clone(),
                    scope_name: code,
                    item_code: item,
                    group,
                    counts: empty,
                };
                row.counts = counts(facts, query, &row);
                rows.push(row);
            }
        }
    }
    rows.retain(|row| row.counts.required > 0);
    rows.sort_by(|a, b| a.key().cmp(&b.key()));
    rows
}

type Held = (usize, usize, u8, usize, bool);
type Heard = (u16, usize, u8, i64);
type Someone = (Vec<Held>, Vec<Heard>);
type Asks = (usize, u16, u8, bool, bool);

/// The small place with other roles, people and judgements, and a third team in the place that is in no network.
fn made(asks: &[Asks], people: &[Someone]) -> Facts {
    let mut facts = a_place();
    let mut wide = facts.places.teams[0].clone();
    (wide.code, wide.name, wide.home) = ("T3".into(), "T3".into(), Some(0));
    facts.places.teams.push(wide);
    facts.roles =
        vec![role("R1", Some("G1"), &[]), role("R2", Some("G2"), &[]), role("R3", None, &[])];
    for &(at, competency, number, core, critical) in asks {
        let necessity = if core { Necessity::Core } else { Necessity::Optional };
        let period = Period::ALWAYS;
        let asked = Requirement { competency, level: level(number), necessity, critical, period };
        facts.roles[at].requirements.push(asked);
    }
    let someone = |(at, (posts, heard)): (usize, &Someone)| {
        let posts = posts.iter().map(|&(team, role, quarters, status, bank)| {
            let mut held = post(
                team,
                role,
                &format!("{}", f64::from(quarters) / 4.0),
                PostStatus::ALL[status],
            );
            held.terms[0].category =
                if bank { PostCategory::Bank } else { PostCategory::Permanent };
            held
        });
        let start = day("2023-01-01");
        let mut who = person(at as u128, posts.collect(), vec![]);
        who.hear(heard.iter().zip(0..).map(|(&(competency, kind, number, after), sequence)| {
            Event {
                competency,
                kind: JudgementKind::ALL[kind],
                level: level(number),
                day: start + chrono::TimeDelta::days(after),
                original: None,
                sequence,
            }
        }));
        who
    };
    facts.people = people.iter().enumerate().map(someone).collect();
    facts
}

proptest! {
    #[test]
    fn the_one_pass_counts_what_the_rules_say(
        asks in prop::collection::vec((0_usize..3, 0_u16..3, 0_u8..6, prop::bool::weighted(0.8), any::<bool>()), 1..12),
        people in prop::collection::vec(
            (
                prop::collection::vec((0_usize..3, 0_usize..3, 1_u8..5, 0_usize..3, prop::bool::weighted(0.2)), 0..4),
                prop::collection::vec((0_u16..3, 0_usize..12, 0_u8..6, 0_i64..1400), 0..14),
            ),
            1..6,
        ),
        group in prop::option::of(0_usize..4),
        include_bank in any::<bool>(),
    ) {
        let facts = made(&asks, &people);
        for scope in ScopeKind::ALL {
            for item in ItemKind::ALL {
                let group = group.map(|at| GroupBy::ALL[at]);
                let query = Query { group, include_bank, ..ask(*scope, *item) };
                prop_assert_eq!(coverage(&facts, &query), rows_as_read(&facts, &query));
            }
        }
    }
}
