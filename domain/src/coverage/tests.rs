//! Coverage from worked figures: a small place whose every number is counted out in a comment.

use super::explain::{Figure, explain};
use super::small_place::{day, person, role, said, small_place};
use super::*;
use crate::codes::{JudgementKind, PostStatus, Strand, VersionState};
use crate::coverage::cover::Item;
use crate::coverage::facts::Domain;
use crate::dates::Period;
use crate::frameworks::{Level, Version};
use crate::organisations::Organisation;
use crate::people::Post;
use JudgementKind::{Confirmed, Exempted, Recognised, SelfAssessment};

pub(super) mod as_read; // the rules, read aloud
pub(super) mod cover_as_read; // cover, likewise
mod in_parts; // people who are counted at the same time

const TODAY: &str = "2026-06-01";

fn level(number: u8) -> Option<Level> {
    Level::try_from(number).ok()
}

/// The role in a GP workforce group, or in none.
fn in_group(group: Option<&str>, role: Role) -> Role {
    Role { gpw_staff_group: group.map(Into::into), ..role }
}

fn post(team: usize, role: usize, fte: &str, status: PostStatus) -> Post {
    small_place::post(team, role, fte.parse().unwrap(), status)
}

/// Two competencies of one domain, A-1 (refresh 12 months) and A-2 (24), and B-1 of another (24); teams T1 and T2.
///
/// Nurse asks A-1 at 2 (critical), A-2 at 3, B-1 at 2; clerk asks A-1 at 3 and has no GP workforce group.
fn a_place() -> Facts {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0), ("A-2", 24, 0), ("B-1", 24, 1)]);
    let nurse = role("NURSE", "Nursing", &[(0, 2, true), (1, 3, false), (2, 2, false)]);
    facts.roles = vec![in_group(Some("Nurses"), nurse), role("CLERK", "Nursing", &[(0, 3, false)])];
    let active = PostStatus::Active;
    facts.people = vec![
        // 1: nurse in T1. A-1 met (due 1 July 2026: soon), A-2 met by recognition, B-1 exempt.
        person(
            1,
            vec![post(0, 0, "0.6", active)],
            vec![
                said(0, Confirmed, 2, "2025-07-01"),
                said(1, Recognised, 3, "2025-12-01"),
                said(2, Exempted, 0, "2025-01-01"),
            ],
        ),
        // 2: nurse in T1 and clerk in T2. A-1 confirmed at 2 (nurse's level, below the clerk's 3); A-2 expired; B-1 only self.
        person(
            2,
            vec![post(0, 0, "0.5", active), post(1, 1, "0.25", active)],
            vec![
                said(0, Confirmed, 2, "2026-01-01"),
                said(1, Confirmed, 4, "2023-05-01"),
                said(2, SelfAssessment, 2, "2026-01-01"),
            ],
        ),
        // 3: nurse in T2, away. Would be asked everything.
        person(3, vec![post(1, 0, "1", PostStatus::Away)], vec![]),
    ];
    facts
}

fn row<'a>(rows: &'a [Row], scope: &str, item: &str) -> &'a Counts {
    let found = rows.iter().find(|r| r.scope_code == scope && r.item_code == item);
    &found.unwrap_or_else(|| panic!("no row {scope} {item} in {rows:?}")).counts
}

fn ask(scope: ScopeKind, item: ItemKind) -> Query {
    Query::new(day(TODAY), scope, item)
}

#[test]
fn a_team_counts_its_own_posts_and_the_levels_they_ask() {
    let rows = coverage(&a_place(), &ask(ScopeKind::Team, ItemKind::Competency));
    // T1, A-1 at 2: 1 and 2 are asked and both hold 2; 1 is due within 90 days.
    let expected = Counts {
        required: 2,
        people: 2,
        met_confirmed: 2,
        assessed: 2,
        due_soon: 1,
        requirements: 2,
        requirements_met: 2,
        critical_required: 2,
        critical_met: 2,
        fte_required: 1_100_000,
        fte_met_confirmed: 1_100_000,
        ..Counts::default()
    };
    assert_eq!(row(&rows, "T1", "A-1"), &expected);
    // T2, A-1 at 3 by the clerk's post alone: 2 holds 2, so not met; nurse 3 is away.
    let t2 = row(&rows, "T2", "A-1");
    assert_eq!((t2.required, t2.met_confirmed, t2.critical_required), (1, 0, 0));
    assert_eq!((t2.not_in_scope, t2.fte_required, t2.fte_met_confirmed), (1, 250_000, 0));
}

#[test]
fn a_person_in_two_teams_counts_once_in_a_wider_row_at_the_highest_level_asked() {
    let rows = coverage(&a_place(), &ask(ScopeKind::Place, ItemKind::Competency));
    let a1 = row(&rows, "P", "A-1");
    // Asked: 1 at 2, 2 at 3 (the clerk's), critical for both because a nurse's row says so, whichever sets the level.
    assert_eq!((a1.required, a1.met_confirmed), (2, 1));
    assert_eq!(
        (a1.critical_required, a1.critical_met),
        (2, 1),
        "critical is met at the required level"
    );
    // FTE of every post that asks it: 0.6 + 0.5 + 0.25; of those who meet: 0.6.
    assert_eq!((a1.fte_required, a1.fte_met_confirmed), (1_350_000, 600_000));
}

#[test]
fn a_domain_is_met_only_when_everything_asked_in_it_is() {
    let rows = coverage(&a_place(), &ask(ScopeKind::Network, ItemKind::Domain));
    let a = row(&rows, "N", "A");
    // 1: met, one by recognition, A-1 due soon, A-2 (recognised 1 December, 12 months) not yet.
    // 2: A-1 not met at 3, A-2 expired on 1 May 2025.
    assert_eq!((a.required, a.met_confirmed, a.met_recognised), (2, 1, 1));
    assert_eq!((a.due_soon, a.expired, a.assessed), (1, 1, 2));
    assert_eq!((a.requirements, a.requirements_met), (4, 2));
    let b = row(&rows, "N", "B");
    // 1 is exempt, so only 2 is asked; by their own word they meet it.
    assert_eq!((b.required, b.met_confirmed, b.met_self, b.exempt), (1, 0, 1, 1));
    assert_eq!(b.fte_required, 500_000, "an exempt person's post asks nothing");
}

#[test]
fn everything_is_counted_in_pairs() {
    let rows = coverage(&a_place(), &ask(ScopeKind::Place, ItemKind::All));
    let all = row(&rows, "P", "all");
    // Pairs: 1 × {A-1, A-2}; 2 × {A-1, A-2, B-1}; met 1/A-1 and 1/A-2; exempt 1/B-1; away 3 is one person.
    assert_eq!((all.required, all.met_confirmed, all.met_recognised), (5, 2, 1));
    assert_eq!((all.requirements, all.requirements_met, all.exempt), (5, 2, 1));
    assert_eq!((all.assessed, all.met_self, all.due_soon, all.expired), (5, 1, 1, 1));
    assert_eq!((all.critical_required, all.critical_met, all.not_in_scope), (2, 1, 1));
    assert_eq!((all.fte_required, all.fte_met_confirmed), (0, 0), "no FTE for pairs");
}

#[test]
fn a_post_without_a_group_is_left_out_when_groups_are_asked_for() {
    let query =
        Query { group: Some(GroupBy::GpWorkforce), ..ask(ScopeKind::Place, ItemKind::Competency) };
    let rows = coverage(&a_place(), &query);
    assert!(rows.iter().all(|r| r.group == "Nurses"));
    // Without the clerk's post, 2 is asked A-1 at 2 and meets it.
    assert_eq!(row(&rows, "P", "A-1").met_confirmed, 2);
    // A blank profession is the ESR group.
    let by_profession = Query { group: Some(GroupBy::Profession), ..query };
    assert!(coverage(&a_place(), &by_profession).iter().all(|r| r.group == "Nursing"));
}

#[test]
fn teams_the_asker_may_not_see_count_in_no_row() {
    let query =
        Query { visible: Some(vec![false, true]), ..ask(ScopeKind::Place, ItemKind::Competency) };
    let rows = coverage(&a_place(), &query);
    assert_eq!(row(&rows, "P", "A-1").required, 1, "only 2's post in T2");
}

#[test]
fn an_organisation_counts_its_own_teams_alone() {
    let mut facts = a_place();
    let other = Organisation { code: "Y".into(), ..facts.places.organisations[0].clone() };
    facts.places.organisations.push(other);
    facts.places.teams[1].organisation = 1;
    let own = |organisation| {
        let query = Query { organisation, ..ask(ScopeKind::Place, ItemKind::Competency) };
        let rows = coverage(&facts, &query);
        rows.iter().find(|row| row.item_code == "A-1").map(|row| row.counts.required)
    };
    // Both nurses in T1; in T2 the clerk's post of one of them.
    assert_eq!(
        [own(None), own(Some(0)), own(Some(1)), own(Some(2))],
        [Some(2), Some(2), Some(1), None]
    );
}

#[test]
fn several_queries_in_one_pass_answer_as_each_by_itself() {
    let facts = a_place();
    let mut queries = Vec::new();
    for on in ["2025-07-01", TODAY, "2027-06-01"] {
        for scope in [ScopeKind::Place, ScopeKind::Team] {
            for item in [ItemKind::Domain, ItemKind::All, ItemKind::Competency] {
                queries.push(Query::new(day(on), scope, item));
            }
        }
    }
    let together = format!("{:?}", coverages(&facts, &queries));
    let alone: Vec<_> = queries.iter().map(|query| coverage(&facts, query)).collect();
    assert_eq!(together, format!("{alone:?}"));
}

#[test]
fn the_competencies_together_are_the_pairs_of_everything() {
    let facts = a_place();
    for on in ["2025-07-01", TODAY, "2027-06-01"] {
        let of = |item| coverage(&facts, &Query::new(day(on), ScopeKind::Place, item));
        let all = of(ItemKind::All)[0].counts;
        // The nurse who is exempt leaves a row of B-1 in which the other one is asked.
        let together = pairs_of(&of(ItemKind::Competency)).unwrap();
        assert_eq!(together, Counts { people: 0, not_in_scope: 0, ..all }, "{on}");
    }
    assert_eq!(pairs_of(&[]), None);
}

#[test]
fn an_item_is_called_as_a_version_calls_it() {
    let mut facts = small_place(["T1", "T2"], &[("A-1", 12, 0)]);
    let published_from = Some(day("2026-01-01"));
    facts.versions.push(Version { number: 2, state: VersionState::Published, published_from });
    facts.domains.push(Domain { code: "A".into(), title: "Anew".into() });
    let again = facts.competencies[0].clone();
    let again = Competency { title: "Asks anew".into(), version: 1, domain: 2, ..again };
    facts.competencies.push(again);
    let called = |item: &Item| [Some(0), Some(1), None].map(|at| facts.title_of(item, at));
    assert_eq!(called(&Item::Domain("A".into())), [Some("A"), Some("Anew"), Some("A")]);
    let competency = Item::Competency("A-1".into());
    assert_eq!(called(&competency), [Some("A-1"), Some("Asks anew"), Some("A-1")]);
    // Nothing of the place's second domain is in either version.
    assert_eq!(called(&Item::Domain("B".into())), [None; 3]);
}

#[test]
fn of_what_is_critical_alone_the_pairs_are_the_critical_ones() {
    let facts = a_place();
    let scopes = [ScopeKind::Place, ScopeKind::Network, ScopeKind::Organisation, ScopeKind::Team];
    for scope in scopes {
        let all = coverage(&facts, &ask(scope, ItemKind::All));
        let critical = Query { critical_only: true, ..ask(scope, ItemKind::All) };
        let critical = coverage(&facts, &critical);
        let wanted = all.iter().filter(|row| row.counts.critical_required > 0);
        let wanted =
            wanted.map(|r| (&r.scope_code, r.counts.critical_required, r.counts.critical_met));
        let found = critical
            .iter()
            .map(|r| (&r.scope_code, r.counts.requirements, r.counts.requirements_met));
        assert!(found.eq(wanted), "{scope}: {critical:?}");
    }
    // In T1 both nurses hold A-1. In the place 2 is asked it at the clerk's 3, and it stays critical: the nurse's row says so.
    let of = |scope| Query { critical_only: true, ..ask(scope, ItemKind::Competency) };
    let team = coverage(&facts, &of(ScopeKind::Team));
    assert_eq!(team.len(), 1, "nothing else is critical, and nothing of a clerk's");
    assert_eq!((row(&team, "T1", "A-1").required, row(&team, "T1", "A-1").met_confirmed), (2, 2));
    let place = coverage(&facts, &of(ScopeKind::Place));
    assert_eq!((row(&place, "P", "A-1").required, row(&place, "P", "A-1").met_confirmed), (2, 1));
    let query = of(ScopeKind::Team);
    let figure = Figure { query: &query, unit: Unit::Team(0), group: None, item_code: "A-1" };
    let people = explain(&facts, figure).counted;
    assert_eq!(people.len(), 2);
    assert!(people.iter().all(|one| one.asked.len() == 1));
}

#[test]
fn teams_that_lie_in_no_part_are_counted_beside_the_rows() {
    let mut facts = a_place();
    let of = |scope| ask(scope, ItemKind::Domain);
    let beside = |facts: &Facts, scope| teams_beside(facts, (&of(ScopeKind::Place), &of(scope)));
    assert_eq!(beside(&facts, ScopeKind::Network), 0, "all are of the network");
    // At home in the place itself, a team is in no network, and still a team.
    facts.places.teams[0].home = Some(0);
    assert_eq!(beside(&facts, ScopeKind::Network), 1);
    assert_eq!(beside(&facts, ScopeKind::Team), 0);
    facts.places.teams[0].open = Period::new(None, Some(day("2000-01-01")));
    assert_eq!(beside(&facts, ScopeKind::Network), 0, "a closed one counts nowhere");
}

#[test]
fn nothing_is_known_before_the_first_word() {
    let mut facts = a_place();
    let first = facts.people.iter().flat_map(|of| &of.judgements).map(|event| event.day).min();
    let first = first.unwrap();
    assert!(facts.is_anything_known(first));
    assert!(!facts.is_anything_known(crate::dates::days_after(first, -1)));
    facts.people.clear();
    assert!(!facts.is_anything_known(first));
}

#[test]
fn strands_part_what_is_asked() {
    let mut facts = a_place();
    facts.competencies[1].strand = Strand::IntegratedCare;
    for scope in [ScopeKind::Place, ScopeKind::Team] {
        let counted = |strand| {
            let query = Query { strand, ..ask(scope, ItemKind::All) };
            let rows = coverage(&facts, &query).into_iter();
            let asked = rows.map(|row| (row.counts.requirements, row.counts.requirements_met));
            asked.fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1))
        };
        let parts = Strand::ALL.iter().map(|strand| counted(Some(*strand)));
        let sum = parts.fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        assert_eq!(sum, counted(None), "{scope}");
    }
    // A-1 alone of domain A: both nurses of T1 are asked it, and hold it.
    let query =
        Query { strand: Some(Strand::MentalHealth), ..ask(ScopeKind::Team, ItemKind::Domain) };
    let rows = coverage(&facts, &query);
    let a = row(&rows, "T1", "A");
    assert_eq!((a.required, a.met_confirmed, a.requirements), (2, 2, 2));
}
