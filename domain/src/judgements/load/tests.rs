//! The load of a year: a worked place, and what holds for every place.

use super::shared::share;
use super::views::{MissingIn, Part, YearLoad};
use super::*;
use crate::codes::{JudgementKind, PostStatus};
use crate::coverage::Person;
use crate::coverage::small_place::{self, day, post, role, said, small_place};
use crate::frameworks::Level;
use crate::fte::Fte;
use crate::ids::*;
use crate::standing::Event;
use JudgementKind::{Confirmed, Recognised, Requested, Revoked, SelfAssessment};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

const TODAY: &str = "2026-06-01";

fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

/// Competencies 0 (refresh 24 months), 1 (12) and 2 (6). Nurses (on a register) are asked 0 at 3, 1 at 2 and 2 at 2;
/// assistants (on none) 0 at 3 and 1 at 2. Two teams in one network.
fn a_place(people: Vec<Person>) -> Facts {
    let (nursing, additional) =
        ("Nursing and Midwifery Registered", "Additional Clinical Services");
    let asked = [(0, 3, false), (1, 2, false), (2, 2, false)];
    let roles = vec![role("NURSE", nursing, &asked), role("ASSISTANT", additional, &asked[..2])];
    let framework = [("A-0", 24, 0), ("A-1", 12, 0), ("A-2", 6, 0)];
    Facts { roles, people, ..small_place(["T0", "T1"], &framework) }
}

fn person(number: u128, team: usize, role: usize, judgements: Vec<Event>) -> Person {
    let post = post(team, role, Fte::FULL, PostStatus::Active);
    small_place::person(number, vec![post], judgements)
}

fn assessor(number: u128, reaches: [bool; 2], confirms: &[u16]) -> Capacity {
    let confirms = confirms.iter().map(|&competency| (competency, Level::LEADS_AND_TEACHES));
    let person = PersonId(Uuid::from_u128(number));
    Capacity { person, reaches: reaches.to_vec(), confirms: confirms.collect() }
}

fn plan(most: u32) -> Plan {
    Plan { day: day(TODAY), most, at_register: 10 }
}

fn in_figures(facts: &Facts, most: u32, assessors: &[Capacity]) -> YearLoad {
    let plan = plan(most);
    let load = load(facts, &plan, &[true, true], assessors);
    load.in_figures(facts, &plan, |at| (at.to_string(), assessors[at].confirms.len()))
}

fn part(confirmations: u32, acts: u32) -> Part {
    Part { confirmations, acts }
}

#[test]
fn what_falls_due_to_somebody_within_90_days_is_confirmed_again_in_one_act() {
    // 0 is due on 1 August 2026 and 1 on 30 October 2026, 90 days later; 2 is due on 1 September 2026 and, every six
    // months, again on 1 March 2027: four confirmations, of which three make one act.
    let nurse = vec![
        said(0, Confirmed, 3, "2024-08-01"),
        said(1, Confirmed, 2, "2025-10-30"),
        said(2, Confirmed, 2, "2026-03-01"),
    ];
    let facts = a_place(vec![person(1, 0, 0, nurse)]);
    let year = in_figures(&facts, 100, &[assessor(9, [true, true], &[0, 1, 2])]);
    assert_eq!((year.all, year.reaffirmed), (part(4, 2), part(4, 2)));
    assert_eq!(year.reaffirmed.saved(), 2);
    assert_eq!(year.assessors[0].part, part(4, 2));
    assert!(year.missing.is_empty());
}

#[test]
fn one_day_past_the_90_it_takes_another_act_and_past_the_year_none() {
    let all = [assessor(9, [true, true], &[0, 1, 2])];
    let asked_of = |said| in_figures(&a_place(vec![person(1, 0, 1, said)]), 100, &all).reaffirmed;
    // Due on 1 August and on 31 October 2026.
    let said_of_both =
        vec![said(0, Confirmed, 3, "2024-08-01"), said(1, Confirmed, 2, "2025-10-31")];
    assert_eq!(asked_of(said_of_both), part(2, 2));
    // The year from 1 June 2026 ends on 31 May 2027.
    assert_eq!(asked_of(vec![said(0, Confirmed, 3, "2025-05-31")]), part(1, 1), "31 May 2027");
    assert_eq!(asked_of(vec![said(0, Confirmed, 3, "2025-06-01")]), part(0, 0), "1 June 2027");
}

#[test]
fn a_recognised_level_that_runs_out_wants_a_confirmation() {
    let facts = a_place(vec![person(1, 0, 1, vec![said(0, Recognised, 3, "2026-05-01")])]);
    let year = in_figures(&facts, 100, &[assessor(9, [true, true], &[0])]);
    assert_eq!((year.all, year.reaffirmed), (part(1, 1), part(1, 1)), "due on 1 May 2027");
}

#[test]
fn what_was_never_confirmed_is_wanted_once_its_owner_says_they_can_do_it_or_asks() {
    let assistants = vec![
        person(1, 0, 1, vec![said(0, SelfAssessment, 3, "2026-05-01")]),
        person(2, 0, 1, vec![said(0, SelfAssessment, 2, "2026-05-01")]),
        person(3, 0, 1, vec![said(0, Requested, 3, "2026-05-30")]),
        person(
            4,
            0,
            1,
            vec![said(0, Confirmed, 3, "2026-01-01"), said(0, Revoked, 0, "2026-05-01")],
        ),
    ];
    let year = in_figures(&a_place(assistants), 100, &[assessor(9, [true, true], &[0])]);
    assert_eq!((year.all, year.one_by_one), (part(2, 2), part(2, 2)), "the first and the third");
    // Of eight requirements two are wanted; the other six are not ready.
    assert_eq!(year.not_ready, 6);
}

#[test]
fn an_expired_level_is_confirmed_again_for_90_days_and_then_anew() {
    // 3 March 2026 is 90 days before 1 June 2026.
    let expired = |on| a_place(vec![person(1, 0, 1, vec![said(0, Confirmed, 3, on)])]);
    let all = [assessor(9, [true, true], &[0])];
    assert_eq!(in_figures(&expired("2024-03-03"), 100, &all).reaffirmed, part(1, 1));
    assert_eq!(in_figures(&expired("2024-03-02"), 100, &all).one_by_one, part(1, 1));
}

#[test]
fn recognition_takes_a_whole_role_and_the_register_a_session_of_a_team() {
    // Three nurses say they can do 0 and 1: six levels that their registration shows. Eleven assistants say they can do 1
    // at level 2: one session of ten, and one of the one who is left.
    let mut people: Vec<Person> = (1..=3)
        .map(|n| {
            person(
                n,
                0,
                0,
                vec![said(0, SelfAssessment, 3, TODAY), said(1, SelfAssessment, 2, TODAY)],
            )
        })
        .collect();
    people.extend((4..=14).map(|n| person(n, 1, 1, vec![said(1, SelfAssessment, 2, TODAY)])));
    let year = in_figures(&a_place(people), 100, &[assessor(99, [true, true], &[1])]);
    assert_eq!((year.recognised, year.registered), (part(6, 1), part(11, 2)));
    assert_eq!((year.recognised.saved(), year.registered.saved()), (5, 9));
    assert_eq!(year.assessors[0].part, part(11, 2), "recognition is the lead's act");
    let teams: Vec<_> = year.teams.iter().map(|t| (&*t.code, t.part, t.recognised)).collect();
    assert_eq!(teams, [("T1", part(11, 2), 0), ("T0", part(6, 0), 6)]);
}

#[test]
fn who_is_missing_is_said_with_what_they_must_be_able_to_confirm_and_where() {
    let assistants = (1..=5).map(|n| person(n, 1, 1, vec![said(0, SelfAssessment, 3, TODAY)]));
    let facts = a_place(assistants.collect());
    // One assessor reaches the team and holds 0, but two acts are enough for her; another holds it and reaches another team.
    let here = assessor(8, [false, true], &[0]);
    let elsewhere = assessor(9, [true, false], &[0]);
    let year = in_figures(&facts, 2, &[here, elsewhere]);
    assert_eq!((year.left, year.assessors[0].part), (part(3, 3), part(2, 2)));
    let missing = &year.missing[0];
    assert_eq!(
        (&*missing.place, missing.acts, missing.assessors),
        ("N", 3, 2),
        "three acts, two each"
    );
    let of = MissingIn { code: "A-0".into(), title: "A-0".into(), acts: 3, assessors: 2 };
    assert_eq!(missing.competencies, [of]);
}

#[test]
fn work_is_passed_on_before_anybody_is_missing() {
    // The first could do both, the second only what the first would take: each does one.
    let sitting = |by: &[usize]| Sitting {
        way: Way::OneByOne,
        team: Some(0),
        competencies: BTreeSet::new(),
        by: by.to_vec(),
        confirms: BTreeMap::from([(0, 1)]),
    };
    let sittings = [sitting(&[0, 1]), sitting(&[0])];
    let two = [assessor(1, [true, true], &[]), assessor(2, [true, true], &[])];
    let shared = share(&sittings, &two, 1);
    assert_eq!(shared, Shared { by_assessor: vec![vec![1], vec![0]], left: vec![] });
}

prop_compose! {
    fn anybody()(
        team in 0..2_usize,
        role in 0..2_usize,
        said in prop::collection::vec((0..3_u16, 0..4_usize, 1..=5_u8, 0..1_000_i64), 0..8),
    ) -> (usize, usize, Vec<Event>) {
        let kinds = [SelfAssessment, Confirmed, Recognised, Revoked];
        let event = |(competency, kind, number, ago): (u16, usize, u8, i64)| Event {
            competency,
            kind: kinds[kind],
            level: Some(level(number)),
            day: days_after(day(TODAY), -ago),
            original: None,
            sequence: 0,
        };
        let mut said: Vec<Event> = said.into_iter().map(event).collect();
        said.sort_by_key(|event| (event.competency, event.day));
        (team, role, said)
    }
}

prop_compose! {
    fn any_assessor()(reaches in any::<[bool; 2]>(), confirms in prop::collection::btree_set(0..3_u16, 0..4)) -> Capacity {
        assessor(1_000, reaches, &confirms.into_iter().collect::<Vec<_>>())
    }
}

proptest! {
    #[test]
    fn the_parts_add_up_nothing_is_saved_that_was_not_asked_and_nobody_exceeds_the_number(
        people in prop::collection::vec(anybody(), 0..25),
        assessors in prop::collection::vec(any_assessor(), 0..5),
        most in 1..12_u32,
    ) {
        let people = people.into_iter().enumerate();
        let people = people.map(|(at, (team, role, said))| person(at as u128, team, role, said));
        let facts = a_place(people.collect());
        let year = in_figures(&facts, most, &assessors);
        let ways = [year.one_by_one, year.reaffirmed, year.recognised, year.registered];
        let sum = |parts: &[Part]| parts.iter().fold((0, 0), |all, p| (all.0 + p.confirmations, all.1 + p.acts));
        prop_assert_eq!(sum(&ways), (year.all.confirmations, year.all.acts));
        for way in ways {
            prop_assert!(way.acts <= way.confirmations, "an act that confirms nothing saves less than nothing");
        }
        let mut done: Vec<Part> = year.assessors.iter().map(|a| a.part).collect();
        prop_assert!(done.iter().all(|part| part.acts <= most));
        done.extend([year.left, year.recognised]);
        prop_assert_eq!(sum(&done), (year.all.confirmations, year.all.acts));
        let teams: Vec<Part> = year.teams.iter().map(|team| team.part).collect();
        prop_assert_eq!(sum(&teams), (year.all.confirmations, year.all.acts - year.recognised.acts));
        prop_assert_eq!(year.teams.iter().map(|t| t.left).sum::<u32>(), year.left.acts);
        prop_assert_eq!(year.missing.iter().map(|m| m.acts).sum::<u32>(), year.left.acts);
        for missing in &year.missing {
            let each = missing.acts.div_ceil(missing.assessors);
            prop_assert!(each <= most, "with them added nobody exceeds the number");
            prop_assert!(missing.competencies.iter().all(|of| of.assessors <= missing.assessors));
        }
    }

    #[test]
    fn with_those_who_are_missing_nothing_is_left(
        people in prop::collection::vec(anybody(), 0..25),
        assessors in prop::collection::vec(any_assessor(), 0..4),
        most in 1..8_u32,
    ) {
        let people = people.into_iter().enumerate();
        let people = people.map(|(at, (team, role, said))| person(at as u128, team, role, said));
        let facts = a_place(people.collect());
        let plan = plan(most);
        let before = load(&facts, &plan, &[true, true], &assessors);
        let missing = in_figures(&facts, most, &assessors).missing;
        let more: u32 = missing.iter().map(|missing| missing.assessors).sum();
        // The sittings stay as they were cut; whoever is added may do all of them.
        let mut sittings = before.sittings;
        let mut all = assessors.clone();
        for at in 0..more as usize {
            for sitting in &mut sittings {
                sitting.by.push(assessors.len() + at);
            }
            all.push(assessor(2_000, [true, true], &[0, 1, 2]));
        }
        let shared = share(&sittings, &all, most);
        prop_assert!(shared.left.is_empty(), "{} left", shared.left.len());
        prop_assert!(shared.by_assessor.iter().all(|acts| acts.len() <= most as usize));
    }
}
