//! Parts that sum, each counted out in a small place; and the walk held against the worlds as they read.

use super::as_read::{Numbers, Reading};
use super::lives::{places, two_days};
use super::*;
use crate::codes::{CrosswalkRelation, JudgementKind, PostCategory, PostStatus, VersionState};
use crate::coverage::small_place::{day, person, post, role, said, small_place};
use crate::coverage::{Counts, GroupBy};
use crate::dates::Period;
use crate::frameworks::Version;
use crate::frameworks::crosswalk::Answer;
use crate::fte::Fte;
use crate::organisations::Membership;
use crate::people::{Post, Terms};
use crate::requirements::Requirement;
use crate::standing::Event;
use JudgementKind::{Confirmed, Exempted, Revoked, SelfAssessment};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every figure that either day has a row for.
fn figures(facts: &Facts, query: &Query, since: &Query) -> Vec<Row> {
    let rows = coverage(facts, query).into_iter().chain(coverage(facts, since));
    let mut seen = BTreeSet::new();
    rows.filter(|row| seen.insert((row.unit, row.item_code.clone(), row.group.clone()))).collect()
}

fn numbers(difference: Difference) -> Numbers {
    let Difference { requirements, requirements_met: met, .. } = difference;
    let Difference { required, fully_met, self_assessed, .. } = difference;
    Numbers { requirements, met, required, fully_met, self_assessed }
}

fn is_row(counts: Counts, row: Option<Counts>) -> bool {
    row.map_or(counts.requirements == 0, |row| row == counts)
}

proptest! {
    #[test]
    fn the_parts_sum_and_each_is_what_its_world_adds(
        facts in places(),
        (since, until) in two_days(),
        group in prop::option::weighted(0.3, 0_usize..4),
        include_bank in any::<bool>(),
        scope in prop::sample::select(ScopeKind::ALL),
        item in prop::sample::select(ItemKind::ALL),
    ) {
        let group = group.map(|at| GroupBy::ALL[at]);
        let query = Query { group, include_bank, ..Query::new(until, scope, item) };
        let earlier = Query { as_at: since, ..query.clone() };
        for row in figures(&facts, &query, &earlier) {
            let figure = figure(&query, &row);
            let change = explain_change(&facts, figure, since);
            let sum = change.parts.iter().fold(Difference::NONE, |sum, part| sum.and(part.difference));
            prop_assert_eq!(sum, change.difference());
            prop_assert!(is_row(change.now, counted(&facts, figure)));
            if !change.was_known {
                let before = Figure { query: &earlier, ..figure };
                prop_assert!(is_row(change.then, counted(&facts, before)));
                prop_assert_eq!(change.parts[0].people, 0);
            }
            let read = |happened| Reading { facts: &facts, figure, since, happened }.numbers();
            let mut at = read(0);
            prop_assert_eq!(numbers(Difference::between(&Counts::default(), &change.then)), at);
            for (happened, part) in (1..).zip(&change.parts) {
                let moved = numbers(part.difference);
                at = Numbers {
                    requirements: at.requirements + moved.requirements,
                    met: at.met + moved.met,
                    required: at.required + moved.required,
                    fully_met: at.fully_met + moved.fully_met,
                    self_assessed: at.self_assessed + moved.self_assessed,
                };
                prop_assert_eq!(at, read(happened), "{}", part.part);
                let pairs = part.pairs.iter().map(|pair| pair.difference);
                let pairs = pairs.fold(Difference::NONE, Difference::and);
                prop_assert_eq!(pairs.requirements, part.difference.requirements);
                prop_assert_eq!(pairs.requirements_met, part.difference.requirements_met);
                let people: BTreeSet<_> = part.pairs.iter().map(|pair| pair.person).collect();
                prop_assert_eq!(people.len(), part.people);
            }
        }
    }

    #[test]
    fn from_a_day_to_itself_nothing_but_late_records_changes_anything(
        facts in places(),
        (on, _) in two_days(),
    ) {
        let query = Query::new(on, ScopeKind::Network, ItemKind::All);
        for row in coverage(&facts, &query) {
            let change = explain_change(&facts, figure(&query, &row), on);
            prop_assert!(change.parts[1..].iter().all(|part| part.people == 0 && part.difference.is_none()));
        }
    }
}

const SINCE: &str = "2026-03-01";
const UNTIL: &str = "2026-06-01";

/// Nurses in T1, of whom A-1 is asked at 2 and B-1 at 3; and what was said of each.
fn nurses(said: Vec<Vec<Event>>) -> Facts {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("B-1", 24, 1)]);
    facts.roles = vec![role("NURSE", "Nursing", &[(0, 2, true), (1, 3, false)])];
    let nurse = |(number, said)| person(number, vec![a_post()], said);
    facts.people = (1..).zip(said).map(nurse).collect();
    facts
}

fn a_post() -> Post {
    post(0, 0, Fte::FULL, PostStatus::Active)
}

fn from(mut post: Post, on: &str, change: impl FnOnce(&mut Terms)) -> Post {
    let mut terms = post.terms[0];
    terms.from = Some(day(on));
    change(&mut terms);
    post.terms.push(terms);
    post
}

/// The change of everything asked in the network.
fn of_network(facts: &Facts) -> Change {
    let query = Query::new(day(UNTIL), ScopeKind::Network, ItemKind::All);
    let figure = Figure { query: &query, unit: Unit::Area(1), group: None, item_code: "all" };
    explain_change(facts, figure, day(SINCE))
}

/// Each part that changed anything, with its people, requirements, those met, and those met by self.
fn parts(facts: &Facts) -> Vec<(Part, usize, i32, i32, i32)> {
    let change = of_network(facts);
    let moved = change.parts.iter().filter(|part| part.people > 0);
    let told = moved.map(|part| {
        let d = part.difference;
        (part.part, part.people, d.requirements, d.requirements_met, d.self_assessed)
    });
    told.collect()
}

#[test]
fn where_only_somebody_leaves_only_leavers_are_told() {
    let met = vec![said(0, Confirmed, 2, "2026-01-01")];
    let mut facts = nurses(vec![met.clone(), met]);
    facts.people[0].posts[0].held = Period::new(None, Some(day("2026-04-30")));
    assert_eq!(parts(&facts), [(Part::Leavers, 1, -2, -1, 0)]);
}

#[test]
fn each_kind_of_event_is_its_own_part() {
    let facts = nurses(vec![
        // Runs out on 1 April.
        vec![said(0, Confirmed, 2, "2025-04-01")],
        // Runs out too, but was confirmed again before.
        vec![said(0, Confirmed, 2, "2025-04-01"), said(0, Confirmed, 2, "2026-03-20")],
        vec![said(1, Confirmed, 3, "2026-05-01")],
        vec![said(1, Confirmed, 3, "2026-01-01"), said(1, Revoked, 0, "2026-05-01")],
        vec![said(0, SelfAssessment, 2, "2026-05-01")],
        vec![said(0, Exempted, 0, "2026-05-01")],
        // Before the earlier day, and after the later one.
        vec![said(0, Confirmed, 2, "2026-03-01"), said(1, Confirmed, 3, "2026-06-02")],
    ]);
    let expected = [
        (Part::Confirmations, 1, 0, 1, 0),
        (Part::Expiries, 1, 0, -1, 0),
        (Part::Revocations, 1, 0, -1, 0),
        (Part::SelfAssessments, 1, 0, 0, 1),
        (Part::Exemptions, 1, -1, 0, 0),
    ];
    assert_eq!(parts(&facts), expected);
}

#[test]
fn who_joins_goes_away_and_moves_is_told_apart() {
    let met = || vec![said(0, Confirmed, 2, "2026-01-01")];
    let mut facts = nurses(vec![met(), met(), met(), met(), met()]);
    facts.places.teams[1].home = Some(0);
    facts.people[0].posts[0].held = Period::new(Some(day("2026-04-01")), None);
    facts.people[1].posts[0] =
        from(a_post(), "2026-04-01", |terms| terms.status = PostStatus::Away);
    facts.people[2].posts[0] =
        from(a_post(), "2026-04-01", |terms| terms.category = PostCategory::Bank);
    // To a team that is not in the network; and to another post in it.
    facts.people[3].posts[0] = from(a_post(), "2026-04-01", |terms| terms.team = 1);
    facts.people[4].posts[0].held = Period::new(None, Some(day("2026-04-01")));
    facts.people[4]
        .posts
        .push(Post { held: Period::new(Some(day("2026-04-02")), None), ..a_post() });
    let expected =
        [(Part::Joiners, 1, 2, 1, 0), (Part::Absences, 1, -2, -1, 0), (Part::Moves, 2, -4, -2, 0)];
    assert_eq!(parts(&facts), expected);
}

#[test]
fn a_practice_that_leaves_the_network_takes_along_who_was_in_it() {
    let mut facts = nurses(vec![vec![said(0, Confirmed, 2, "2026-01-01")]]);
    let period = Period::new(None, Some(day("2026-04-30")));
    facts.places.organisations[0].memberships = vec![Membership { network: 1, period }];
    assert_eq!(parts(&facts), [(Part::Organisations, 1, -2, -1, 0)]);
}

#[test]
fn what_roles_ask_is_read_on_the_later_day() {
    let mut facts = nurses(vec![vec![said(0, Confirmed, 2, "2026-01-01")]]);
    facts.roles[0].requirements[1].period = Period::new(Some(day("2026-05-01")), None);
    assert_eq!(parts(&facts), [(Part::Requirements, 1, 1, 0, 0)]);
}

#[test]
fn what_was_recorded_later_about_days_before_is_late() {
    let first = Event { sequence: 1, ..said(0, Confirmed, 2, "2026-01-01") };
    let late = Event { sequence: 2, ..said(1, Confirmed, 3, "2026-02-01") };
    let mut facts = nurses(vec![vec![first, late]]);
    facts.recorded.note_judgement(day("2026-01-01"), 1);
    facts.recorded.note_judgement(day("2026-04-01"), 2);
    assert_eq!(parts(&facts), [(Part::LateRecords, 1, 0, 1, 0)]);
    assert_eq!(of_network(&facts).then.requirements_met, 1);
}

/// Version 2 from 1 April, in which A-1 is the same and B-1 wider, so that it is asked again.
fn published_again(mut facts: Facts) -> Facts {
    let (number, from) = (2, Some(day("2026-04-01")));
    facts.versions.push(Version { number, state: VersionState::Published, published_from: from });
    facts.domains.extend(facts.domains.clone());
    let again = facts.competencies.clone().into_iter();
    facts.competencies.extend(again.map(|c| crate::coverage::Competency {
        version: 1,
        domain: c.domain + 2,
        ..c
    }));
    for (old, relation) in (0..).zip([CrosswalkRelation::Same, CrosswalkRelation::Wider]) {
        facts.crosswalk.push(Answer { old, relation, asked_again: false, new: Some(old + 2) });
    }
    let rows = &mut facts.roles[0].requirements;
    let again = rows.clone().into_iter();
    rows.extend(again.map(|row| Requirement { competency: row.competency + 2, ..row }));
    facts.carry();
    facts
}

#[test]
fn a_confirmation_under_the_next_version_is_a_confirmation() {
    let facts = published_again(nurses(vec![
        // A-1 of version 2 is A-1 of version 1, which was not met.
        vec![said(2, Confirmed, 2, "2026-05-01")],
        // B-1 is asked again, and is lost.
        vec![said(1, Confirmed, 3, "2026-01-01")],
    ]));
    let change = of_network(&facts);
    let confirmed = &change.parts[5];
    assert_eq!((confirmed.part, confirmed.difference.requirements_met), (Part::Confirmations, 1));
    assert_eq!(confirmed.pairs[0].competency, 0, "told as it was called on the earlier day");
    let versions = &change.parts[11];
    assert_eq!(
        (versions.part, versions.difference.requirements_met),
        (Part::FrameworkVersions, -1)
    );
    assert_eq!(versions.difference.requirements, 0);
}
