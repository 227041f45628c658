//! Returns of places made of facts: what is said to add up does, and what is held somewhere is told nowhere.

use super::*;
use crate::codes::{JudgementKind, PostStatus};
use crate::coverage::ScopeKind;
use crate::coverage::small_place::{day, person, post, role, said, small_place};
use crate::returns::exact::Exact;
use crate::returns::keys::{Basis, CellKey, Measure, Part, RowKey};
use crate::returns::published::FrozenCell;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// A person of one post: team, role, and which of three competencies they meet.
type Someone = (usize, usize, [bool; 3]);

/// of one domain, B-1 of another. N and PSW are nursing, C is clerical; each asks all but the clerk, who is asked A-1.
fn facts(people: &[Someone]) -> Facts {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 12, 0), ("B-1", 12, 1)]);
    let asks: &[(u16, u8, bool)] = &[(0, 2, true), (1, 2, false), (2, 2, true)];
    facts.roles = vec![
        role("N", "Nursing", asks),
        role("PSW", "Nursing", asks),
        role("C", "Clerical", &asks[..1]),
    ];
    facts.roles[1].title = "Peer support worker".to_owned();
    let someone = |(at, (team, role, meets)): (usize, &Someone)| {
        let held = post(*team, *role, "1".parse().unwrap(), PostStatus::Active);
        let met = (0..3).filter(|competency| meets[usize::from(*competency)]);
        let said =
            met.map(|competency| said(competency, JudgementKind::Confirmed, 3, "2026-01-01"));
        person(at as u128, vec![held], said.collect())
    };
    facts.people = people.iter().enumerate().map(someone).collect();
    facts
}

fn prepared(people: &[Someone]) -> Prepared {
    prepare(&facts(people), 0, day("2026-03-31"), &[])
}

fn place(part: Part) -> RowKey {
    RowKey::part(ScopeKind::Place, "P", part)
}

fn by_key(prepared: &Prepared) -> BTreeMap<&CellKey, &Exact> {
    prepared
        .publication
        .frozen
        .cells
        .iter()
        .map(|FrozenCell { exact, .. }| (&exact.key, exact))
        .collect()
}

fn added_up<'a>(
    cells: &BTreeMap<&CellKey, &Exact>,
    keys: impl Iterator<Item = &'a CellKey>,
) -> (u32, u32) {
    let counts = keys.filter_map(|key| cells.get(key));
    counts.fold((0, 0), |(met, of), exact| (met + exact.met, of + exact.of))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_said_to_add_up_does(people in prop::collection::vec((0_usize..2, 0_usize..3, any::<[bool; 3]>()), 1..90)) {
        let prepared = prepared(&people);
        prop_assert_eq!(&prepared.publication.open, &[]);
        let cells = by_key(&prepared);
        for family in &prepared.publication.frozen.families {
            for (key, exact) in cells.iter().filter(|(key, _)| key.row == family.parent) {
                let children: Vec<CellKey> =
                    family.children.iter().map(|row| CellKey { row: row.clone(), ..(*key).clone() }).collect();
                prop_assert_eq!(added_up(&cells, children.iter()), (exact.met, exact.of), "{}", key);
            }
        }
        for need in &prepared.publication.frozen.needs {
            if let Some(parent) = cells.get(&need.parent) {
                prop_assert_eq!(added_up(&cells, need.children.iter()), (parent.met, parent.of), "{}", need.parent);
            }
            for (less, more) in &need.at_most {
                if let (Some(less), Some(more)) = (cells.get(less), cells.get(more)) {
                    prop_assert!(less.met <= more.met + less.of - more.of, "{}", more.key);
                }
            }
        }
    }

    #[test]
    fn what_is_kept_of_each_team_adds_up_to_what_areas_tell(people in prop::collection::vec((0_usize..2, 0_usize..3, any::<[bool; 3]>()), 1..30)) {
        let facts = facts(&people);
        let teams = cover::teams(&facts, 0, day("2026-03-31"));
        // Both teams lie in the one network of the place.
        for row in rows(&facts, 0, day("2026-03-31")) {
            let Some(counted) = row.capable else { continue };
            let kept: Vec<bool> =
                teams.get(&row.item).into_iter().flat_map(|teams| teams.values().copied()).collect();
            prop_assert_eq!(kept.len(), counted.teams as usize, "{}", &row.item);
            prop_assert_eq!(kept.iter().filter(|is| **is).count(), counted.capable as usize, "{}", &row.item);
        }
    }

    #[test]
    fn a_title_that_reveals_health_stands_nowhere(people in prop::collection::vec((0_usize..2, 0_usize..3, any::<[bool; 3]>()), 1..60)) {
        let prepared = prepared(&people);
        let is_told = |key: &CellKey| key.row.part.columns().2 == "PSW";
        prop_assert!(!prepared.publication.cells.iter().any(|cell| is_told(&cell.key)));
        prop_assert!(!prepared.gaps.iter().any(|gap| gap.role == "PSW"));
    }
}

/// All of 31 nurses and one of 30 clerks meet A-1. The 32 of 61 are shown as 30, so they are 28 to 32: next to the 31, which can be
/// nothing else, that leaves the clerks none or one. So the nurses are held, as staff group and as role.
#[test]
fn a_gap_does_not_tell_what_coverage_holds() {
    let mut people = vec![(0, 0, [true; 3]); 31];
    people.extend((0..30).map(|at| (0, 2, [at == 0, false, false])));
    let mut facts = facts(&people);
    facts.roles[0].requirements.truncate(1);
    let prepared = prepare(&facts, 0, day("2026-03-31"), &[]);
    let shown = |part, item: &str| {
        let key = place(part).cell(item, Measure::MetConfirmed, Basis::PeopleAll);
        let cell = prepared.publication.cells.iter().find(|cell| cell.key == key).unwrap();
        cell.shown.to_string()
    };
    assert_eq!(shown(Part::Everybody, "A"), "30 of 61, 49%");
    assert_eq!(shown(Part::Esr("Nursing".into()), "A"), "c of 31");
    assert_eq!(shown(Part::Role("N".into()), "A-1"), "c of 31");
    assert_eq!(shown(Part::Role("C".into()), "A-1"), "c of 30");
}

/// All 31 nurses meet B-1, and one of 12 peer support workers. Of the group 32 of 43 are shown as 30, so they are 28 to 32: next to the
/// 31, which can be nothing else, that leaves the others none or one.
#[test]
fn who_is_never_a_row_cannot_be_worked_out_by_subtraction() {
    let mut people = vec![(0, 0, [true; 3]); 31];
    people.extend((0..12).map(|at| (0, 1, [false, false, at == 0])));
    let prepared = prepared(&people);
    let is_held = |part, item: &str| {
        let key = place(part).cell(item, Measure::MetConfirmed, Basis::PeopleAll);
        let cell = prepared.publication.cells.iter().find(|cell| cell.key == key).unwrap();
        cell.shown.is_held()
    };
    assert!(is_held(Part::Role("N".into()), "B-1") || is_held(Part::Esr("Nursing".into()), "B"));
    assert_eq!(prepared.publication.open, []);
}
