//! What a draft lacks, what a scheduled session keeps, and what can be done in which state.

use super::*;

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

/// A draft with nothing missing on 2 November 2026.
fn whole() -> Drafted {
    Drafted {
        state: SessionState::Draft,
        starts: at("2026-11-30T13:00:00"),
        ends: at("2026-11-30T14:30:00"),
        booking_opens: None,
        booking_ends: at("2026-11-30T13:00:00"),
        has_place: true,
        leads: vec![Lead { mental_health_professional: true, holds_the_outcomes: false }],
        outcomes: 2,
        integrated_care: 1,
        seats: SeatRules { capacity: 10, quotas: vec![] },
        invited_only: false,
        invited: 0,
    }
}

fn codes(drafted: &Drafted) -> Vec<String> {
    let code = |refusal| match refusal {
        Refusal::Rule { code, .. } => code,
        other => panic!("{other:?}"),
    };
    drafted.missing(at("2026-11-02T10:00:00")).into_iter().map(code).collect()
}

#[test]
fn what_a_draft_lacks_is_told_all_at_once() {
    let none: [&str; 0] = [];
    assert_eq!(codes(&whole()), none);
    let empty = Drafted {
        has_place: false,
        leads: vec![],
        outcomes: 0,
        integrated_care: 0,
        invited_only: true,
        ..whole()
    };
    assert_eq!(codes(&empty), ["no-place", "no-outcome", "nobody-invited", "no-lead"]);
    let passed = Drafted { starts: at("2026-11-02T10:00:00"), ..whole() };
    assert_eq!(codes(&passed), ["in-the-past", "booking-over"]);
    let ended = Drafted { booking_ends: at("2026-11-02T10:00:00"), ..whole() };
    assert_eq!(codes(&ended), ["booking-over"]);
    let again = Drafted { state: SessionState::Scheduled, ..whole() };
    assert_eq!(codes(&again), ["not-a-draft"]);
}

#[test]
fn booking_opens_before_it_ends_and_before_the_session_starts() {
    let opens = |moment: &str| Drafted { booking_opens: Some(at(moment)), ..whole() };
    let none: [&str; 0] = [];
    assert_eq!(codes(&opens("2026-11-30T12:59:00")), none);
    assert_eq!(codes(&opens("2026-10-01T09:00:00")), none, "it is open already");
    assert_eq!(codes(&opens("2026-11-30T13:00:00")), ["booking-never-open"]);
    let ends = Drafted { booking_ends: at("2026-11-20T00:00:00"), ..opens("2026-11-20T00:00:00") };
    assert_eq!(codes(&ends), ["booking-never-open"]);
    let scheduled = Drafted { state: SessionState::Scheduled, ..ends };
    let lost = scheduled.lost(at("2026-11-02T10:00:00"), Moved::default());
    assert_eq!(lost.len(), 1, "a scheduled session keeps it: {lost:?}");
    assert!(
        scheduled.unrecorded(at("2026-11-30T14:30:00")).iter().all(|refusal| {
            matches!(refusal, Refusal::Rule { code, .. } if code == "not-a-draft")
        })
    );
}

#[test]
fn what_has_taken_place_is_recorded_with_the_same_leads_and_outcomes() {
    let codes = |drafted: &Drafted, now: &str| -> Vec<String> {
        let code = |refusal| match refusal {
            Refusal::Rule { code, .. } => code,
            other => panic!("{other:?}"),
        };
        drafted.unrecorded(at(now)).into_iter().map(code).collect()
    };
    let none: [&str; 0] = [];
    let over = "2026-11-30T14:30:00";
    assert_eq!(codes(&whole(), over), none);
    assert_eq!(codes(&whole(), "2026-11-30T14:29:00"), ["not-over"]);
    assert_eq!(codes(&whole(), "2026-11-02T10:00:00"), ["not-over"]);
    let bare =
        Drafted { leads: vec![], outcomes: 0, has_place: false, invited_only: true, ..whole() };
    assert_eq!(codes(&bare, over), ["no-place", "no-outcome", "no-lead"], "nobody is to book it");
    let scheduled = Drafted { state: SessionState::Scheduled, ..whole() };
    assert_eq!(codes(&scheduled, over), ["not-a-draft"]);
}

#[test]
fn only_outcomes_of_integrated_care_alone_let_somebody_else_lead() {
    let holder = vec![Lead { mental_health_professional: false, holds_the_outcomes: true }];
    let mixed = Drafted { leads: holder, ..whole() };
    assert_eq!(codes(&mixed), ["no-professional"]);
    assert!(codes(&Drafted { integrated_care: 2, ..mixed.clone() }).is_empty());
    assert_eq!(
        codes(&Drafted { outcomes: 0, integrated_care: 0, ..mixed }),
        ["no-outcome", "no-professional"]
    );
}

#[test]
fn a_session_is_changed_until_it_is_over() {
    let allowed: Vec<_> =
        SessionState::ALL.iter().filter(|state| may_change(**state).is_ok()).collect();
    assert_eq!(allowed, [&SessionState::Draft, &SessionState::Scheduled]);
}

#[test]
fn a_scheduled_session_keeps_what_it_was_scheduled_with() {
    let codes = |drafted: &Drafted, moved, now: &str| -> Vec<String> {
        let code = |refusal| match refusal {
            Refusal::Rule { code, .. } => code,
            other => panic!("{other:?}"),
        };
        drafted.lost(at(now), moved).into_iter().map(code).collect()
    };
    let none: [&str; 0] = [];
    let (stays, now) = (Moved::default(), "2026-11-25T10:00:00");
    let kept = Drafted { state: SessionState::Scheduled, ..whole() };
    assert_eq!(codes(&kept, stays, now), none);
    assert_eq!(codes(&Drafted { leads: vec![], ..kept.clone() }, stays, now), ["no-lead"]);
    // Once booking has ended the session can still be moved, and its end of booking stays as it is.
    let ended = Drafted { booking_ends: at("2026-11-20T00:00:00"), ..kept.clone() };
    let start = Moved { start: true, booking_ends: false };
    assert_eq!(codes(&ended, start, now), none);
    let both = Moved { start: true, booking_ends: true };
    assert_eq!(codes(&ended, both, now), ["booking-over"]);
    // It cannot be moved into the past, nor before the end of booking.
    assert_eq!(codes(&kept, start, "2026-11-30T13:00:00"), ["in-the-past"]);
    assert_eq!(codes(&kept, stays, "2026-11-30T13:00:00"), none, "it has begun");
    let earlier = Drafted { starts: at("2026-11-28T13:00:00"), ..kept };
    assert_eq!(codes(&earlier, start, now), ["booking-over"]);
}

#[test]
fn only_what_is_scheduled_can_be_booked() {
    let allowed: Vec<_> =
        SessionState::ALL.iter().filter(|state| can_be_booked(**state).is_ok()).collect();
    assert_eq!(allowed, [&SessionState::Scheduled]);
}

#[test]
fn only_a_drafts_time_is_chosen_without_telling_anybody() {
    let allowed: Vec<_> =
        SessionState::ALL.iter().filter(|state| is_draft(**state).is_ok()).collect();
    assert_eq!(allowed, [&SessionState::Draft]);
    let why = |state| is_draft(state).unwrap_err().to_string();
    assert!(why(SessionState::Scheduled).contains("Change its time on the page"));
    assert_eq!(why(SessionState::Closed), "This session has taken place, so it stays as it was.");
}
