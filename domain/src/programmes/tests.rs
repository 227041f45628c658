//! Programmes against what they promise: whom they are for, when a step is done, what carries over versions, who counts
//! where.

mod counting; // who counts where

use super::progress::{Course, StepState, StepsDone, evidence_in, next_step};
use super::*;
use crate::codes::JudgementKind::{Confirmed, Exempted, Revoked, SelfAssessment};
use crate::codes::{AreaKind, CrosswalkRelation as Is, JudgementKind, Sector, VersionState};
use crate::codes::{PostCategory, PostStatus, Strand};
use crate::coverage::facts::Domain;
use crate::coverage::{Competency, Role};
use crate::frameworks::Version;
use crate::frameworks::crosswalk::{Answer, Carried};
use crate::ids::{OrganisationId, PersonId, PostId, TeamId};
use crate::organisations::{Area, Organisation, Places, Team};
use crate::people::Post;
use crate::standing::Event;
use StepState::{Done, NothingAsked, ToDo};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: &str = "2026-06-01";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

fn competency_id(number: u16) -> CompetencyId {
    CompetencyId(Uuid::from_u128(u128::from(number) + 1))
}

fn area_id(number: u128) -> AreaId {
    AreaId(Uuid::from_u128(number))
}

fn role_id(number: u128) -> RoleId {
    RoleId(Uuid::from_u128(number))
}

/// Competencies 0 to 3 of version 1; areas 0 (a place) and 1 (a network in it); team 0 in primary care in the network,
/// team 1 in mental health in no area; roles 0 and 1.
fn facts(people: Vec<Person>) -> Facts {
    let version = Version {
        number: 1,
        state: VersionState::Published,
        published_from: Some(day("2024-01-01")),
    };
    let area = |number, kind, parent| Area {
        id: area_id(number),
        code: String::new(),
        name: String::new(),
        kind,
        parent,
    };
    let team = |setting, home| Team {
        id: TeamId(Uuid::nil()),
        code: String::new(),
        name: String::new(),
        setting,
        care_level: None,
        organisation: 0,
        home,
        open: Period::ALWAYS,
    };
    let places = Places {
        areas: vec![area(0, AreaKind::Place, None), area(1, AreaKind::Network, Some(0))],
        organisations: vec![Organisation {
            id: OrganisationId(Uuid::nil()),
            code: String::new(),
            name: String::new(),
            sector: Sector::GpPractice,
            memberships: Vec::new(),
            sharing: Vec::new(),
        }],
        teams: vec![team(CareSetting::PrimaryCare, Some(1)), team(CareSetting::MentalHealth, None)],
    };
    let role = |number| Role {
        id: role_id(number),
        code: String::new(),
        title: String::new(),
        profession: None,
        gpw_staff_group: None,
        esr_staff_group: None,
        mental_health_professional: false,
        requirements: Vec::new(),
    };
    Facts {
        places,
        roles: vec![role(0), role(1)],
        versions: vec![version],
        domains: vec![Domain { code: "A".into(), title: "A".into() }],
        competencies: (0..4).map(|number| competency(number, 0)).collect(),
        people,
        ..Facts::default()
    }
}

fn competency(number: u16, version: usize) -> Competency {
    Competency {
        id: competency_id(number),
        code: format!("A-{number}"),
        title: String::new(),
        strand: Strand::MentalHealth,
        refresh_months: 12,
        rare_event: false,
        version,
        domain: 0,
        carried: Carried::default(),
    }
}

fn post(team: usize, role: usize) -> Post {
    with_category(team, role, PostCategory::Permanent)
}

fn with_category(team: usize, role: usize, category: PostCategory) -> Post {
    let (fte, status) = ("1.00".parse().unwrap(), PostStatus::Active);
    let terms = Terms { from: None, team, role, fte, category, status, line_manager: None };
    Post { id: PostId(Uuid::nil()), held: Period::ALWAYS, terms: vec![terms] }
}

type Said = (u16, JudgementKind, u8, &'static str);

fn person(number: u128, posts: Vec<Post>, said: &[Said]) -> Person {
    let event = |(competency, kind, number, on): &Said| Event {
        competency: *competency,
        kind: *kind,
        level: Level::try_from(*number).ok(),
        day: day(on),
        original: None,
        sequence: 0,
    };
    let id = PersonId(Uuid::from_u128(number));
    let mut person = Person {
        id,
        first_name: String::new(),
        last_name: String::new(),
        posts,
        judgements: said.iter().map(event).collect(),
    };
    person.put_in_order();
    person
}

fn step(outcomes: &[(u16, u8)]) -> Step {
    let outcome = |(of, number): &(u16, u8)| Outcome {
        competency: competency_id(*of),
        level: level(*number),
    };
    let id = ProgrammeStepId(Uuid::nil());
    Step { id, outcomes: outcomes.iter().map(outcome).collect() }
}

/// Where a person of whom this was said stands in a step.
fn state(outcomes: &[(u16, u8)], said: &[Said]) -> StepState {
    let facts = facts(vec![person(1, vec![post(0, 0)], said)]);
    Course::of(&facts, &[step(outcomes)], day(TODAY)).states(&facts, &facts.people[0])[0]
}

#[test]
fn a_step_is_done_when_each_of_its_competencies_is_confirmed_at_the_intended_level_and_current() {
    let whole: &[Said] = &[(0, Confirmed, 2, "2026-01-01"), (1, Confirmed, 3, "2026-01-01")];
    let outcomes = &[(0, 2), (1, 3)];
    assert_eq!(state(outcomes, whole), Done);
    assert_eq!(state(outcomes, &whole[..1]), ToDo, "one is missing");
    assert_eq!(state(&[(0, 3), (1, 3)], whole), ToDo, "one is too low");
    assert_eq!(state(&[(0, 1)], whole), Done, "a higher level is more than enough");
    // Confirmed for 12 months on 1 June 2025, it is current on 1 June 2026, and no longer for a day earlier.
    assert_eq!(state(&[(0, 2)], &[(0, Confirmed, 2, "2025-06-01")]), Done);
    assert_eq!(state(&[(0, 2)], &[(0, Confirmed, 2, "2025-05-31")]), ToDo, "expired");
    let revoked: &[Said] = &[(0, Confirmed, 2, "2026-01-01"), (0, Revoked, 0, "2026-02-01")];
    assert_eq!(state(&[(0, 2)], revoked), ToDo);
}

#[test]
fn a_persons_own_word_never_makes_a_step_done() {
    assert_eq!(state(&[(0, 1)], &[(0, SelfAssessment, 5, "2026-01-01")]), ToDo);
}

#[test]
fn what_is_exempt_asks_nothing_and_a_step_that_asks_nothing_does_not_count() {
    let exempt: &[Said] = &[(0, Exempted, 0, "2026-01-01"), (1, Confirmed, 2, "2026-01-01")];
    assert_eq!(state(&[(0, 2), (1, 2)], exempt), Done);
    assert_eq!(state(&[(0, 2)], exempt), NothingAsked);
    assert_eq!(state(&[], exempt), NothingAsked, "a step without competencies");
    assert_eq!(state(&[(9, 2)], exempt), NothingAsked, "a competency that is in no version");
    let done = StepsDone::of(&[Done, NothingAsked, ToDo, Done]);
    assert_eq!((done, done.is_whole()), (StepsDone { done: 2, of: 3 }, false));
    assert_eq!(done.words(), "2 of 3 steps done");
    assert!(!StepsDone::of(&[NothingAsked]).is_whole(), "nothing asked is nothing done");
}

#[test]
fn the_next_step_is_the_first_that_is_still_to_do() {
    assert_eq!(next_step(&[Done, NothingAsked, ToDo, ToDo]), Some(2));
    assert_eq!(next_step(&[Done, NothingAsked]), None);
}

/// The same facts under a second version from 1 January 2026: 0 stays as 4; 1 is split into 5 and 6; 2 and 3 are merged
/// into 7.
fn anew(mut facts: Facts) -> Facts {
    facts.versions.push(Version {
        number: 2,
        state: VersionState::Published,
        published_from: Some(day("2026-01-01")),
    });
    facts.competencies.extend((4..8).map(|number| competency(number, 1)));
    let answer =
        |(old, relation, new)| Answer { old, relation, asked_again: false, new: Some(new) };
    facts.crosswalk = [
        (0, Is::Same, 4),
        (1, Is::Split, 5),
        (1, Is::Split, 6),
        (2, Is::Merged, 7),
        (3, Is::Merged, 7),
    ]
    .map(answer)
    .to_vec();
    facts.carry();
    facts
}

#[test]
fn outcomes_carry_over_versions_by_the_crosswalk() {
    let facts = anew(facts(Vec::new()));
    let asked = |outcomes: &[(u16, u8)], on: &str| -> Vec<(u16, u8)> {
        let course = Course::of(&facts, &[step(outcomes)], day(on));
        course.steps()[0].iter().map(|asked| (asked.competency, asked.level.number())).collect()
    };
    let all = &[(0, 2), (1, 3), (2, 1), (3, 4)];
    assert_eq!(asked(all, "2025-12-31"), all, "until the second version holds");
    assert_eq!(
        asked(all, "2026-01-01"),
        [(4, 2), (5, 3), (6, 3), (7, 4)],
        "of a merge the highest"
    );
    assert_eq!(asked(&[(5, 2)], "2026-01-01"), [(5, 2)], "one chosen from the version itself");
    assert_eq!(asked(&[(5, 2)], "2025-12-31"), [], "which the earlier version does not have");
}

#[test]
fn progress_follows_what_was_confirmed_under_an_earlier_version() {
    let said: &[Said] = &[(1, Confirmed, 3, "2025-10-01")];
    let facts = anew(facts(vec![person(1, vec![post(0, 0)], said)]));
    let on = |on: &str| {
        Course::of(&facts, &[step(&[(1, 3)])], day(on)).states(&facts, &facts.people[0])[0]
    };
    assert_eq!((on("2025-12-31"), on("2026-01-01"), on("2026-10-02")), (Done, Done, ToDo));
}

#[test]
fn evidence_counts_since_the_programme_began_in_whichever_version_it_was_added() {
    let facts = anew(facts(Vec::new()));
    let pieces = [
        (competency_id(1), day("2025-09-30")),
        (competency_id(1), day("2025-10-01")),
        (competency_id(5), day("2026-02-01")),
        (competency_id(6), day("2026-02-01")),
        (competency_id(5), day("2026-06-02")),
    ];
    let since = Period::new(Some(day("2025-10-01")), Some(day(TODAY)));
    assert_eq!(evidence_in(&facts, &facts.competencies[5], &pieces, since), 2);
    assert_eq!(evidence_in(&facts, &facts.competencies[4], &pieces, since), 0);
}

#[test]
fn whatever_is_chosen_narrows_the_audience() {
    let (care, other) = (CareSetting::PrimaryCare, CareSetting::MentalHealth);
    let audience = |area: Option<u128>, roles: &[u128], settings: &[CareSetting]| Audience {
        area: area.map(area_id),
        roles: roles.iter().map(|number| role_id(*number)).collect(),
        settings: settings.to_vec(),
    };
    // Somebody in role 0 in team 0: primary care, in network 1 of place 0.
    let cases = [
        (audience(None, &[0], &[]), true),
        (audience(None, &[1, 0], &[]), true),
        (audience(None, &[1], &[]), false),
        (audience(None, &[], &[care]), true),
        (audience(None, &[0], &[other]), false),
        (audience(Some(1), &[0], &[care]), true),
        (audience(Some(0), &[0], &[]), true),
        (audience(Some(9), &[0], &[]), false),
    ];
    let facts = facts(vec![person(1, vec![post(0, 0)], &[])]);
    for (audience, included) in cases {
        assert_eq!(audience.has(&facts, &facts.people[0], day(TODAY)), included, "{audience:?}");
    }
    let nowhere = audience(Some(0), &[0], &[]);
    let outside = person(2, vec![post(1, 0)], &[]);
    assert!(!nowhere.has(&facts, &outside, day(TODAY)), "a team without an area lies in none");
}

#[test]
fn formats_have_the_ceilings_of_the_rules_and_above_them_more_evidence_is_needed() {
    let ceilings = StepFormat::ALL.iter().map(|format| (format.code(), format.ceiling()));
    assert_eq!(
        ceilings.collect::<Vec<_>>(),
        [
            ("short", 1),
            ("leads_meeting", 1),
            ("workshop", 2),
            ("case_discussion", 2),
            ("shadowing", 2),
            ("simulation", 3),
            ("reading", 1),
            ("elearning", 1),
        ]
    );
    assert!(!StepFormat::Workshop.needs_more_for(level(2)));
    assert!(StepFormat::Workshop.needs_more_for(level(3)));
}

#[test]
fn a_programme_runs_on_its_first_and_its_last_day() {
    let runs = Period::new(Some(day("2026-05-01")), Some(day("2026-05-31")));
    let on = |on| stage(runs, day(on));
    assert_eq!((on("2026-04-30"), on("2026-05-01")), (Stage::Coming, Stage::Running));
    assert_eq!((on("2026-05-31"), on("2026-06-01")), (Stage::Running, Stage::Ended));
}
