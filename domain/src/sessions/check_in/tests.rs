//! Which codes are valid, when people can check in, and who.

use super::*;
use proptest::prelude::*;

/// A code of a made-up session in a minute.
fn code_at(session: u8, minute: i64) -> String {
    let mixed = (minute as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(u32::from(session));
    code_of(&mixed.to_be_bytes())
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

#[test]
fn the_code_of_this_minute_and_of_the_one_before_is_valid_and_no_other() {
    let now = 29_000_000;
    let judged = |minute| judge(&code_at(1, minute), now, |minute| code_at(1, minute));
    let table = [
        (now, Entered::Valid),
        (now - 1, Entered::Valid),
        (now - 2, Entered::Passed),
        (now - 15, Entered::Passed),
        (now - 16, Entered::Wrong),
        // Of yesterday, and of the next minute.
        (now - 24 * 60, Entered::Wrong),
        (now + 1, Entered::Wrong),
    ];
    for (minute, entered) in table {
        assert_eq!(judged(minute), entered, "{minute}");
    }
    let of_another = judge(&code_at(2, now), now, |minute| code_at(1, minute));
    assert_eq!(of_another, Entered::Wrong, "a code is bound to its session");
    assert_eq!(judge("", now, |minute| code_at(1, minute)), Entered::Wrong);
    assert!(refused(Entered::Valid).is_none());
    assert!(refused(Entered::Passed).unwrap().contains("has changed"));
}

#[test]
fn a_code_is_read_however_it_is_written() {
    let code = code_at(1, 7);
    let written =
        [code.clone(), spaced(&code), code.to_lowercase(), format!(" {} ", spaced(&code))];
    for text in written {
        assert_eq!(judge(&text, 7, |minute| code_at(1, minute)), Entered::Valid, "{text}");
    }
    assert_eq!(spaced("BCDFGH"), "BCD FGH");
}

#[test]
fn people_check_in_from_an_hour_before_the_start_until_the_end() {
    let slot = Slot { starts: at("2026-12-07T13:00:00"), minutes: 90 };
    let code = |state, now: &str| match may_check_in(state, slot, at(now)) {
        Ok(()) => None,
        Err(Refusal::Rule { code, .. }) => Some(code),
        Err(other) => panic!("{other:?}"),
    };
    let table = [
        (SessionState::Scheduled, "2026-12-06T13:00:00", Some("check-in-early")),
        (SessionState::Scheduled, "2026-12-07T11:59:59", Some("check-in-early")),
        (SessionState::Scheduled, "2026-12-07T12:00:00", None),
        (SessionState::Scheduled, "2026-12-07T14:29:59", None),
        (SessionState::Delivered, "2026-12-07T14:30:00", Some("check-in-late")),
        (SessionState::Closed, "2026-12-07T15:00:00", Some("check-in-late")),
        (SessionState::Cancelled, "2026-12-07T13:00:00", Some("session-cancelled")),
        (SessionState::Draft, "2026-12-07T13:00:00", Some("not-scheduled")),
    ];
    for (state, now, refused) in table {
        assert_eq!(code(state, now).as_deref(), refused, "{state} {now}");
    }
    let early = may_check_in(SessionState::Scheduled, slot, at("2026-12-06T13:00:00")).unwrap_err();
    assert_eq!(early.to_string(), "Check-in opens on 7 December 2026 at midday.");
}

#[test]
fn a_friend_without_a_seat_is_sent_to_the_educator_and_nobody_guesses() {
    let seated = Arriving { has_a_seat: true, ..Arriving::default() };
    assert!(seated.may_enter().is_ok());
    let friend = Arriving::default().may_enter().unwrap_err().to_string();
    assert!(friend.contains("Go to the educator: they can add you as a walk-in"), "{friend}");
    assert!(Arriving { wrong_tries: 9, ..seated }.may_enter().is_ok());
    let guesses = Arriving { wrong_tries: 10, ..seated }.may_enter().unwrap_err().to_string();
    assert!(guesses.contains("Wait 10 minutes"), "{guesses}");
    let there = |attendance| Arriving { attendance: Some(attendance), ..seated }.is_there();
    assert!(there(Attendance::Attended) && there(Attendance::PartAttended));
    assert!(!there(Attendance::DidNotAttend) && !seated.is_there());
}

proptest! {
    /// Six letters of the list, whatever the digest.
    #[test]
    fn a_code_has_six_letters_that_nobody_takes_for_another(digest in proptest::collection::vec(any::<u8>(), 8..32)) {
        let code = code_of(&digest);
        prop_assert_eq!(code.chars().count(), 6);
        prop_assert!(code.chars().all(|letter| LETTERS.contains(&letter)));
        prop_assert!(!code.contains(['0', 'O', '1', 'I', 'L', '5', 'S', '8', '2', '6', 'A', 'E', 'U']));
    }
}
