//! Carrying over versions, held against section 2 of the rules as it reads.

mod as_read; // the same, as the rules are read

use super::*;
use crate::codes::VersionState;
use crate::frameworks::Level;
use crate::standing::{Confirmed, Status, standing};
use CrosswalkRelation as Is;
use JudgementKind as Kind;
use proptest::prelude::*;

/// The second version holds from here.
const SECOND: &str = "2026-01-01";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn version(number: i32, from: &str) -> Version {
    Version { number, state: VersionState::Published, published_from: Some(day(from)) }
}

fn answer(old: u16, relation: Is, new: u16) -> Answer {
    Answer { old, relation, asked_again: false, new: Some(new) }
}

fn said(competency: u16, kind: Kind, number: u8, on: &str) -> Event {
    let (level, original) = (Level::try_from(number).ok(), None);
    Event { competency, kind, level, day: day(on), original, sequence: 0 }
}

/// Competencies 0 and 1 of a first version, 2 and 3 of the second; all are asked again after 24 months but 3, after 12.
struct Two {
    competencies: Vec<Crossed>,
    carried: Vec<Carried>,
}

fn two(answers: &[Answer]) -> Two {
    let versions = [version(1, "2024-01-01"), version(2, SECOND)];
    let crossed = |(version, refresh_months)| Crossed { version, refresh_months };
    let competencies: Vec<Crossed> = [(0, 24), (0, 24), (1, 24), (1, 12)].map(crossed).to_vec();
    let carried = carried(&versions, &competencies, answers);
    Two { competencies, carried }
}

impl Two {
    fn stands(&self, at: u16, events: &[Event], on: &str) -> Standing {
        let mut events = events.to_vec();
        events.sort_by_key(|e| (e.competency, e.day));
        stands(&self.competencies, &self.carried, at, &events, day(on))
    }
}

fn stands(
    competencies: &[Crossed],
    carried: &[Carried],
    at: u16,
    events: &[Event],
    on: NaiveDate,
) -> Standing {
    let said = |at| crate::coverage::facts::said_in(events, at);
    let at_ = usize::from(at);
    carried[at_].standing(at, competencies[at_].refresh_months, &said, on)
}

fn at(standing: &Standing) -> Option<(u8, Kind, String)> {
    match standing.confirmed {
        Confirmed::At { level, kind, due_on, .. } => {
            Some((level.number(), kind, due_on.to_string()))
        }
        Confirmed::Never | Confirmed::Revoked => None,
    }
}

#[test]
fn same_narrower_and_split_carry_level_and_date_to_each() {
    let heard =
        [said(0, Kind::Confirmed, 3, "2025-05-01"), said(0, Kind::SelfAssessment, 4, "2025-06-01")];
    for relation in [Is::Same, Is::Narrower, Is::Split] {
        let two = two(&[answer(0, relation, 2), answer(0, relation, 3)]);
        let (whole, short) = (two.stands(2, &heard, SECOND), two.stands(3, &heard, SECOND));
        // Made on 1 May 2025; the refresh period is that of the new version: 24 and 12 months.
        assert_eq!(at(&whole), Some((3, Kind::Confirmed, "2027-05-01".into())), "{relation}");
        assert_eq!(at(&short), Some((3, Kind::Confirmed, "2026-05-01".into())), "{relation}");
        assert!(whole.assessed && whole.self_level == Level::try_from(4).ok());
    }
}

#[test]
fn wider_is_asked_again_and_so_is_whatever_the_editor_says() {
    let heard = [
        said(0, Kind::Confirmed, 3, "2025-05-01"),
        said(0, Kind::SelfAssessment, 3, "2025-05-01"),
        said(0, Kind::Exempted, 0, "2025-05-01"),
    ];
    let asked_again = |relation| Answer { asked_again: true, ..answer(0, relation, 2) };
    for answer in [answer(0, Is::Wider, 2), asked_again(Is::Same), asked_again(Is::Split)] {
        let two = two(&[answer]);
        assert_eq!(two.stands(2, &heard, SECOND), Standing::default(), "{answer:?}");
        assert_eq!(two.carried[2].earlier, [0], "its history is told all the same");
    }
}

#[test]
fn a_retired_competency_carries_nothing_and_a_new_one_begins_with_nothing() {
    let retired = Answer { old: 0, relation: Is::Retired, asked_again: false, new: None };
    let two = two(&[retired]);
    let heard = [said(0, Kind::Confirmed, 3, "2025-05-01")];
    assert_eq!(two.stands(2, &heard, SECOND), Standing::default());
}

#[test]
fn a_merge_holds_the_lowest_level_until_the_earliest_due_date() {
    let two = two(&[answer(0, Is::Merged, 2), answer(1, Is::Merged, 2)]);
    let heard =
        [said(0, Kind::Confirmed, 4, "2025-05-01"), said(1, Kind::Confirmed, 3, "2025-03-01")];
    assert_eq!(at(&two.stands(2, &heard, SECOND)), Some((3, Kind::Confirmed, "2027-03-01".into())));
    // Recognised if any is; and that stands for twelve months.
    let heard =
        [said(0, Kind::Confirmed, 4, "2025-02-01"), said(1, Kind::Recognised, 4, "2025-06-01")];
    assert_eq!(
        at(&two.stands(2, &heard, SECOND)),
        Some((4, Kind::Recognised, "2026-06-01".into()))
    );
    // What was merged runs out like anything else.
    let later = two.stands(2, &heard, "2026-06-02");
    assert_eq!(later.status(Level::AWARE, day("2026-06-02")), Status::Expired);
}

#[test]
fn a_level_rests_on_the_last_word_and_a_merged_one_on_the_word_of_each() {
    let two = two(&[answer(0, Is::Merged, 2), answer(1, Is::Merged, 2)]);
    let heard = [
        said(0, Kind::Confirmed, 3, "2025-02-01"),
        said(0, Kind::Confirmed, 4, "2025-05-01"),
        said(1, Kind::Confirmed, 3, "2025-03-01"),
        said(2, Kind::Confirmed, 2, "2026-06-01"),
    ];
    let rests_on = |at: u16, on: &str| -> Vec<String> {
        let said = |at| crate::coverage::facts::said_in(&heard, at);
        let rests_on = two.carried[usize::from(at)].rests_on(at, &said, day(on));
        rests_on.iter().map(|event| event.day.to_string()).collect()
    };
    assert_eq!(rests_on(0, "2025-12-31"), ["2025-05-01"]);
    assert_eq!(rests_on(2, SECOND), ["2025-05-01", "2025-03-01"]);
    assert_eq!(rests_on(2, "2026-06-01"), ["2026-06-01"], "said of the new one");
    assert_eq!(rests_on(3, SECOND), Vec::<String>::new());
}

#[test]
fn a_merge_needs_all_of_them_held_and_current_on_its_first_day() {
    let two = two(&[answer(0, Is::Merged, 2), answer(1, Is::Merged, 2)]);
    let held = said(0, Kind::Confirmed, 4, "2025-05-01");
    // 24 months: the confirmation of 1 January 2024 is due on the day the new version begins, and is still current.
    let on_the_day = said(1, Kind::Confirmed, 4, "2024-01-01");
    assert_eq!(
        at(&two.stands(2, &[held, on_the_day], SECOND)),
        Some((4, Kind::Confirmed, SECOND.into()))
    );
    for other in [
        said(1, Kind::Confirmed, 4, "2023-12-31"),
        said(1, Kind::SelfAssessment, 4, "2025-05-01"),
        said(1, Kind::Revoked, 0, "2025-05-01"),
    ] {
        let standing = two.stands(2, &[held, other], SECOND);
        assert_eq!(standing.confirmed, Confirmed::Never, "{other:?}");
        assert!(!standing.assessed, "nothing carries, so nothing is assessed: {other:?}");
    }
}

#[test]
fn exemptions_revocations_and_self_levels_merge_only_where_all_have_them() {
    let two = two(&[answer(0, Is::Merged, 2), answer(1, Is::Merged, 2)]);
    let both = |kind, number: u8| {
        [said(0, kind, number, "2025-05-01"), said(1, kind, number.saturating_sub(1), "2025-05-01")]
    };
    assert!(two.stands(2, &both(Kind::Exempted, 0), SECOND).exempt);
    assert!(!two.stands(2, &both(Kind::Exempted, 0)[..1], SECOND).exempt);
    assert_eq!(two.stands(2, &both(Kind::Revoked, 0), SECOND).confirmed, Confirmed::Revoked);
    let levels = two.stands(2, &both(Kind::SelfAssessment, 3), SECOND);
    assert_eq!((levels.self_level, levels.assessed), (Some(Level::KNOWS_HOW), true));
    assert_eq!(two.stands(2, &both(Kind::SelfAssessment, 3)[1..], SECOND), Standing::default());
}

#[test]
fn what_is_said_under_the_new_version_wins_over_what_was_carried() {
    let carried = two(&[answer(0, Is::Narrower, 2)]);
    let heard =
        [said(0, Kind::Confirmed, 4, "2025-05-01"), said(2, Kind::Revoked, 0, "2026-02-01")];
    assert_eq!(at(&carried.stands(2, &heard, "2026-01-31")).map(|(level, ..)| level), Some(4));
    assert_eq!(carried.stands(2, &heard, "2026-02-01").confirmed, Confirmed::Revoked);
    let merged = two(&[answer(0, Is::Merged, 2), answer(1, Is::Merged, 2)]);
    let heard = [
        said(0, Kind::Confirmed, 4, "2025-12-05"),
        said(1, Kind::Confirmed, 4, "2025-12-05"),
        // An observation made in December and recorded under the new version.
        said(2, Kind::Confirmed, 2, "2025-12-20"),
    ];
    assert_eq!(at(&merged.stands(2, &heard, SECOND)).map(|(level, ..)| level), Some(2));
}

#[test]
fn a_request_and_a_claim_stay_open_where_one_competency_became_one() {
    let heard = [
        said(0, Kind::Requested, 3, "2025-12-20"),
        said(1, Kind::ExemptionClaimed, 0, "2025-12-20"),
    ];
    let open = |answers: &[Answer], at: u16| {
        let standing = two(answers).stands(at, &heard, SECOND);
        standing.requested.is_some() || standing.claimed_on.is_some()
    };
    for relation in [Is::Same, Is::Narrower] {
        let answers = [answer(0, relation, 2), answer(1, relation, 3)];
        assert!(open(&answers, 2) && open(&answers, 3), "{relation}");
    }
    let split = [answer(0, Is::Split, 2), answer(0, Is::Split, 3)];
    assert!(!open(&split, 2) && !open(&split, 3), "nobody can say which part was meant");
    let claim_split = [answer(1, Is::Split, 2), answer(1, Is::Split, 3)];
    assert!(!open(&claim_split, 2) && !open(&claim_split, 3));
    assert!(!open(&[answer(0, Is::Merged, 2), answer(1, Is::Merged, 2)], 2));
    assert!(!open(&[answer(0, Is::Wider, 2)], 2));
}

type Leads = (u16, usize, bool, u16);
type Heard_ = (u16, usize, u8, i64, Option<i64>);

/// Three versions of three competencies each, a year apart.
fn made(leads: &[Leads], heard: &[Heard_], months: &[u32]) -> as_read::Place {
    let versions =
        vec![version(1, "2024-01-01"), version(2, "2025-01-01"), version(3, "2026-01-01")];
    let competencies = (0..9).map(|at| Crossed { version: at / 3, refresh_months: months[at] });
    let mut answers: Vec<Answer> = Vec::new();
    for &(old, relation, asked_again, to) in leads {
        let (relation, new) = (Is::ALL[relation], old / 3 * 3 + 3 + to);
        let new = (relation != Is::Retired).then_some(new);
        if !answers.iter().any(|a| a.old == old && a.new == new) {
            answers.push(Answer { old, relation, asked_again, new });
        }
    }
    let start = day("2023-06-01");
    let event = |(at, &(competency, kind, number, after, original)): (usize, &Heard_)| Event {
        competency,
        kind: Kind::ALL[kind],
        level: Level::try_from(number).ok(),
        day: start + chrono::TimeDelta::days(after),
        original: original.map(|before| start + chrono::TimeDelta::days(after - before)),
        sequence: at as i64 + 1,
    };
    let mut events: Vec<Event> = heard.iter().enumerate().map(event).collect();
    events.sort_by_key(|e| (e.competency, e.day, e.sequence));
    as_read::Place { versions, competencies: competencies.collect(), answers, events }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn what_is_carried_is_what_the_rules_say(
        leads in prop::collection::vec((0_u16..6, 0_usize..6, prop::bool::weighted(0.1), 0_u16..3), 0..9),
        heard in prop::collection::vec((0_u16..9, 0_usize..Kind::ALL.len(), 0_u8..6, 0_i64..1300, prop::option::of(0_i64..400)), 0..24),
        months in prop::collection::vec(1_u32..40, 9),
        after in 0_i64..1500,
    ) {
        let place = made(&leads, &heard, &months);
        let carried = carried(&place.versions, &place.competencies, &place.answers);
        let on = day("2023-06-01") + chrono::TimeDelta::days(after);
        // Of a version that has not begun nobody asks.
        let has_begun = |at: u16| at < 3 || place.versions[usize::from(at / 3)].published_from <= Some(on);
        for at in (0..9).filter(|at| has_begun(*at)) {
            let found = stands(&place.competencies, &carried, at, &place.events, on);
            prop_assert_eq!(found, place.stands(at, on), "competency {} of {:?}", at, place.answers);
        }
    }
}

#[test]
fn what_is_true_of_old_competencies_follows_as_levels_do() {
    let named = |at: u16| at == 0;
    let both = |at: u16| at <= 1;
    for relation in [Is::Same, Is::Narrower, Is::Split] {
        let two = two(&[answer(0, relation, 2), answer(0, relation, 3)]);
        assert!(two.carried[2].follows(&named) && two.carried[3].follows(&named), "{relation}");
        assert!(!two.carried[2].follows(&|at| at == 1), "{relation}");
    }
    assert!(!two(&[answer(0, Is::Wider, 2)]).carried[2].follows(&named));
    let again = Answer { asked_again: true, ..answer(0, Is::Same, 2) };
    assert!(!two(&[again]).carried[2].follows(&named));
    let retired = Answer { new: None, ..answer(0, Is::Retired, 2) };
    assert!(!two(&[retired]).carried[2].follows(&named));
    let merged = two(&[answer(0, Is::Merged, 2), answer(1, Is::Merged, 2)]);
    assert!(!merged.carried[2].follows(&named), "half of what was merged");
    assert!(merged.carried[2].follows(&both));
}
