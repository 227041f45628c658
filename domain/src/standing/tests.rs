//! The rules of standing, each from the sentence that states it.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn level(number: u8) -> Level {
    Level::try_from(number).unwrap()
}

fn event(kind: JudgementKind, number: u8, on: &str) -> Event {
    // Recorded on the day itself, whose number serves as the sequence.
    let sequence = i64::from(chrono::Datelike::num_days_from_ce(&day(on)));
    let level = Level::try_from(number).ok();
    Event { competency: 0, kind, level, day: day(on), original: None, sequence }
}

use JudgementKind::{
    Accepted, Confirmed as Confirm, Exempted, ExemptionClaimed, ExemptionDeclined, ExemptionEnded,
    FirstSignature, Recognised, Requested, Revoked, SelfAssessment, SentBack, Withdrawn,
};

#[test]
fn what_nobody_here_confirmed_is_shown_apart() {
    let told = |kind| level_told(level(3), kind);
    assert_eq!(told(Confirm), "3");
    assert_eq!(told(Recognised), "3 (recognised)");
    assert_eq!(told(Accepted), "3 (accepted)");
}

#[test]
fn a_later_lower_confirmation_replaces_an_earlier_higher_one() {
    let events = [event(Confirm, 4, "2025-01-01"), event(Confirm, 2, "2025-06-01")];
    let at = |on| standing(&events, 36, day(on)).current(day(on)).map(|(l, _)| l.number());
    assert_eq!(at("2025-05-31"), Some(4));
    assert_eq!(at("2025-06-01"), Some(2));
}

#[test]
fn revoked_is_none_and_nothing_earlier_comes_back() {
    let events = [event(Confirm, 4, "2025-01-01"), event(Revoked, 0, "2025-06-01")];
    let now = standing(&events, 36, day("2025-06-01"));
    assert_eq!(now.current(day("2025-06-01")), None);
    assert_eq!(now.status(level(1), day("2025-06-01")), Status::NotMeeting);
    assert!(now.assessed, "it was assessed, even if revoked since");
    assert_eq!(now.revoked_on, Some(day("2025-06-01")));
    let again = [events[0], events[1], event(Confirm, 2, "2025-07-01")];
    assert_eq!(
        standing(&again, 36, day("2025-07-01")).revoked_on,
        None,
        "not the last word any more"
    );
}

#[test]
fn of_two_judgements_of_one_day_the_later_recorded_counts() {
    let events = [event(Confirm, 4, "2025-01-01"), event(Revoked, 0, "2025-01-01")];
    assert_eq!(standing(&events, 36, day("2025-01-01")).confirmed, Confirmed::Revoked);
}

#[test]
fn a_confirmation_is_current_to_its_due_day_and_due_soon_for_ninety_days() {
    let events = [event(Confirm, 3, "2024-08-31")];
    // 31 August 2024 + 6 months is 28 February 2025; 90 days before that is 30 November 2024.
    let status = |on| standing(&events, 6, day(on)).status(level(3), day(on));
    assert_eq!(status("2024-11-29"), Status::Met);
    assert_eq!(status("2024-11-30"), Status::DueSoon);
    assert_eq!(status("2025-02-28"), Status::DueSoon);
    assert_eq!(status("2025-03-01"), Status::Expired);
    assert_eq!(
        standing(&events, 6, day("2025-03-01")).status(level(4), day("2025-03-01")),
        Status::NotMeeting,
        "an expired level below the required one is not meeting"
    );
}

#[test]
fn a_recognised_level_stands_twelve_months_or_the_refresh_period_if_shorter() {
    let events = [event(Recognised, 3, "2025-01-31")];
    let current = |months, on| standing(&events, months, day(on)).current(day(on)).is_some();
    assert!(current(36, "2026-01-31") && !current(36, "2026-02-01"));
    assert!(current(6, "2025-07-31") && !current(6, "2025-08-01"));
}

#[test]
fn an_accepted_level_is_due_from_the_originals_day() {
    let mut accepted = event(Accepted, 3, "2025-06-01");
    accepted.original = Some(day("2024-01-15"));
    let now = standing(&[accepted], 24, day("2025-12-01"));
    assert!(matches!(now.confirmed, Confirmed::At { due_on, .. } if due_on == day("2026-01-15")));
    assert_eq!(standing(&[accepted], 24, day("2025-05-31")), Standing::default());
}

#[test]
fn self_levels_do_not_expire_and_the_latest_counts() {
    let events = [event(SelfAssessment, 4, "2010-01-01"), event(SelfAssessment, 2, "2011-01-01")];
    let now = standing(&events, 12, day("2026-01-01"));
    assert_eq!(now.self_level, Some(level(2)));
    assert_eq!(now.status(level(1), day("2026-01-01")), Status::SelfAssessed);
    assert_eq!(Standing::default().status(level(1), day("2026-01-01")), Status::NotAssessed);
}

#[test]
fn sent_back_ends_a_request_and_nothing_else() {
    let events = [
        event(Confirm, 3, "2025-01-01"),
        event(Requested, 4, "2025-02-01"),
        event(SentBack, 0, "2025-02-10"),
    ];
    let before = standing(&events, 36, day("2025-02-09"));
    let open = before.requested.map(|request| (request.asked_on, request.level));
    assert_eq!(open, Some((day("2025-02-01"), level(4))));
    let after = standing(&events, 36, day("2025-02-10"));
    assert_eq!(after.requested, None);
    assert!(after.meets(level(3), day("2025-02-10")));
}

#[test]
fn a_request_is_open_until_answered_or_withdrawn_and_lapses_after_28_days() {
    let asked = event(Requested, 3, "2025-02-01");
    let open = |events: &[Event], on| standing(events, 36, day(on)).requested.is_some();
    assert!(open(&[asked], "2025-03-01"), "the 28th day");
    assert!(!open(&[asked], "2025-03-02"));
    assert!(!open(&[asked, event(Withdrawn, 0, "2025-02-02")], "2025-02-02"));
    assert!(!open(&[asked, event(Confirm, 2, "2025-02-02")], "2025-02-02"), "at another level too");
    assert!(open(&[asked, event(Recognised, 2, "2025-02-02")], "2025-02-02"));
}

#[test]
fn what_is_asked_again_on_the_day_it_was_withdrawn_is_another_request() {
    let asked = event(Requested, 3, "2025-02-01");
    let after = |event: Event, by: i64| Event { sequence: asked.sequence + by, ..event };
    let again = after(asked, 2);
    let events = [asked, after(event(Withdrawn, 0, "2025-02-01"), 1), again];
    let open = standing(&events, 36, day("2025-02-01")).requested;
    assert_eq!(open.map(|request| request.sequence), Some(again.sequence));
}

#[test]
fn an_answer_dated_before_the_request_closes_it() {
    let asked = event(Requested, 3, "2025-02-10");
    let mut observed = event(Confirm, 3, "2025-02-01");
    observed.sequence = asked.sequence + 2;
    let now = standing(&[observed, asked], 36, day("2025-02-12"));
    assert_eq!(now.requested, None);
    observed.sequence = asked.sequence - 1;
    assert!(standing(&[observed, asked], 36, day("2025-02-12")).requested.is_some());
}

#[test]
fn an_exemption_holds_from_its_day_until_the_day_it_is_ended() {
    let events = [event(Exempted, 0, "2025-03-01"), event(ExemptionEnded, 0, "2025-05-01")];
    let exempt = |on| standing(&events, 36, day(on)).exempt;
    assert!(!exempt("2025-02-28") && exempt("2025-03-01") && exempt("2025-04-30"));
    assert!(!exempt("2025-05-01"), "required again from that day");
}

#[test]
fn a_claim_is_open_until_it_is_decided_and_there_is_none_where_nothing_is_asked() {
    let claimed = event(ExemptionClaimed, 0, "2026-01-05");
    let open = |events: &[Event]| standing(events, 12, day("2026-01-31")).claimed_on;
    assert_eq!(open(&[claimed]), Some(day("2026-01-05")));
    for decided in [Exempted, ExemptionDeclined, ExemptionEnded] {
        assert_eq!(open(&[claimed, event(decided, 0, "2026-01-06")]), None, "{decided}");
    }
    let exempted = event(Exempted, 0, "2026-01-04");
    assert_eq!(open(&[exempted, claimed]), None);
    assert_eq!(
        open(&[exempted, event(ExemptionEnded, 0, "2026-01-04"), claimed]),
        Some(day("2026-01-05"))
    );
}

proptest! {
    /// What is said later never changes an earlier day: history is append-only.
    #[test]
    fn the_past_does_not_move(days in prop::collection::vec((0_i64..900, 0_usize..JudgementKind::ALL.len(), 0_u8..6), 0..40), cut in 0_i64..900) {
        let start = day("2024-01-01");
        let mut events: Vec<Event> = days
            .iter()
            .enumerate()
            .map(|(sequence, &(offset, kind, number))| Event {
                sequence: sequence as i64,
                competency: 0,
                kind: JudgementKind::ALL[kind],
                level: Level::try_from(number).ok(),
                day: start + chrono::TimeDelta::days(offset),
                original: None,
            })
            .collect();
        events.sort_by_key(|e| e.day);
        let at = start + chrono::TimeDelta::days(cut);
        let known_then: Vec<Event> = events.iter().copied().filter(|e| e.day <= at).collect();
        prop_assert_eq!(standing(&events, 24, at), standing(&known_then, 24, at));
    }
}

#[test]
fn a_request_that_was_sent_back_is_told_until_it_is_asked_or_confirmed_again() {
    let asked = event(Requested, 3, "2026-01-05");
    let sent_back = event(SentBack, 0, "2026-01-06");
    let again = event(Requested, 3, "2026-01-07");
    let told = |events: &[Event]| standing(events, 12, day("2026-01-31")).sent_back_on;
    assert_eq!(told(&[asked]), None);
    assert_eq!(told(&[asked, sent_back]), Some(day("2026-01-06")));
    assert_eq!(told(&[asked, sent_back, again]), None);
}

#[test]
fn a_first_signature_counts_for_nothing_and_waits_28_days_for_the_second() {
    let events = [event(Confirm, 4, "2025-01-01"), event(FirstSignature, 5, "2026-06-01")];
    let at = |on| standing(&events, 36, day(on));
    assert_eq!(at("2026-06-01").current(day("2026-06-01")).map(|(l, _)| l.number()), Some(4));
    assert_eq!(at("2026-06-29").signed.map(|s| s.level.number()), Some(5), "the 28th day");
    assert_eq!(at("2026-06-30").signed, None);
    assert!(!standing(&events[1..], 36, day("2026-06-01")).assessed, "nobody has confirmed yet");
}

#[test]
fn a_first_signature_ends_when_it_is_countersigned_sent_back_or_withdrawn() {
    let asked = event(Requested, 5, "2026-05-20");
    let signed = event(FirstSignature, 5, "2026-06-01");
    let open = standing(&[asked, signed], 36, day("2026-06-02"));
    assert!(open.signed.is_some() && open.requested.is_some(), "the request stays open meanwhile");
    assert_eq!(open.waits(), Some(FirstSignature), "for the second signature");
    assert_eq!(standing(&[asked], 36, day("2026-06-02")).waits(), Some(Requested));
    for end in [
        event(Confirm, 5, "2026-06-02"),
        event(SentBack, 0, "2026-06-02"),
        event(Withdrawn, 0, "2026-06-02"),
    ] {
        let ended = standing(&[asked, signed, end], 36, day("2026-06-02"));
        assert!(!ended.awaits_answer(), "{:?}", end.kind);
    }
}
