//! Cover from worked cases: a small place in which everybody who counts is counted out in a comment.

use super::*;
use crate::codes::{CareSetting, JudgementKind, PostStatus};
use crate::coverage::small_place::{day, person, post, role, said, small_place};
use crate::coverage::{Facts, GroupBy, ItemKind, Person, Query, ScopeKind, coverage};
use crate::dates::Period;
use crate::frameworks::Level;
use crate::ids::{CoverRuleId, PersonId};
use JudgementKind::{Confirmed, Exempted, SelfAssessment};
use uuid::Uuid;

mod ahead; // on a later day

const TODAY: &str = "2026-06-01";
const RSK_1: u16 = 0;
const RSK_2: u16 = 1;
const B_1: u16 = 2;

const GP: usize = 0;
const NURSE: usize = 1;
const CLERK: usize = 2;

/// Two competencies of risk and one of another domain. Nurses are asked RSK-1 at 3 and B-1 at 2, GPs RSK-2 at 2; the clerk, who has
/// another profession, is asked nothing.
fn a_place() -> Facts {
    let mut facts =
        small_place(["T1", "T2"], &[("RSK-1", 24, 0), ("RSK-2", 24, 0), ("B-1", 24, 1)]);
    facts.domains[0].code = "RSK".into();
    facts.roles = vec![
        role("GP", "Medical", &[(RSK_2, 2, false)]),
        role("NURSE", "Nursing", &[(RSK_1, 3, false), (B_1, 2, false)]),
        role("CLERK", "Clerical", &[]),
    ];
    facts
}

/// Somebody at work, full time in the first of these teams and less in the others, who was confirmed in these.
fn works(number: u128, posts: &[(usize, usize)], holds: &[(u16, u8)]) -> Person {
    let ftes = ["1", "0.5", "0.25"].map(|fte| fte.parse().unwrap());
    let posts = posts.iter().zip(ftes);
    let posts = posts.map(|(&(team, role), fte)| post(team, role, fte, PostStatus::Active));
    let confirmed = |&(competency, level)| said(competency, Confirmed, level, "2026-01-01");
    person(number, posts.collect(), holds.iter().map(confirmed).collect())
}

fn with(people: Vec<Person>) -> Facts {
    Facts { people, ..a_place() }
}

fn teams() -> Query {
    Query::new(day(TODAY), ScopeKind::Team, ItemKind::Domain)
}

/// What is said of a team in risk and in the other domain.
fn of_team(facts: &Facts, team: usize) -> [Option<Verdict>; 2] {
    let found = teams_covered(facts, &teams()).into_iter().find(|cover| cover.team == team);
    found.map_or([None, None], |cover| cover.domains.try_into().unwrap())
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what may be none")]
fn is(covered: Covered) -> Option<Verdict> {
    Some(Verdict { covered, one_person: false })
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what may be none")]
fn hangs(covered: Covered) -> Option<Verdict> {
    Some(Verdict { covered, one_person: true })
}

fn of_domain<'a>(facts: &'a Facts, code: &str) -> Vec<CompetencyCover<'a>> {
    detail(facts, (day(TODAY), false), 0, &Item::Domain(code.to_owned()))
}

fn numbers(people: impl Iterator<Item = PersonId>) -> Vec<u128> {
    people.map(|id| id.0.as_u128()).collect()
}

#[test]
fn where_nobody_wrote_a_rule_one_person_holds_what_the_team_requires_at_most_at_4() {
    // B-1 is asked at 2 of nurse 1, who holds 1; the clerk, who is not asked, holds 2.
    let mut facts =
        with(vec![works(1, &[(0, NURSE)], &[(B_1, 1)]), works(2, &[(0, CLERK)], &[(B_1, 2)])]);
    assert_eq!(of_team(&facts, 0)[1], hangs(Covered::InTeam));
    facts.people[1].judgements.clear();
    assert_eq!(of_team(&facts, 0)[1], is(Covered::NotCovered));
    // Asked at 5, a 4 will do; a second one, and it hangs on nobody.
    facts.roles[NURSE].requirements[1].level = Some(Level::LEADS_AND_TEACHES);
    facts.people[1].hear([said(B_1, Confirmed, 4, "2026-01-01")]);
    assert_eq!(of_team(&facts, 0)[1], hangs(Covered::InTeam));
    facts.people.push(works(3, &[(0, NURSE)], &[(B_1, 5)]));
    assert_eq!(of_team(&facts, 0)[1], is(Covered::InTeam));
}

#[test]
fn in_risk_two_people_of_two_professions_hold_a_3() {
    let mut people = vec![
        works(1, &[(0, NURSE)], &[(RSK_1, 3)]),
        works(2, &[(0, NURSE)], &[(RSK_1, 3)]),
        works(3, &[(0, CLERK)], &[(RSK_1, 2)]),
    ];
    let risk = |people: &[Person]| of_team(&with(people.to_vec()), 0)[0];
    assert_eq!(risk(&people), is(Covered::NotCovered), "two nurses, and a 2");
    people[2].hear([said(RSK_1, Confirmed, 3, "2026-02-01")]);
    // Without the clerk only nurses are left; without either nurse, a nurse and the clerk.
    assert_eq!(risk(&people), hangs(Covered::InTeam));
    let facts = with(people.clone());
    let found = of_domain(&facts, "RSK");
    let alone = found[0].holders.iter().filter(|holder| holder.alone);
    assert_eq!(numbers(alone.map(|holder| holder.person)), [3]);
    people.push(works(4, &[(0, GP)], &[(RSK_1, 3), (RSK_2, 3)]));
    people.push(works(5, &[(0, CLERK)], &[(RSK_2, 3)]));
    // RSK-1: two nurses, a clerk and a GP. RSK-2, which the GP is asked: a GP and a clerk, each of them needed.
    assert_eq!(risk(&people), hangs(Covered::InTeam));
    people.push(works(6, &[(0, NURSE)], &[(RSK_2, 4)]));
    assert_eq!(risk(&people), is(Covered::InTeam));
}

#[test]
fn a_person_without_a_profession_is_one_and_makes_no_second_profession() {
    let mut people = vec![
        works(1, &[(0, NURSE)], &[(RSK_1, 3)]),
        works(2, &[(0, CLERK)], &[(RSK_1, 3), (B_1, 2)]),
    ];
    let verdicts = |people: &[Person]| {
        let mut facts = with(people.to_vec());
        facts.roles[CLERK].esr_staff_group = None;
        of_team(&facts, 0)
    };
    assert_eq!(verdicts(&people), [is(Covered::NotCovered), hangs(Covered::InTeam)]);
    people.push(works(3, &[(0, GP)], &[(RSK_1, 3), (RSK_2, 3)]));
    people.push(works(4, &[(0, NURSE)], &[(RSK_2, 3)]));
    assert_eq!(verdicts(&people)[0], hangs(Covered::InTeam));
}

#[test]
fn what_nobody_is_asked_any_more_is_not_required_and_what_has_expired_is_not_held() {
    let mut facts = with(vec![works(1, &[(0, NURSE)], &[(B_1, 2)])]);
    assert_eq!(of_team(&facts, 1), [None, None], "nobody works there");
    facts.people[0].hear([said(RSK_1, Exempted, 0, "2026-01-01")]);
    assert_eq!(of_team(&facts, 0), [None, hangs(Covered::InTeam)]);
    facts.people[0].judgements.retain(|event| event.competency != B_1);
    facts.people[0]
        .hear([said(B_1, Confirmed, 2, "2024-05-31"), said(B_1, SelfAssessment, 5, "2026-01-01")]);
    assert_eq!(of_team(&facts, 0), [None, is(Covered::NotCovered)], "two years and a day");
}

#[test]
fn whoever_leaves_takes_their_skill_and_not_the_teams_requirement() {
    // She is the only one who is asked B-1. If she left, the team would be without it, not without the need.
    let facts = with(vec![works(1, &[(0, NURSE)], &[(B_1, 2)])]);
    assert_eq!(of_team(&facts, 0)[1], hangs(Covered::InTeam));
}

fn helped(helper: Helper, from: &str) -> Arrangement {
    Arrangement { team: 0, held: Period::new(Some(day(from)), None), helper }
}

#[test]
fn another_teams_people_cover_by_arrangement_while_its_row_is_valid() {
    let mut facts = with(vec![
        works(1, &[(0, NURSE)], &[(RSK_1, 3)]),
        // In both teams: one person, a nurse in the team that is helped.
        works(2, &[(1, CLERK), (0, NURSE)], &[(RSK_1, 3)]),
        works(3, &[(1, CLERK)], &[(RSK_1, 3), (B_1, 2)]),
    ]);
    assert_eq!(of_team(&facts, 0), [is(Covered::NotCovered); 2]);
    facts.arrangements = vec![helped(Helper::Team(1), "2026-06-02")];
    assert_eq!(of_team(&facts, 0), [is(Covered::NotCovered); 2], "from tomorrow on");
    facts.arrangements = vec![helped(Helper::Team(1), "2026-06-01")];
    assert_eq!(of_team(&facts, 0), [hangs(Covered::ByArrangement); 2]);
    let found = of_domain(&facts, "RSK");
    let seen: Vec<_> = found[0].holders.iter().map(|h| (h.helps, h.profession, h.alone)).collect();
    let (nurse, clerk) = (Some("Nursing"), Some("Clerical"));
    assert_eq!(seen, [(false, nurse, false), (false, nurse, false), (true, clerk, true)]);
}

#[test]
fn a_row_that_names_somebody_means_them_alone() {
    let people = vec![
        works(1, &[(0, NURSE)], &[]),
        works(2, &[(1, CLERK)], &[(B_1, 2)]),
        works(3, &[(1, CLERK)], &[(B_1, 1)]),
    ];
    let named = |number| Helper::Person(PersonId(Uuid::from_u128(number)));
    let b_1 = |helper| {
        let arrangements = vec![helped(helper, "2026-01-01")];
        of_team(&Facts { arrangements, ..with(people.clone()) }, 0)[1]
    };
    assert_eq!(b_1(named(2)), hangs(Covered::ByArrangement));
    assert_eq!(b_1(named(3)), is(Covered::NotCovered));
    assert_eq!(b_1(Helper::Team(1)), hangs(Covered::ByArrangement));
}

#[test]
fn a_person_counts_as_the_profession_of_their_larger_post_in_the_team() {
    let mut people = vec![works(1, &[(0, NURSE)], &[(RSK_1, 3)])];
    people.push(works(2, &[(0, NURSE), (0, CLERK)], &[(RSK_1, 3)]));
    assert_eq!(of_team(&with(people.clone()), 0)[0], is(Covered::NotCovered), "two nurses");
    people[1] = works(2, &[(0, CLERK), (0, NURSE)], &[(RSK_1, 3)]);
    assert_eq!(of_team(&with(people), 0)[0], hangs(Covered::InTeam));
}

const IN_NETWORK: Whose = Whose::Setting { setting: CareSetting::PrimaryCare, area: Some(1) };
const IN_PLACE: Whose = Whose::Setting { setting: CareSetting::PrimaryCare, area: Some(0) };
const EVERYWHERE: Whose = Whose::Setting { setting: CareSetting::PrimaryCare, area: None };

/// A rule that is told by how many people it asks.
fn rule(whose: Whose, item: &str, people: u32, from: Option<&str>) -> Rule {
    Rule {
        id: CoverRuleId(Uuid::from_u128(u128::from(people))),
        whose,
        item: item.parse().unwrap(),
        asks: Asks { people, ..Asks::ONE },
        held: Period::new(from.map(day), None),
    }
}

#[test]
fn the_nearest_rule_applies_and_of_these_the_one_for_the_competency() {
    let mut facts = with(vec![works(1, &[(0, NURSE)], &[])]);
    let applies = |facts: &Facts| of_domain(facts, "RSK")[0].need.people;
    assert_eq!(applies(&facts), 2, "by default");
    // Each rule comes before all that were added before it.
    let rules = [
        rule(EVERYWHERE, "domain:RSK", 3, None),
        rule(EVERYWHERE, "domain:RSK", 4, Some("2026-01-01")),
        rule(EVERYWHERE, "domain:RSK", 5, Some("2026-01-01")),
        rule(EVERYWHERE, "competency:RSK-1", 6, None),
        rule(IN_PLACE, "domain:RSK", 7, None),
        rule(IN_NETWORK, "domain:RSK", 8, None),
        rule(Whose::Team(0), "domain:RSK", 9, None),
        rule(Whose::Team(0), "competency:RSK-1", 10, None),
    ];
    for next in rules {
        let people = next.asks.people;
        facts.cover_rules.push(next);
        assert_eq!(applies(&facts), people);
    }
    let applied = of_domain(&facts, "RSK")[0].rule.map(|rule| rule.asks.people);
    assert_eq!(applied, Some(10));
    let other_setting = Whose::Setting { setting: CareSetting::Crisis, area: None };
    let not_about_it = [
        rule(Whose::Team(1), "competency:RSK-1", 11, Some("2026-05-01")),
        rule(Whose::Team(0), "competency:RSK-2", 12, Some("2026-05-01")),
        rule(Whose::Team(0), "competency:GONE", 13, Some("2026-05-01")),
        rule(Whose::Team(0), "competency:RSK-1", 14, Some("2026-06-02")),
        rule(other_setting, "competency:RSK-1", 15, Some("2026-05-01")),
    ];
    facts.cover_rules.extend(not_about_it);
    assert_eq!(applies(&facts), 10);
}

#[test]
fn a_domain_is_covered_where_each_of_its_competencies_is_by_its_own_rule() {
    let one =
        |competency: u16| works(u128::from(competency) + 1, &[(0, NURSE)], &[(competency, 3)]);
    let mut facts = with(vec![one(RSK_1), one(RSK_2), works(9, &[(0, GP)], &[])]);
    facts.cover_rules = vec![rule(Whose::Team(0), "domain:RSK", 1, None)];
    assert_eq!(of_team(&facts, 0)[0], hangs(Covered::InTeam));
    facts.cover_rules.push(rule(Whose::Team(0), "competency:RSK-2", 2, None));
    assert_eq!(of_team(&facts, 0)[0], is(Covered::NotCovered));
}

#[test]
fn a_row_counts_the_teams_that_require_its_item_and_those_that_are_covered() {
    // T1 requires RSK-1 and B-1 and is covered in B-1; T2 requires RSK-2 alone, and nobody holds it.
    let facts = with(vec![works(1, &[(0, NURSE)], &[(B_1, 2)]), works(2, &[(1, GP)], &[])]);
    let capable = |scope, item| -> Vec<(String, u32, u32)> {
        let query = Query { capable_teams: true, ..Query::new(day(TODAY), scope, item) };
        let rows = coverage(&facts, &query).into_iter();
        rows.map(|row| {
            let counted = row.capable.unwrap();
            (row.item_code, counted.capable, counted.teams)
        })
        .collect()
    };
    let row = |item: &str, capable, teams| (item.to_owned(), capable, teams);
    assert_eq!(capable(ScopeKind::Place, ItemKind::Domain), [row("B", 1, 1), row("RSK", 0, 2)]);
    assert_eq!(capable(ScopeKind::Network, ItemKind::All), [row("all", 0, 2)]);
    let by_competency = [row("B-1", 1, 1), row("RSK-1", 0, 1), row("RSK-2", 0, 1)];
    assert_eq!(capable(ScopeKind::Organisation, ItemKind::Competency), by_competency);
    let asked = Query::new(day(TODAY), ScopeKind::Place, ItemKind::Domain);
    let none = |query: &Query| coverage(&facts, query).iter().all(|row| row.capable.is_none());
    assert!(none(&asked), "it was not asked for");
    let by_group = Query { group: Some(GroupBy::Esr), capable_teams: true, ..asked };
    assert!(none(&by_group), "a group is no team");
    let critical = Query { critical_only: true, group: None, ..by_group };
    assert!(none(&critical), "cover is of all that a team requires");
}

#[test]
fn a_team_that_the_asker_may_not_see_is_no_team_of_the_row_and_helps_all_the_same() {
    let mut facts = with(vec![works(1, &[(0, NURSE)], &[]), works(2, &[(1, NURSE)], &[(B_1, 2)])]);
    facts.arrangements = vec![helped(Helper::Team(1), "2026-01-01")];
    let query = Query { visible: Some(vec![true, false]), capable_teams: true, ..teams() };
    let place = Query { scope: ScopeKind::Place, ..query };
    let rows = coverage(&facts, &place);
    let other = rows.iter().find(|row| row.item_code == "B").unwrap();
    assert_eq!(other.capable, Some(CapableTeams { capable: 1, teams: 1 }));
}

#[test]
fn what_is_asked_is_told_in_words() {
    assert_eq!(Asks::TWO.words(), "2 people at level 3 or above, from 2 professions");
    let one = "1 person at the highest level that the team requires, at most 4";
    assert_eq!(Asks::ONE.words(), one);
    assert_eq!(Asks::ONE.of_team(Level::AWARE).words(), "1 person at level 1 or above");
    for text in ["domain:RSK", "competency:RSK-1"] {
        assert_eq!(text.parse::<Item>().unwrap().to_string(), text);
    }
    assert!("RSK".parse::<Item>().is_err() && "domain:".parse::<Item>().is_err());
}
