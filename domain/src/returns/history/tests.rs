//! Who may take which step, by table.

use super::*;
use chrono::DateTime;
use uuid::Uuid;

const LEAD: Option<AccountId> = Some(AccountId(Uuid::from_u128(1)));
const CHECKER: Option<AccountId> = Some(AccountId(Uuid::from_u128(2)));
const APPROVER: Option<AccountId> = Some(AccountId(Uuid::from_u128(3)));

fn id() -> ReturnId {
    "TH-2026-03-31-r1".parse().unwrap()
}

/// All of them about the files `a`.
fn history(steps: &[(Step, Option<AccountId>)]) -> Vec<Event> {
    let event = |&(step, by): &(Step, _)| Event {
        step,
        by,
        at: DateTime::UNIX_EPOCH,
        digest: "a".to_owned(),
    };
    steps.iter().map(event).collect()
}

fn code(events: &[Event], step: Step, by: Option<AccountId>) -> String {
    match may_take(&id(), (events, &[]), step, (by, "a")) {
        Ok(()) => "allowed".to_owned(),
        Err(Refusal::Rule { code, .. }) => code,
        Err(other) => other.to_string(),
    }
}

#[test]
fn the_steps_come_one_after_the_other_and_then_it_is_locked() {
    let steps = [
        (Step::Prepared, LEAD),
        (Step::Checked, CHECKER),
        (Step::Approved, APPROVER),
        (Step::Submitted, LEAD),
    ];
    for taken in 0..=steps.len() {
        let events = history(&steps[..taken]);
        for (at, (step, by)) in steps.into_iter().enumerate() {
            let expected = match (taken, at) {
                (4, _) => "return_locked",
                (_, 0) => "allowed",
                _ if at == taken => "allowed",
                _ => "return_order",
            };
            assert_eq!(code(&events, step, by), expected, "{taken} taken, {step}");
        }
    }
}

#[test]
fn whoever_prepared_or_checked_it_does_not_approve_it() {
    let events = history(&[(Step::Prepared, LEAD), (Step::Checked, CHECKER)]);
    let told = [LEAD, CHECKER, APPROVER].map(|by| code(&events, Step::Approved, by));
    assert_eq!(told, ["return_own", "return_own", "allowed"]);
    // One who prepared it first stays one who did, though somebody prepared it again.
    let again = [(Step::Prepared, LEAD), (Step::Prepared, CHECKER), (Step::Checked, CHECKER)];
    assert_eq!(code(&history(&again), Step::Approved, LEAD), "return_own");
}

#[test]
fn nobody_approves_their_own_words_and_measures_though_others_prepared_and_checked_it() {
    let events = history(&[(Step::Prepared, None), (Step::Checked, CHECKER)]);
    let wrote: Vec<AccountId> = LEAD.into_iter().collect();
    let told = |step, by| may_take(&id(), (&events, &wrote), step, (by, "a"));
    let own = told(Step::Approved, LEAD).unwrap_err();
    assert!(matches!(&own, Refusal::Rule { code, .. } if code == "return_own"), "{own}");
    assert!(own.to_string().contains("stand in TH-2026-03-31-r1, so somebody else"), "{own}");
    assert_eq!(told(Step::Approved, APPROVER), Ok(()));
    // Every other step is theirs: what they wrote is looked at by others.
    let before = history(&[(Step::Prepared, None)]);
    assert_eq!(may_take(&id(), (&before, &wrote), Step::Checked, (LEAD, "a")), Ok(()));
    let after = history(&[(Step::Approved, APPROVER)]);
    assert_eq!(may_take(&id(), (&after, &wrote), Step::Submitted, (LEAD, "a")), Ok(()));
}

#[test]
fn the_same_files_again_are_nothing_new_and_other_files_begin_again() {
    let mut events = history(&[(Step::Prepared, LEAD), (Step::Checked, CHECKER)]);
    assert!(!is_prepared_anew(&events, "a") && is_prepared_anew(&events, "b"));
    let other = may_take(&id(), (&events, &[]), Step::Approved, (APPROVER, "b")).unwrap_err();
    assert!(other.to_string().contains("look at it again"), "{other}");
    events.extend(history(&[(Step::Prepared, LEAD)]));
    assert_eq!(next(&events), Some(Step::Checked));
    assert_eq!(next(&[]), Some(Step::Prepared));
}

#[test]
fn a_correction_is_of_what_was_submitted_and_has_a_reason() {
    let open = history(&[(Step::Prepared, LEAD)]);
    assert!(revise(&id(), &open, "A team was missing").is_err());
    let done = history(&[(Step::Submitted, LEAD)]);
    let (next, reason) = revise(&id(), &done, " A team was missing ").unwrap();
    assert_eq!(
        (next.to_string().as_str(), reason.as_str()),
        ("TH-2026-03-31-r2", "A team was missing")
    );
    assert!(matches!(revise(&id(), &done, "  "), Err(Refusal::Fields(_))));
}

#[test]
fn the_operator_prepares_and_does_nothing_else() {
    let steps = [(Step::Prepared, None), (Step::Checked, CHECKER), (Step::Approved, APPROVER)];
    let table = [
        (0, Step::Prepared, "allowed"),
        (1, Step::Checked, "return_nobody"),
        (2, Step::Approved, "return_nobody"),
        (3, Step::Submitted, "return_nobody"),
    ];
    for (taken, step, expected) in table {
        assert_eq!(code(&history(&steps[..taken]), step, None), expected, "{step}");
    }
}

#[test]
fn a_return_is_of_today_or_a_day_before() {
    let day = |text: &str| text.parse().unwrap();
    let told = |on| may_be_of(day(on), day("2026-04-15")).map_err(|errors| errors.to_string());
    assert_eq!((told("2026-03-31"), told("2026-04-15")), (Ok(()), Ok(())));
    assert_eq!(told("2026-04-16"), Err("Enter 15 April 2026 or an earlier day".to_owned()));
}

#[test]
fn what_nobody_has_checked_is_there_for_nobody_but_whoever_prepares() {
    use Step::{Approved, Checked, Prepared, Submitted};
    // For whoever prepares, for whoever else reads before submission, for everybody.
    let table: [(&[Step], [bool; 3]); 5] = [
        (&[], [true, false, false]),
        (&[Prepared], [true, false, false]),
        (&[Prepared, Checked], [true, true, false]),
        (&[Prepared, Checked, Prepared], [true, true, false]),
        (&[Prepared, Checked, Approved, Submitted], [true, true, true]),
    ];
    for (steps, expected) in table {
        let rights = [(true, true), (false, true), (false, false)];
        let found = rights.map(|(prepares, reads)| is_there_for(steps, prepares, reads));
        assert_eq!(found, expected, "{steps:?}");
    }
}

#[test]
fn what_was_submitted_since_asks_for_preparing_again() {
    let other: ReturnId = "TH-2025-12-31-r1".parse().unwrap();
    let submitted = [other.clone(), id()];
    assert!(is_beside_all(&id(), &[], &[]).is_ok());
    assert!(is_beside_all(&id(), std::slice::from_ref(&other), &submitted).is_ok());
    let told = is_beside_all(&id(), &[], &submitted).unwrap_err().to_string();
    assert_eq!(
        told,
        "TH-2025-12-31-r1 was submitted since TH-2026-03-31-r1 was prepared; prepare TH-2026-03-31-r1 again"
    );
}

#[test]
fn events_are_in_order_or_are_not() {
    let whole = [
        (Step::Prepared, None),
        (Step::Checked, CHECKER),
        (Step::Approved, APPROVER),
        (Step::Submitted, LEAD),
    ];
    for taken in 0..=whole.len() {
        assert!(is_in_order(&history(&whole[..taken])), "{taken}");
    }
    let mut again = history(&whole[..2]);
    again.push(Event { digest: "b".to_owned(), ..again[0].clone() });
    assert!(is_in_order(&again), "other files begin again");
    let wrong: [&[(Step, Option<AccountId>)]; 5] = [
        &[(Step::Checked, CHECKER)],
        &[(Step::Prepared, LEAD), (Step::Prepared, LEAD)],
        &[(Step::Prepared, LEAD), (Step::Checked, None)],
        &[(Step::Prepared, LEAD), (Step::Checked, CHECKER), (Step::Approved, CHECKER)],
        &[(Step::Prepared, LEAD), (Step::Approved, APPROVER)],
    ];
    for steps in wrong {
        assert!(!is_in_order(&history(steps)), "{steps:?}");
    }
    let mut other = history(&whole);
    other[2].digest = "b".to_owned();
    assert!(!is_in_order(&other), "approved other files than were checked");
    other.extend(history(&whole[..1]));
    assert!(!is_in_order(&other));
}
