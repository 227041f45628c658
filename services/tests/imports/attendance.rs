//! Who booked and who came, from a file: history beyond the capacity, seats to come never; the same file changes nothing, whatever
//! has come of it since.

use super::sessions::{AHEAD, HEAD, OVER, faults_of};
use super::small_place::expect;
use crate::ground::{Ground, tally};
use crate::sessions::place::{AMINA, BEN, CARA, events, on, own_state, place};
use domain::codes::GrantKind::Educator;
use domain::ids::SessionId;
use domain::sessions::BookingState::{Booked, CancelledByPerson, Offered, Waitlisted};
use domain::sessions::register::{Attendance, NotedBy, TakeRegister};
use entities::{attendance_event, session};
use services::imports::Kind;
use services::sessions;

const LINES: &str = "session_code,employee_number,state\n";

async fn id_of(ground: &Ground, code: &str) -> SessionId {
    let all = ground.all::<session::Entity>().await;
    all.iter().find(|row| row.code == code).unwrap().id
}

/// The place with sessions, by their lines.
async fn with(lines: &str) -> Ground {
    let ground = place().await;
    ground.bring(Kind::Sessions, &format!("{HEAD}{lines}")).await;
    ground
}

#[tokio::test]
async fn history_comes_in_once_and_whoever_finds_no_seat_walked_in() {
    let ground = with(&OVER.replace(",12,", ",2,")).await;
    let text = format!(
        "{LINES}W-2,E1,attended\nW-2,E3,did_not_attend\nW-2,E4,Part attended\nW-2,E5,cancelled_by_person\n"
    );
    let outcome = ground.bring(Kind::Attendance, &text).await;
    assert_eq!(tally(&outcome, "attendance").new, 3);
    assert_eq!(tally(&outcome, "bookings").new, 1);
    let mut came = ground.all::<attendance_event::Entity>().await;
    came.sort_by_key(|event| event.sequence);
    assert!(came.iter().all(|event| event.import_id == Some(outcome.import)));
    let told: Vec<_> = came.iter().map(|event| (event.attendance.0, event.noted_by)).collect();
    let expected = [
        (Some(Attendance::Attended), NotedBy::Register),
        (Some(Attendance::DidNotAttend), NotedBy::Register),
        (Some(Attendance::PartAttended), NotedBy::WalkIn),
    ];
    assert_eq!(told, expected);
    let booked = events(&ground).await;
    let states: Vec<_> = booked.iter().map(|event| (event.sequence, event.state)).collect();
    assert_eq!(states, [(1, Booked), (2, Booked), (3, CancelledByPerson)]);
    assert!(booked.iter().all(|event| event.team_id.is_some() && event.by_account_id.is_none()));
    assert_eq!(
        ground.only::<session::Entity>().await.bookings,
        3,
        "the counter goes on from there"
    );

    let again = ground.bring(Kind::Attendance, &text).await;
    assert_eq!((tally(&again, "attendance").unchanged, tally(&again, "attendance").new), (3, 0));
    assert_eq!(tally(&again, "bookings").unchanged, 1);
    let corrected = text.replace("E3,did_not_attend", "E3,attended");
    let outcome = ground.bring(Kind::Attendance, &corrected).await;
    assert_eq!(tally(&outcome, "attendance").corrected, 1);
    assert_eq!(ground.all::<attendance_event::Entity>().await.len(), 4, "history keeps both");
    assert_eq!(events(&ground).await.len(), 3, "marking attendance books nothing twice");
}

#[tokio::test]
async fn seats_to_come_are_never_more_than_there_are() {
    let ground = with(&AHEAD.replace("E3,5", "E3,1")).await;
    let both = format!("{LINES}W-1,E1,booked\nW-1,E2,booked\n");
    let told = ground.faults(Kind::Attendance, &both).await;
    expect(&told, &["line 3, state: has no seat"]);
    let waits = format!("{LINES}W-1,E1,booked\nW-1,E2,waitlisted\n");
    assert_eq!(tally(&ground.bring(Kind::Attendance, &waits).await, "bookings").new, 2);
    let id = id_of(&ground, "W-1").await;
    let (amina, ben) = (ground.sign_in(AMINA, None).await, ground.sign_in(BEN, None).await);
    assert_eq!(own_state(&amina, id).await, Some(Booked));
    assert_eq!(own_state(&ben, id).await, Some(Waitlisted));

    // One more seat is offered to whoever waits, and the same file does not take it back.
    ground.bring(Kind::Sessions, &format!("{HEAD}{}", AHEAD.replace("E3,5", "E3,2"))).await;
    assert_eq!(sessions::settle_all(&ground.operator()).await.unwrap(), 1);
    assert_eq!(own_state(&ben, id).await, Some(Offered));
    let again = ground.bring(Kind::Attendance, &waits).await;
    assert_eq!(tally(&again, "bookings").unchanged, 2);
    assert_eq!(own_state(&ben, id).await, Some(Offered));
    // Another file may: Amina cannot come, and nobody is booked twice.
    let without = format!("{LINES}W-1,E1,cancelled_by_person\nW-1,E2,booked\n");
    assert_eq!(tally(&ground.bring(Kind::Attendance, &without).await, "bookings").corrected, 2);
    assert_eq!(own_state(&ben, id).await, Some(Booked));
    let states: Vec<_> = events(&ground).await.iter().map(|event| event.state).collect();
    assert_eq!(states, [Booked, Waitlisted, Offered, CancelledByPerson, Booked]);
}

#[tokio::test]
async fn what_cannot_be_said_of_a_session_is_told_line_by_line() {
    let ground = place().await;
    let sessions = format!(
        "{HEAD}{AHEAD}{OVER}\
         W-3,Plans,2026-12-01 13:30,60,E4,5,workshop,Room 2,RSK-1:2,T1,\n\
         W-4,A draft,2026-12-08 13:00,60,E2,5,,,,,draft\n\
         W-5,Cancelled,2026-12-09 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1,cancelled\n"
    );
    ground.bring(Kind::Sessions, &sessions).await;
    let text = format!(
        "{LINES}\
         W-9,E1,booked\n\
         W-1,E9,booked\n\
         W-1,E1,came\n\
         W-1,E1,attended\n\
         W-1,E2,booked\n\
         W-3,E2,booked\n\
         W-1,E3,booked\n\
         W-1,E5,booked\n\
         W-1,E4,offered\n\
         W-4,E1,booked\n\
         W-5,E1,booked\n\
         W-5,E2,cancelled_by_session\n\
         W-2,E1,booked\n\
         W-2,E1,attended\n\
         W-2,E2,attended\n"
    );
    expect(
        &ground.faults(Kind::Attendance, &text).await,
        &[
            "line 2, session_code 'W-9': is not the code of a session on record",
            "line 3, employee_number 'E9': nobody on record has this number",
            "line 4, state 'came': is no state of a booking and no attendance",
            "line 5, state: cannot be said before the day of the session",
            "line 7, employee_number: Ben Okoro is in another session then",
            "line 8, employee_number: leads this session",
            "line 9, employee_number: has no post on the day of the session in a team",
            "line 10, state: has a deadline",
            "line 11, state: cannot be said of a draft",
            "line 12, state: cannot be said of a session that was cancelled; write",
            "line 15, employee_number: stands in line 14 with this session too",
            "line 16, employee_number: leads this session",
        ],
    );
}

#[tokio::test]
async fn a_register_that_came_closed_is_filled_once_and_then_locked() {
    let closed = OVER.replace(",,,,,\n", ",,,,,closed\n");
    let ground = with(&closed).await;
    let text = format!("{LINES}W-2,E1,attended\n");
    ground.bring(Kind::Attendance, &text).await;
    assert_eq!(tally(&ground.bring(Kind::Attendance, &text).await, "attendance").unchanged, 1);
    let other = text.replace("attended", "did_not_attend");
    expect(&ground.faults(Kind::Attendance, &other).await, &["line 2, state: the register of"]);
    let later = format!("{text}W-2,E4,attended\n");
    assert_eq!(tally(&ground.bring(Kind::Attendance, &later).await, "attendance").new, 1);
}

#[tokio::test]
async fn what_somebody_booked_on_its_page_no_file_takes_away() {
    let ground = with(AHEAD).await;
    let (amina, id) = (ground.sign_in(AMINA, None).await, id_of(&ground, "W-1").await);
    sessions::book(&amina, id, "T1", false).await.unwrap();
    for state in ["cancelled_by_session", "waitlisted"] {
        let text = format!("{LINES}W-1,E1,{state}\n");
        let told = ground.faults(Kind::Attendance, &text).await;
        expect(&told, &["line 2, state: they booked on the page of this session"]);
    }
    assert_eq!(own_state(&amina, id).await, Some(Booked));
}

#[tokio::test]
async fn a_register_that_was_closed_on_its_page_is_changed_there_alone() {
    let ground = with(AHEAD).await;
    let (amina, id) = (ground.sign_in(AMINA, None).await, id_of(&ground, "W-1").await);
    sessions::book(&amina, id, "T1", false).await.unwrap();
    let cara = on(&ground.sign_in(CARA, Some((Educator, "N1"))).await, "2026-12-02");
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &everyone).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    for state in ["attended", "booked"] {
        let text = format!("{LINES}W-1,E4,{state}\n");
        let told = ground.faults(Kind::Attendance, &text).await;
        expect(&told, &["line 2, state: the register of this session is closed"]);
    }
}

#[tokio::test]
async fn an_educator_brings_what_is_about_others_in_their_places() {
    let ground = with(&format!("{AHEAD}{OVER}")).await;
    let cara = ground.sign_in(CARA, Some((Educator, "N1"))).await;
    let text = format!("{LINES}W-1,E1,booked\nW-2,E1,attended\nW-1,E5,booked\nW-1,E3,booked\n");
    expect(
        &faults_of(&cara, Kind::Attendance, &text).await,
        &[
            "line 3, session_code 'W-2': is not the code of a session on record",
            "line 4, employee_number 'E5': nobody on record has this number",
            "line 5, employee_number 'E3': is yourself",
        ],
    );
}
