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

fn lost_by(number: u128, goes: Goes, competencies: &[u16]) -> Because {
    Because { why: Why::Person(id(number), goes), competencies: competencies.to_vec() }
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
    assert_eq!(ahead.because, [lost_by(4, Goes::Leaves, &[RSK_1, RSK_2])]);
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
    assert_eq!(ahead.because, [Because { why: Why::Asked, competencies: vec![RSK_2] }]);
}

#[test]
fn what_was_not_covered_today_cannot_be_lost() {
    let ahead = in_risk(&with(vec![works(1, &[(0, NURSE)], &[])]));
    assert_eq!((ahead.today, ahead.change()), (ahead.then, None));
    assert!(!ahead.today.unwrap().is_capable());
}
