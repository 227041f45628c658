//! Coverage as section 4 of the rules reads, one figure at a time and without haste, held against the one pass.

use super::*;
use crate::codes::{CrosswalkRelation, Necessity, PostCategory};
use crate::frameworks::crosswalk::Answer;
use crate::frameworks::version_at;
use crate::people::Terms;
use crate::requirements::{Requirement, asked_at};
use crate::standing::{Event, Standing, Status};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The posts of a person that the scope, the group and the date choose; those of somebody away where `away`.
pub(in crate::coverage) fn chosen<'a>(
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
            Unit::NamedGroup(_) => panic!("groups are held against what they are made of"),
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

/// The competencies of the row's item that the posts ask, in the version of the day: the highest level, critical if any
/// says so.
pub(in crate::coverage) fn asked(
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
        let holds = version_at(&facts.versions, query.as_at) == Some(competency.version);
        if holds && ["all", &*competency.code, &**domain].contains(&&*row.item_code) {
            let kept = highest.entry(asked.competency).or_insert((asked.level, false));
            *kept = (kept.0.max(asked.level), kept.1 || asked.critical);
        }
    }
    highest
}

/// What is carried over versions is held against the rules beside the crosswalk.
pub(in crate::coverage) fn stands(
    facts: &Facts,
    query: &Query,
    who: &Person,
    competency: u16,
) -> Standing {
    who.standing_in(competency, &facts.competencies[usize::from(competency)], query.as_at)
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
        counts.people += n(!pairs.is_empty());
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
    let items: BTreeSet<&str> = match query.item {
        ItemKind::All => BTreeSet::from(["all"]),
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
                    capable: None,
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
pub(in crate::coverage) type Someone = (Vec<Held>, Vec<Heard>);
pub(in crate::coverage) type Asks = (usize, u16, u8, bool, bool);
type Leads = (u16, usize, bool, u16);

/// Adds a second version of the small place's framework, from 2025 on, and what becomes of each old competency.
pub(in crate::coverage) fn publish_again(facts: &mut Facts, leads: &[Leads]) {
    let (number, from) = (2, Some(day("2025-01-01")));
    facts.versions.push(Version { number, state: VersionState::Published, published_from: from });
    facts.domains.extend(facts.domains.clone());
    let again = facts.competencies.clone().into_iter();
    let months = |c: &Competency| if c.code == "A-1" { 24 } else { c.refresh_months };
    facts.competencies.extend(again.map(|c| Competency {
        refresh_months: months(&c),
        version: 1,
        domain: c.domain + 2,
        ..c
    }));
    for &(old, relation, asked_again, to) in leads {
        let (relation, new) = (CrosswalkRelation::ALL[relation], Some(to + 3));
        if !facts.crosswalk.iter().any(|a| a.old == old && a.new == new) {
            facts.crosswalk.push(Answer { old, relation, asked_again, new });
        }
    }
    facts.carry();
}

/// The small place with other roles, people and judgements, and a third team in the place that is in no network.
pub(in crate::coverage) fn made(asks: &[Asks], people: &[Someone]) -> Facts {
    let mut facts = a_place();
    let mut wide = facts.places.teams[0].clone();
    (wide.code, wide.name, wide.home) = ("T3".into(), "T3".into(), Some(0));
    facts.places.teams.push(wide);
    facts.roles = vec![
        in_group(Some("G1"), role("R1", "Nursing", &[])),
        in_group(Some("G2"), role("R2", "Nursing", &[])),
        in_group(None, role("R3", "Nursing", &[])),
    ];
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

pub(in crate::coverage) fn asks() -> impl Strategy<Value = Vec<Asks>> {
    let core = prop::bool::weighted(0.8);
    prop::collection::vec((0_usize..3, 0_u16..6, 0_u8..6, core, any::<bool>()), 1..20)
}

pub(in crate::coverage) fn people() -> impl Strategy<Value = Vec<Someone>> {
    let bank = prop::bool::weighted(0.2);
    let posts = prop::collection::vec((0_usize..3, 0_usize..3, 1_u8..5, 0_usize..3, bank), 0..4);
    let heard = prop::collection::vec(
        (0_u16..6, 0_usize..JudgementKind::ALL.len(), 0_u8..6, 0_i64..1400),
        0..18,
    );
    prop::collection::vec((posts, heard), 1..6)
}

pub(in crate::coverage) fn leads() -> impl Strategy<Value = Vec<Leads>> {
    prop::collection::vec((0_u16..3, 0_usize..6, prop::bool::weighted(0.1), 0_u16..3), 0..6)
}

proptest! {
    #[test]
    fn the_one_pass_counts_what_the_rules_say(
        asks in asks(),
        people in people(),
        leads in leads(),
        group in prop::option::of(0_usize..4),
        include_bank in any::<bool>(),
        on in prop::sample::select(vec!["2024-06-01", "2024-12-31", "2025-01-01", TODAY]),
    ) {
        let mut facts = made(&asks, &people);
        publish_again(&mut facts, &leads);
        for scope in ScopeKind::ALL {
            for item in ItemKind::ALL {
                let group = group.map(|at| GroupBy::ALL[at]);
                let query = Query { group, include_bank, ..Query::new(day(on), *scope, *item) };
                prop_assert_eq!(coverage(&facts, &query), rows_as_read(&facts, &query));
            }
        }
    }

    #[test]
    fn a_version_that_changes_nothing_changes_no_figure_and_none_changes_one_before_its_day(
        asks in asks(),
        people in people(),
        leads in leads(),
    ) {
        // What is said and asked is of the first version; the second asks the same.
        let mut alone = made(&asks, &people);
        for role in &mut alone.roles {
            role.requirements.retain(|row| row.competency < 3);
        }
        for person in &mut alone.people {
            person.judgements.retain(|event| event.competency < 3);
        }
        let with = |leads: &[Leads]| {
            let mut facts = alone.clone();
            for role in &mut facts.roles {
                let again = role.requirements.clone().into_iter();
                role.requirements.extend(again.map(|r| Requirement { competency: r.competency + 3, ..r }));
            }
            publish_again(&mut facts, leads);
            facts.competencies[3].refresh_months = facts.competencies[0].refresh_months;
            facts
        };
        let same = with(&[(0, 0, false, 0), (1, 0, false, 1), (2, 0, false, 2)]);
        let other = with(&leads);
        for item in ItemKind::ALL {
            let figures = |facts: &Facts, on: &str| coverage(facts, &Query::new(day(on), ScopeKind::Team, *item));
            for on in ["2024-12-31", "2025-01-01", TODAY] {
                prop_assert_eq!(figures(&same, on), figures(&alone, on), "{}", on);
            }
            prop_assert_eq!(figures(&other, "2024-12-31"), figures(&alone, "2024-12-31"));
        }
    }
}
