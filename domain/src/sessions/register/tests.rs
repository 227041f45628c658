//! What a register says after its events, what a form changes in it, and when it can be written.

use super::*;
use crate::ids::{AccountId, GuestId, PersonId};
use crate::refusal::Refusal;
use crate::sessions::SessionState;
use Attendance::{Attended, DidNotAttend, PartAttended};
use proptest::prelude::*;
use uuid::Uuid;

fn person(number: u128) -> Attendee {
    Attendee::Person(PersonId(Uuid::from_u128(number)))
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn noted(who: u128, word: impl Into<Word>, by: NotedBy) -> Noted {
    let at = at("2026-12-07T12:58:00");
    let (attendee, word) = (person(who), word.into());
    Noted { attendee, word, by, correction: None, at, account: None }
}

/// What was said of somebody is taken back in the register.
fn taken_back(who: u128) -> Noted {
    noted(who, Word(None), NotedBy::Register)
}

#[test]
fn what_was_said_last_counts_and_what_was_known_before_stays_known() {
    let register = Register::of([
        noted(1, DidNotAttend, NotedBy::Register),
        noted(1, Attended, NotedBy::CheckIn),
        noted(2, Attended, NotedBy::WalkIn),
        noted(2, PartAttended, NotedBy::Register),
        noted(3, DidNotAttend, NotedBy::Register),
    ]);
    let first = register.entry(person(1)).unwrap();
    assert_eq!(first.attendance, Some(Attended));
    assert_eq!(first.checked_in_at, Some(at("2026-12-07T12:58:00")));
    assert!(register.entry(person(2)).unwrap().walked_in, "whatever the register says since");
    assert_eq!(register.attendance(person(2)), Some(PartAttended));
    assert_eq!(register.attendance(person(4)), None);
    assert_eq!(register.who_came().collect::<Vec<_>>(), [person(1), person(2)]);
}

#[test]
fn a_correction_keeps_what_stood_there_before_it() {
    let corrected = |attendance: Attendance| Noted {
        correction: Some(Correction::Disputed),
        ..noted(1, attendance, NotedBy::Register)
    };
    let before = noted(1, DidNotAttend, NotedBy::Register);
    let told =
        |events: &[Noted]| Register::of(events.iter().copied()).entry(person(1)).unwrap().corrected;
    assert_eq!(told(&[before]), None);
    let kept = Some((DidNotAttend, Correction::Disputed));
    assert_eq!(told(&[before, corrected(PartAttended)]), kept);
    assert_eq!(told(&[before, corrected(PartAttended), corrected(Attended)]), kept);
    assert_eq!(told(&[before, corrected(Attended), corrected(DidNotAttend)]), None);
    assert_eq!(told(&[corrected(Attended)]), None, "nothing stood there");
}

#[test]
fn whoever_it_is_taken_back_of_stands_as_if_nobody_had_said_anything() {
    let walked_in = noted(2, Attended, NotedBy::WalkIn);
    let checked_in = noted(1, Attended, NotedBy::CheckIn);
    let register = Register::of([checked_in, walked_in, taken_back(1), taken_back(2)]);
    for who in [person(1), person(2)] {
        assert_eq!((register.entry(who), register.attendance(who)), (None, None));
    }
    assert_eq!((register.attendees().count(), register.who_came().count()), (0, 0));
    // Said anew it counts, and what was known before is known again.
    let again = noted(2, PartAttended, NotedBy::Register);
    let register = Register::of([walked_in, taken_back(2), again]);
    assert_eq!(register.attendance(person(2)), Some(PartAttended));
    assert!(register.entry(person(2)).unwrap().walked_in, "a seat they have none");
}

#[test]
fn a_correction_that_takes_back_keeps_what_stood_there_before_it() {
    let why = Some(Correction::MarkedWrongly);
    let before = noted(1, Attended, NotedBy::Register);
    let back = Noted { correction: why, ..taken_back(1) };
    let part = Noted { correction: why, ..noted(1, PartAttended, NotedBy::Register) };
    let told = |events: &[Noted]| {
        let register = Register::of(events.iter().copied());
        register.history(person(1)).and_then(|entry| entry.corrected)
    };
    let kept = Some((Attended, Correction::MarkedWrongly));
    assert_eq!(told(&[before, back]), kept);
    assert_eq!(told(&[before, back, part]), kept);
    assert_eq!(told(&[before, taken_back(1), part]), None, "nothing stood there any more");
}

#[test]
fn a_word_is_stored_as_its_code_and_read_again() {
    let codes = Attendance::ALL.iter().map(|one| one.code());
    for code in codes.chain(["taken_back"]) {
        assert_eq!(code.parse::<Word>().unwrap().to_string(), code);
    }
    assert_eq!("part_attended".parse::<Word>(), Ok(Word(Some(PartAttended))));
    assert_eq!("taken_back".parse::<Word>(), Ok(Word(None)));
    assert!("maybe".parse::<Word>().is_err());
    assert!("taken_back".parse::<Attendance>().is_err(), "no form and no file says so");
}

#[test]
fn only_what_was_changed_on_the_page_is_written_down() {
    let register = Register::of([noted(1, Attended, NotedBy::Register)]);
    let mark = |who, was, now| Mark { attendee: person(who), was, now };
    let table = [
        // Nothing was chosen, or nothing else than stood there.
        (mark(1, Some(Attended), Some(Attended)), None),
        (mark(2, None, None), None),
        // From a page of before: somebody else has said that they came.
        (mark(1, None, None), None),
        (mark(1, Some(DidNotAttend), Some(DidNotAttend)), None),
        (mark(1, None, Some(Attended)), None),
        (mark(1, Some(Attended), Some(PartAttended)), Some(Word(Some(PartAttended)))),
        (mark(1, Some(Attended), None), Some(Word(None))),
        (mark(2, None, Some(Attended)), Some(Word(Some(Attended)))),
    ];
    for (mark, written) in table {
        let expected: Vec<_> = written.into_iter().map(|now| (mark.attendee, now)).collect();
        assert_eq!(register.changes(&[mark], None), Ok(expected), "{mark:?}");
    }
}

#[test]
fn what_somebody_else_said_meanwhile_is_told_and_not_written_over() {
    let register = Register::of([noted(1, Attended, NotedBy::CheckIn)]);
    let mark = |who, was, now| Mark { attendee: person(who), was, now: Some(now) };
    for was in [None, Some(PartAttended)] {
        let others = [mark(2, None, Attended), mark(1, was, DidNotAttend)];
        let told = register.changes(&others, None).unwrap_err();
        assert_eq!(told.0.len(), 1, "of whom nothing was said meanwhile there is nothing to tell");
        let message = told.of(&format!("came-{}", person(1).key())).unwrap();
        assert!(message.starts_with("“Arrived” was said meanwhile."), "{message}");
    }
    let seen = [mark(1, Some(Attended), DidNotAttend)];
    let written = register.changes(&seen, None);
    assert_eq!(written, Ok(vec![(person(1), DidNotAttend.into())]), "they know of it");
}

#[test]
fn taking_back_is_a_word_like_any_other() {
    let account = |number| Some(AccountId(Uuid::from_u128(number)));
    let mark = |was, now| [Mark { attendee: person(1), was, now }];
    // Somebody else said meanwhile that they did not attend: who takes *arrived* back is told.
    let register = Register::of([noted(1, DidNotAttend, NotedBy::Register)]);
    assert!(register.changes(&mark(Some(Attended), None), None).is_err());
    // And so is who changes what was taken back meanwhile; who did it themselves is not.
    let back = Noted { account: account(7), ..taken_back(1) };
    let register = Register::of([noted(1, Attended, NotedBy::Register), back]);
    let part = mark(Some(Attended), Some(PartAttended));
    let told = register.changes(&part, account(8)).unwrap_err();
    let message = told.of(&format!("came-{}", person(1).key())).unwrap();
    assert!(message.starts_with("What stood here was taken back meanwhile."), "{message}");
    assert_eq!(register.changes(&part, account(7)), Ok(vec![(person(1), PartAttended.into())]));
    // Taken back twice it is nothing new, and what was not changed on an older page stays taken back.
    assert_eq!(register.changes(&mark(Some(Attended), None), account(8)), Ok(Vec::new()));
    assert_eq!(register.changes(&mark(Some(Attended), Some(Attended)), None), Ok(Vec::new()));
}

#[test]
fn ones_own_last_word_is_no_colleagues() {
    let account = |number| Some(AccountId(Uuid::from_u128(number)));
    let said = Noted { account: account(7), ..noted(1, Attended, NotedBy::Register) };
    let register = Register::of([said]);
    // The answer to *arrived* was lost, so the page still shows nothing.
    let marks = [Mark { attendee: person(1), was: None, now: Some(PartAttended) }];
    assert_eq!(register.changes(&marks, account(7)), Ok(vec![(person(1), PartAttended.into())]));
    assert!(register.changes(&marks, account(8)).is_err());
}

#[test]
fn a_register_is_written_from_the_day_of_the_session_on_until_it_is_closed() {
    let starts = at("2026-12-07T13:00:00");
    let code = |state, now: &str| match may_take(state, starts, at(now)) {
        Ok(()) => None,
        Err(Refusal::Rule { code, .. }) => Some(code),
        Err(other) => panic!("{other:?}"),
    };
    let table = [
        (SessionState::Scheduled, "2026-12-06T23:59:59", Some("register-not-open")),
        (SessionState::Scheduled, "2026-12-07T00:00:00", None),
        (SessionState::Scheduled, "2026-12-07T13:30:00", None),
        (SessionState::Delivered, "2027-01-07T13:30:00", None),
        (SessionState::Draft, "2026-12-07T13:30:00", Some("not-scheduled")),
        (SessionState::Cancelled, "2026-12-07T13:30:00", Some("session-cancelled")),
        (SessionState::Closed, "2026-12-07T15:00:00", Some("register-closed")),
    ];
    for (state, now, refused) in table {
        assert_eq!(code(state, now).as_deref(), refused, "{state} {now}");
    }
    let early = may_take(SessionState::Scheduled, starts, at("2026-12-06T12:00:00"));
    assert!(early.unwrap_err().to_string().contains("opens on 7 December 2026"));
}

#[test]
fn nobody_is_absent_before_the_session_starts() {
    let starts = at("2026-12-07T13:00:00");
    let all = [(1, Attended), (2, PartAttended), (3, DidNotAttend)];
    let all = all.map(|(who, attendance)| (person(who), Word::from(attendance)));
    let early = may_be_said(&all, starts, at("2026-12-07T12:59:59")).unwrap_err();
    assert_eq!(early.0.len(), 1, "whoever comes early is there");
    let message = early.of(&format!("came-{}", person(3).key())).unwrap();
    assert!(message.starts_with("The session starts on 7 December 2026 at 1pm."), "{message}");
    assert_eq!(may_be_said(&all[..2], starts, at("2026-12-07T00:00:00")), Ok(()));
    let back = [(person(3), Word(None))];
    assert_eq!(may_be_said(&back, starts, at("2026-12-07T00:00:00")), Ok(()));
    assert_eq!(may_be_said(&all, starts, starts), Ok(()));
}

#[test]
fn a_register_is_closed_once_the_session_is_over_and_all_is_said() {
    let closed: Vec<_> =
        SessionState::ALL.iter().filter(|state| may_close(**state, 0).is_ok()).collect();
    assert_eq!(closed, [&SessionState::Delivered]);
    let unsaid = may_close(SessionState::Delivered, 2).unwrap_err().to_string();
    assert_eq!(unsaid, "Say of 2 people whether they came, and save it first.");
    let reopened: Vec<_> =
        SessionState::ALL.iter().filter(|state| may_reopen(**state).is_ok()).collect();
    assert_eq!(reopened, [&SessionState::Closed]);
}

#[test]
fn a_key_means_whom_it_was_made_for() {
    for attendee in [person(7), Attendee::Guest(GuestId(Uuid::from_u128(7)))] {
        assert_eq!(Attendee::of_key(&attendee.key()), Some(attendee));
    }
    for key in ["", "person", "person-", "somebody-0198f3c0-0000-7000-8000-000000000000"] {
        assert_eq!(Attendee::of_key(key), None, "{key}");
    }
}

#[test]
fn a_form_says_beside_each_field_what_cannot_be_used() {
    let key = person(1).key();
    let parse = |came: &str, service_users: &str| {
        let of = |text: &str| [(key.clone(), text.to_owned())].into();
        let (came, was) = (of(came), of(""));
        TakeRegister::parse(
            RegisterFields { came: &came, was: &was, service_users, service_users_were: "2" },
            false,
        )
    };
    let mark = |now| vec![Mark { attendee: person(1), was: None, now }];
    let said = parse("part_attended", " 3 ").unwrap();
    assert_eq!((said.marks, said.service_users), (mark(Some(PartAttended)), Some(Some(3))));
    let unsaid = parse("", "").unwrap();
    assert_eq!((unsaid.marks, unsaid.service_users), (mark(None), Some(None)));
    let wrong = parse("maybe", "many").unwrap_err();
    assert!(wrong.of(&format!("came-{key}")).is_some());
    assert!(wrong.of("service_users").unwrap().contains("whole number"));
    assert!(parse("attended", "1001").is_err());
}

#[test]
fn who_walks_in_is_a_colleague_or_a_guest_with_all_that_a_register_tells() {
    let parse = |colleague: &str, name: &str, organisation: &str, profession: &str| {
        WalkIn::parse(&WalkInFields {
            colleague: colleague.to_owned(),
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            profession: profession.to_owned(),
        })
    };
    assert_eq!(parse(" E7 ", "", "", ""), Ok(WalkIn::Colleague("E7".to_owned())));
    let field = |told: Result<WalkIn, FieldErrors>| told.unwrap_err().0[0].field.clone();
    assert_eq!(field(parse("", "", "", "")), "colleague");
    assert_eq!(field(parse("E7", "Ada", "", "")), "colleague");
    assert_eq!(field(parse("", "Ada", "", "Nurse")), "organisation");
    assert_eq!(field(parse("", "Ada", "Mind", "")), "profession");
    let guest = parse("", "Ada", "Mind", "Peer worker").unwrap();
    assert_eq!(guest.texts().len(), 3);
}

proptest! {
    /// Whatever is said and taken back of whom, and in whichever order: the last word counts, and nobody is lost.
    #[test]
    fn everybody_stands_where_the_last_word_left_them(
        said in proptest::collection::vec((1_u128..6, 0_usize..4, 0_usize..3), 0..40),
    ) {
        let event = |(who, attendance, by): &(u128, usize, usize)| {
            noted(*who, Word(Attendance::ALL.get(*attendance).copied()), NotedBy::ALL[*by])
        };
        let events: Vec<Noted> = said.iter().map(event).collect();
        let register = Register::of(events.iter().copied());
        for who in 1..6 {
            let last = events.iter().rev().find(|event| event.attendee == person(who));
            prop_assert_eq!(register.attendance(person(who)), last.and_then(|event| event.word.0));
        }
        // One rule, whichever way a register is read.
        let words = events.iter().map(|event| (event.attendee, event.word));
        let standing = last_said(words);
        prop_assert!(register.attendees().eq(standing.keys().copied()));
        let came = standing.iter().filter(|(_, attendance)| attendance.came());
        prop_assert!(register.who_came().eq(came.map(|(attendee, _)| *attendee)));
    }
}
