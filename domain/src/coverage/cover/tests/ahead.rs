//! What becomes of cover, from worked cases. In 90 days from 1 June it is 30 August.

use super::*;
use chrono::NaiveDate;

const THEN: &str = "2026-08-30";

fn until() -> NaiveDate {
    day(THEN)
}

/// The first team in risk.
fn in_risk(facts: &Facts) -> CoverAhead {
    let team = teams_ahead(facts, &teams(), until()).into_iter().find(|team| team.team == 0);
    team.unwrap().domains.remove("RSK").unwrap()
}

/// A nurse and a GP of the first team, who both hold both competencies of risk: enough, and not without either.
fn two() -> Vec<Person> {
    let holds = [(RSK_1, 3), (RSK_2, 3)];
    vec![works(1, &[(0, NURSE)], &holds), works(2, &[(0, GP)], &holds)]
}

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

/// What is asked by default in risk, of which so many people and professions are missing.
fn lacks(people: u32, professions: u32) -> Fails {
    let need = Need { people: 2, level: Level::PRACTISES_WITH_SUPPORT, professions: 2 };
    Fails::Missing(Missing { people, professions }, need)
}

fn because(fails: Fails, of: &[(u128, Goes)], competencies: &[u16]) -> Because {
    let of = of.iter().map(|(number, goes)| (id(*number), *goes)).collect();
    Because { fails, of, also: Vec::new(), competencies: competencies.to_vec() }
}

/// Of two people of two professions one is left.
fn lost_by(number: u128, goes: Goes, competencies: &[u16]) -> Because {
    because(lacks(1, 1), &[(number, goes)], competencies)
}

#[test]
fn where_nothing_ends_cover_stays_as_it_is() {
    let ahead = in_risk(&with(two()));
    assert_eq!((ahead.today, ahead.change()), (ahead.then, None));
    assert!(ahead.today.unwrap().is_capable() && ahead.because.is_empty());
}

#[test]
fn cover_is_lost_with_the_confirmation_that_runs_out_first() {
    let mut people = two();
    // Of RSK-1 alone: due on 1 July.
    people[0].judgements[0].day = day("2024-07-01");
    let ahead = in_risk(&with(people));
    assert_eq!(ahead.change(), Some(CoverChange::Lost));
    assert!(!ahead.then.unwrap().is_capable());
    assert_eq!(ahead.because, [lost_by(1, Goes::RunsOut(day("2026-07-01")), &[RSK_1])]);
    // Two are asked of two professions: today each of the two is needed in both, then in what is left.
    let both = |competency| Hang { competency, people: 2 };
    assert_eq!(
        (ahead.hangs_today, ahead.hangs_then),
        (vec![both(RSK_1), both(RSK_2)], vec![both(RSK_2)])
    );
}

#[test]
fn whoever_leaves_is_away_or_comes_no_more_takes_along_what_they_hold() {
    let both = [RSK_1, RSK_2];
    let mut people = two();
    // A second nurse, who holds nothing: what is asked of nurses stays required.
    people.push(works(3, &[(0, NURSE)], &[]));
    let last = Some(day("2026-07-31"));
    people[0].posts[0].held = Period::new(None, last);
    let ahead = in_risk(&with(people.clone()));
    assert_eq!(ahead.because, [lost_by(1, Goes::Leaves, &both)]);

    let mut away = people[0].posts[0].terms[0];
    (away.from, away.status) = (Some(day("2026-08-01")), PostStatus::Away);
    people[0].posts[0].held = Period::ALWAYS;
    people[0].posts[0].terms.push(away);
    assert_eq!(in_risk(&with(people.clone())).because, [lost_by(1, Goes::Away, &both)]);

    people[0] = works(1, &[(1, NURSE)], &[(RSK_1, 3), (RSK_2, 3)]);
    let mut facts = with(people);
    let (held, helper) = (Period::new(None, last), Helper::Person(id(1)));
    facts.arrangements = vec![Arrangement { team: 0, held, helper }];
    let ahead = in_risk(&facts);
    assert_eq!(ahead.today.unwrap().covered, Covered::ByArrangement);
    assert_eq!(ahead.because, [lost_by(1, Goes::ComesNoMore, &both)]);
}

#[test]
fn a_team_comes_to_depend_on_one_person_or_is_asked_more() {
    let mut people = two();
    people.push(works(3, &[(0, NURSE)], &[(RSK_1, 3), (RSK_2, 3)]));
    people.push(works(4, &[(0, GP)], &[(RSK_1, 3), (RSK_2, 3)]));
    people[3].posts[0].held = Period::new(None, Some(day("2026-07-31")));
    let mut facts = with(people);
    let ahead = in_risk(&facts);
    assert_eq!(ahead.change(), Some(CoverChange::OnePerson));
    assert_eq!(ahead.because, [because(Fails::OnePerson, &[(4, Goes::Leaves)], &[RSK_1, RSK_2])]);
    let hangs = |competency| Hang { competency, people: 1 };
    assert!(ahead.hangs_today.is_empty(), "two of each profession");
    assert_eq!(ahead.hangs_then, [RSK_1, RSK_2].map(hangs), "on the GP who is left");

    facts.people[3].posts[0].held = Period::ALWAYS;
    facts.cover_rules = vec![Rule {
        id: CoverRuleId(Uuid::nil()),
        whose: Whose::Team(0),
        item: Item::Competency("RSK-2".into()),
        asks: Asks { people: 5, ..Asks::ONE },
        held: Period::new(Some(day("2026-08-01")), None),
    }];
    let ahead = in_risk(&facts);
    assert_eq!(ahead.change(), Some(CoverChange::Lost));
    // Five are asked, at the 2 that GPs are asked, and four hold it: nobody is lost.
    let need = Need { people: 5, level: Level::KNOWS_HOW, professions: 1 };
    let one_more = Fails::Missing(Missing { people: 1, professions: 0 }, need);
    assert_eq!(ahead.because, [because(one_more, &[], &[RSK_2])]);
}

#[test]
fn of_all_whose_confirmations_run_out_the_last_of_a_second_profession_makes_cover_fail() {
    let both = [(RSK_1, 3), (RSK_2, 3)];
    let nurses = (1..=4).map(|number| works(number, &[(0, NURSE)], &both));
    let mut people: Vec<Person> = nurses.collect();
    people.push(works(5, &[(0, GP)], &both));
    // Nurses 2 and 3 and the GP run out in RSK-1: two nurses are left, people enough and one profession too few.
    for at in [1, 2, 4] {
        people[at].judgements[0].day = day("2024-07-01");
    }
    let ahead = in_risk(&with(people.clone()));
    assert_eq!(ahead.change(), Some(CoverChange::Lost));
    let runs_out = Goes::RunsOut(day("2026-07-01"));
    let also = vec![(id(2), runs_out), (id(3), runs_out)];
    let expected = Because { also, ..because(lacks(0, 1), &[(5, runs_out)], &[RSK_1]) };
    assert_eq!(ahead.because, [expected]);

    // Where the other nurses run out too, nobody is left: any of them would be one more.
    for at in [0, 3] {
        people[at].judgements[0].day = day("2024-07-01");
    }
    let all = [1, 2, 3, 4, 5].map(|number| (number, runs_out));
    assert_eq!(in_risk(&with(people)).because, [because(lacks(2, 2), &all, &[RSK_1])]);
}

#[test]
fn cover_comes_to_hang_on_one_person_by_each_who_would_leave_fewer_of_them() {
    let both = [(RSK_1, 3), (RSK_2, 3)];
    let roles = [NURSE, NURSE, GP, GP];
    let people = (1..).zip(roles).map(|(number, role)| works(number, &[(0, role)], &both));
    let mut people: Vec<Person> = people.collect();
    // A nurse and a GP are left, each of them needed; with the other nurse only the GP would be, and the other way round.
    for at in [1, 3] {
        people[at].posts[0].held = Period::new(None, Some(day("2026-07-31")));
    }
    let ahead = in_risk(&with(people));
    assert_eq!(ahead.change(), Some(CoverChange::OnePerson));
    let gone = [(2, Goes::Leaves), (4, Goes::Leaves)];
    assert_eq!(ahead.because, [because(Fails::OnePerson, &gone, &[RSK_1, RSK_2])]);
}

#[test]
fn what_was_not_covered_today_cannot_be_lost() {
    let ahead = in_risk(&with(vec![works(1, &[(0, NURSE)], &[])]));
    assert_eq!((ahead.today, ahead.change()), (ahead.then, None));
    assert!(!ahead.today.unwrap().is_capable());
}
