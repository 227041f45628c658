//! Who is asked when, what they have to answer, and what is told of it.

use super::views::{ChangedOutcome, Mean};
use super::*;
use crate::coverage::views::Heading;
use crate::ids::{CompetencyId, PersonId};
use crate::sessions::wellbeing::{NOT_SAID, Wellbeing};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

fn came(given: &[Phase]) -> Answering {
    Answering {
        attendance: Some(Attendance::Attended),
        ended: "2026-12-07T14:30:00".parse().unwrap(),
        given: given.to_vec(),
    }
}

#[test]
fn attendees_are_asked_once_afterwards_and_once_after_8_to_12_weeks() {
    // 8 weeks after 7 December 2026 is 1 February 2027, 12 weeks after it 1 March 2027.
    let asked = |given: &[Phase], now: &str| match came(given).asked(now.parse().unwrap()) {
        Ok(phase) => phase.code().to_owned(),
        Err(Refusal::Rule { code, .. }) => code,
        Err(other) => panic!("{other:?}"),
    };
    let (after, follow_up) = (&[Phase::After][..], &[Phase::After, Phase::FollowUp][..]);
    let table: [(&[Phase], &str, &str); 10] = [
        (&[], "2026-12-07T14:29:59", "feedback-early"),
        (&[], "2026-12-07T14:30:00", "after"),
        (&[], "2027-01-31T23:59:59", "after"),
        (after, "2026-12-08T09:00:00", "feedback-given"),
        (after, "2027-01-31T23:59:59", "feedback-given"),
        (after, "2027-02-01T00:00:00", "follow_up"),
        (&[], "2027-02-01T00:00:00", "follow_up"),
        (after, "2027-03-01T23:59:59", "follow_up"),
        (follow_up, "2027-02-10T09:00:00", "feedback-given"),
        (after, "2027-03-02T00:00:00", "feedback-over"),
    ];
    for (given, now, expected) in table {
        assert_eq!(asked(given, now), expected, "{given:?} {now}");
    }
}

#[test]
fn mail_asks_from_the_day_after_and_never_what_the_page_would_refuse() {
    use Phase::{After, FollowUp};
    let table: [(&[Phase], &str, Option<Phase>); 13] = [
        (&[], "2026-12-07T14:29:59", None),
        (&[], "2026-12-07T23:59:59", None),
        (&[], "2026-12-08T00:00:00", Some(After)),
        // Missed, because nothing ran or the register was taken late.
        (&[], "2026-12-21T23:59:59", Some(After)),
        (&[], "2026-12-22T00:00:00", None),
        (&[], "2027-01-31T07:00:00", None),
        (&[After], "2026-12-08T07:00:00", None),
        (&[After], "2027-01-31T07:00:00", None),
        (&[After], "2027-02-01T07:00:00", Some(FollowUp)),
        (&[], "2027-02-14T07:00:00", Some(FollowUp)),
        (&[], "2027-02-15T07:00:00", None),
        (&[FollowUp], "2027-02-10T07:00:00", None),
        (&[], "2027-03-02T07:00:00", None),
    ];
    for (given, now, expected) in table {
        let now = now.parse().unwrap();
        assert_eq!(came(given).asked_by_mail(now), expected, "{given:?} {now}");
    }
    let absent = Answering { attendance: Some(Attendance::DidNotAttend), ..came(&[]) };
    assert_eq!(absent.asked_by_mail("2026-12-08T07:00:00".parse().unwrap()), None);
}

#[test]
fn a_phase_is_asked_up_to_its_last_day() {
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let ended = day("2026-12-07");
    let last = [Phase::After, Phase::FollowUp].map(|phase| phase.last_day(ended));
    assert_eq!(last, [day("2027-01-31"), day("2027-03-01")]);
    for (phase, given) in [(Phase::After, vec![]), (Phase::FollowUp, vec![Phase::After])] {
        let now = phase.last_day(ended).and_hms_opt(12, 0, 0).unwrap();
        assert_eq!(came(&given).asked(now), Ok(phase));
    }
    assert_eq!(asked_since(day("2027-03-01")), ended);
}

#[test]
fn only_attendees_are_asked() {
    let now = "2026-12-08T09:00:00".parse().unwrap();
    for attendance in [None, Some(Attendance::DidNotAttend)] {
        let refused = Answering { attendance, ..came(&[]) }.asked(now);
        assert!(matches!(refused, Err(Refusal::NotFound(_))), "{attendance:?}");
    }
    let part = Answering { attendance: Some(Attendance::PartAttended), ..came(&[]) };
    assert_eq!(part.asked(now), Ok(Phase::After));
}

#[test]
fn every_question_of_a_phase_is_answered() {
    let outcomes = ["RSK-1".to_owned(), "RSK-2".to_owned()];
    let of = |answers: &[(&str, &str)]| -> BTreeMap<String, String> {
        answers.iter().map(|(code, said)| ((*code).to_owned(), (*said).to_owned())).collect()
    };
    let (before, now) =
        (of(&[("RSK-1", "2"), ("RSK-2", "1")]), of(&[("RSK-1", "4"), ("RSK-2", "3")]));
    let fields = FeedbackFields { reaction: "useful", before: &before, now: &now, wellbeing: "" };
    let given = GiveFeedback::parse(fields, Phase::After, &outcomes).unwrap();
    assert_eq!(given.reaction, Some(Reaction::Useful));
    assert_eq!(given.confidence[0], ("RSK-1".to_owned(), Some(2), 4));
    let later = GiveFeedback::parse(fields, Phase::FollowUp, &outcomes).unwrap();
    assert_eq!(
        (later.reaction, later.confidence[1].clone()),
        (None, ("RSK-2".to_owned(), None, 3))
    );
    let nothing = BTreeMap::new();
    let empty = FeedbackFields { reaction: "", before: &nothing, now: &nothing, wellbeing: "" };
    let missing = GiveFeedback::parse(empty, Phase::After, &outcomes).unwrap_err();
    assert_eq!(missing.0.len(), 5);
    assert_eq!(missing.of("now-RSK-1"), Some("Choose how confident you are now"));
    assert_eq!(GiveFeedback::parse(empty, Phase::FollowUp, &outcomes).unwrap_err().0.len(), 2);
}

#[test]
fn how_work_has_been_is_answered_by_whoever_wants_to() {
    let nothing = BTreeMap::new();
    let of = |wellbeing| {
        let fields =
            FeedbackFields { reaction: "useful", before: &nothing, now: &nothing, wellbeing };
        GiveFeedback::parse(fields, Phase::After, &[])
    };
    assert_eq!(of("").unwrap().wellbeing, None);
    assert_eq!(of(NOT_SAID).unwrap().wellbeing, None);
    assert_eq!(of("poor").unwrap().wellbeing, Some(Wellbeing::Poor));
    assert!(of("splendid").unwrap_err().of("wellbeing").is_some());
}

fn outcome() -> ChangedOutcome {
    ChangedOutcome {
        competency: Heading { code: "RSK-1".to_owned(), title: "Ask about risk".to_owned() },
        before: None,
        after: None,
        later: None,
        assessed: None,
        confirmed: None,
    }
}

fn answer(person: u128, phase: Phase, before: Option<u8>, now: u8) -> Answer {
    let (person, competency) =
        (PersonId(Uuid::from_u128(person)), CompetencyId(Uuid::from_u128(1)));
    Answer { person, competency, phase, before, now }
}

#[test]
fn a_mean_is_told_in_tenths_half_up_and_of_five_answers_or_more() {
    assert_eq!(Mean::of([5, 5, 5, 5]), None);
    assert_eq!(Mean::of([1, 2, 3, 4, 5]), Some(Mean { tenths: 30, of: 5 }));
    // 20 / 6 = 3.33; 29 / 8 = 3.625.
    assert_eq!(Mean::of([3, 3, 3, 3, 4, 4]).map(|mean| mean.tenths), Some(33));
    assert_eq!(Mean::of([3, 3, 3, 3, 3, 4, 5, 5]).map(|mean| mean.tenths), Some(36));
    let mean = Mean::of([4; 5]).unwrap();
    assert_eq!(mean.to_string(), "4.0 (5 answers)");
}

#[test]
fn nothing_is_told_of_fewer_than_five() {
    let answers = |many: u128| -> Vec<Answer> {
        (0..many).map(|person| answer(person, Phase::After, Some(2), 4)).collect()
    };
    let one = Came { assessed: true, confirmed: false };
    let few = changed(outcome(), &answers(4), &[one; 4]);
    assert_eq!(few, outcome());
    let many = changed(outcome(), &answers(5), &[one; 5]);
    assert_eq!((many.before.unwrap().tenths, many.after.unwrap().tenths), (20, 40));
    assert_eq!((many.later, many.assessed, many.confirmed), (None, Some(5), Some(0)));
    assert_eq!(answered(&[Reaction::Useful; 4], vec![], 9).reactions, None);
    let told = answered(&[Reaction::Useful; 5], vec![], 9);
    assert_eq!((told.came, told.answered), (9, 5));
    assert_eq!(told.reactions.unwrap()[1], (Reaction::Useful, 5));
}

proptest! {
    /// A mean lies between the lowest and the highest answer, and is never told of fewer than five.
    #[test]
    fn a_mean_lies_among_its_answers(answers in proptest::collection::vec(1_u8..=5, 0..30)) {
        match Mean::of(answers.iter().copied()) {
            None => prop_assert!(answers.len() < LEAST_SHOWN),
            Some(mean) => {
                let (least, most) = (answers.iter().min().unwrap(), answers.iter().max().unwrap());
                prop_assert!(mean.tenths >= 10 * u32::from(*least));
                prop_assert!(mean.tenths <= 10 * u32::from(*most));
                prop_assert_eq!(mean.of as usize, answers.len());
            }
        }
    }
}
