//! Who counts where, in the progress of teams and wider places.

use super::super::counting::{Come, StepCount, count};
use super::super::taken::Taken;
use super::*;
use crate::sessions::register::Attendance;

#[test]
fn a_bank_post_is_for_its_holder_and_counts_in_no_figure() {
    let bank = person(1, vec![with_category(0, 0, PostCategory::Bank)], &[]);
    let facts = facts(vec![bank]);
    let audience = Audience { roles: vec![role_id(0)], ..Audience::default() };
    assert!(audience.has(&facts, &facts.people[0], day(TODAY)));
    assert_eq!(audience.teams_of(&facts, &facts.people[0], day(TODAY)), Vec::<TeamIndex>::new());
}

#[test]
fn a_person_in_two_teams_counts_in_each_and_once_in_any_wider_row() {
    let done: &[Said] = &[(0, Confirmed, 2, "2026-01-01")];
    let people = vec![
        person(1, vec![post(0, 0), post(1, 0)], done),
        person(2, vec![post(0, 0), post(0, 0)], &[]),
        person(3, vec![post(1, 1)], done),
    ];
    let facts = facts(people);
    let audience = Audience { roles: vec![role_id(0)], ..Audience::default() };
    let course = Course::of(&facts, &[step(&[(0, 2)]), step(&[])], day(TODAY));
    let by =
        |row: fn(TeamIndex) -> Option<usize>| count(&facts, &audience, &course, day(TODAY), row);
    let come = |people, whole, done, of| Come {
        people,
        whole,
        steps: vec![StepCount { done, of, ..StepCount::default() }, StepCount::default()],
    };
    // Team 0: persons 1 (done) and 2. Team 1: person 1 alone, since 3 is in another role. Together: 1 and 2.
    let teams = by(Some);
    assert_eq!((&teams[&0], &teams[&1]), (&come(2, 1, 1, 2), &come(1, 1, 1, 1)));
    assert_eq!(by(|_| Some(0))[&0], come(2, 1, 1, 2));
    assert!(by(|_| None).is_empty(), "teams that nobody asked about");
}

#[test]
fn who_came_to_a_session_that_ran_a_step_is_counted_beside_those_who_have_done_it() {
    let people = vec![person(1, vec![post(0, 0)], &[]), person(2, vec![post(0, 0)], &[])];
    let facts = facts(people);
    let audience = Audience { roles: vec![role_id(0)], ..Audience::default() };
    let asks = step(&[(0, 2)]);
    let mut taken = Taken::default();
    taken.note(asks.id, facts.people[0].id, Attendance::Attended);
    taken.note(asks.id, facts.people[1].id, Attendance::PartAttended);
    let course = Course::of(&facts, &[asks], day(TODAY)).with(taken);
    let come = count(&facts, &audience, &course, day(TODAY), Some);
    let steps = vec![StepCount { done: 0, of: 2, attended: 1, begun: 1 }];
    assert_eq!(come[&0], Come { people: 2, whole: 0, steps }, "attendance makes nothing done");
}

proptest! {
    #[test]
    fn wider_rows_hold_everybody_once_and_no_more_than_their_teams(
        posts in prop::collection::vec((0_usize..2, 0_usize..2), 0..12),
        levels in prop::collection::vec(0_u8..6, 12),
    ) {
        let people = posts.chunks(2).zip(1..).zip(&levels).map(|((held, number), level)| {
            let held = held.iter().map(|(team, role)| post(*team, *role)).collect();
            person(number, held, &[(0, Confirmed, *level, "2026-01-01")])
        });
        let facts = facts(people.collect());
        let audience = Audience { roles: vec![role_id(0)], ..Audience::default() };
        let course = Course::of(&facts, &[step(&[(0, 3)])], day(TODAY));
        let teams = count(&facts, &audience, &course, day(TODAY), Some);
        let all = count(&facts, &audience, &course, day(TODAY), |_| Some(())).remove(&()).unwrap_or_default();
        let members = facts.people.iter().filter(|p| audience.has(&facts, p, day(TODAY))).count();
        prop_assert_eq!(all.people as usize, members);
        prop_assert!(all.people <= teams.values().map(|come| come.people).sum());
        for come in teams.values() {
            prop_assert!(come.people <= all.people && come.whole <= come.people);
            prop_assert_eq!(come.steps[0].done, come.whole, "one step is the whole");
        }
    }

    #[test]
    fn one_more_confirmation_never_undoes_a_step(
        said in prop::collection::vec((0_u16..4, 1_u8..6), 0..6),
        outcomes in prop::collection::btree_map(0_u16..4, 1_u8..6, 1..4),
        more in 0_u16..4,
    ) {
        let said: Vec<Said> = said.into_iter().map(|(of, n)| (of, Confirmed, n, "2026-01-01")).collect();
        let outcomes: Vec<(u16, u8)> = outcomes.into_iter().collect();
        let with: Vec<Said> = said.iter().copied().chain([(more, Confirmed, 5, "2026-05-01")]).collect();
        prop_assert!(state(&outcomes, &said) != Done || state(&outcomes, &with) == Done);
    }
}
