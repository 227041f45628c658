//! What files may say of sessions, tried sentence by sentence.

use super::*;
use crate::codes::Sharing;
use crate::ids::{AreaId, TeamId};
use crate::sessions::BookingState;
use crate::sessions::register::{Attendance, NotedBy};
use uuid::Uuid;

#[test]
fn a_state_in_a_file_makes_of_a_session_what_it_can_become() {
    use SessionState::{Cancelled, Closed, Delivered, Draft, Scheduled};
    let of = |scheduled, cancelled, closed| Some(Life { scheduled, cancelled, closed });
    let (nothing, schedules) = (of(false, false, false), of(true, false, false));
    let table = [
        (None, None, false, schedules),
        (None, None, true, schedules),
        (None, Some(Draft), false, nothing),
        (None, Some(Draft), true, nothing),
        (None, Some(Scheduled), false, schedules),
        (None, Some(Delivered), false, None),
        (None, Some(Delivered), true, schedules),
        (None, Some(Closed), false, None),
        (None, Some(Closed), true, of(true, false, true)),
        (None, Some(Cancelled), false, of(true, true, false)),
        (Some(Draft), None, false, nothing),
        (Some(Draft), Some(Draft), false, nothing),
        (Some(Draft), Some(Scheduled), false, schedules),
        (Some(Draft), Some(Cancelled), false, of(false, true, false)),
        (Some(Scheduled), None, false, nothing),
        (Some(Scheduled), Some(Draft), false, None),
        (Some(Scheduled), Some(Cancelled), false, of(true, true, false)),
        (Some(Delivered), Some(Scheduled), true, schedules),
        (Some(Delivered), Some(Cancelled), true, None),
        (Some(Closed), Some(Cancelled), true, None),
        (Some(Cancelled), None, false, nothing),
        (Some(Cancelled), Some(Scheduled), false, None),
        (Some(Cancelled), Some(Delivered), true, None),
        (Some(Cancelled), Some(Cancelled), false, of(true, true, false)),
    ];
    for (before, says, over, expected) in table {
        assert_eq!(life(before, says, over).ok(), expected, "{before:?} {says:?} {over}");
    }
}

fn located(team: u128, organisation: u128, areas: &[u128]) -> Located {
    Located {
        team: Some(TeamId(Uuid::from_u128(team))),
        organisation: Some(OrganisationId(Uuid::from_u128(organisation))),
        areas: areas.iter().map(|area| AreaId(Uuid::from_u128(*area))).collect(),
        sharing: Sharing::Figures,
    }
}

#[test]
fn a_session_is_held_for_the_smallest_place_with_all_its_teams() {
    let (one, beside) = (located(1, 1, &[11, 10]), located(2, 1, &[11, 10]));
    let (near, far) = (located(3, 2, &[11, 10]), located(4, 3, &[12, 10]));
    let elsewhere = located(5, 4, &[20]);
    let team = |id| Scope::Team(TeamId(Uuid::from_u128(id)));
    let area = |id| Scope::Area(AreaId(Uuid::from_u128(id)));
    let table: [(&[&Located], Scope); 6] = [
        (&[], Scope::Everywhere),
        (&[&one], team(1)),
        (&[&one, &beside], Scope::Organisation(OrganisationId(Uuid::from_u128(1)))),
        (&[&one, &beside, &near], area(11)),
        (&[&one, &far], area(10)),
        (&[&one, &far, &elsewhere], Scope::Everywhere),
    ];
    for (teams, place) in table {
        let teams: Vec<Located> = teams.iter().copied().cloned().collect();
        assert_eq!(smallest_place(&teams), place);
    }
}

#[test]
fn a_location_that_begins_as_a_link_is_one() {
    let venue = Location::Venue("Room 1, the health centre".to_owned());
    assert_eq!(location(" Room 1, the health centre "), Ok(venue));
    let link = Location::Link("https://meet.example/risk".to_owned());
    assert_eq!(location("https://meet.example/risk"), Ok(link));
    assert!(location("https://meet.example/risk and Room 1").is_err());
}

#[test]
fn outcomes_are_codes_with_levels() {
    let level = |number: u8| Level::try_from(number).unwrap();
    let both = vec![("RSK-1".to_owned(), level(3)), ("RSK-2".to_owned(), level(2))];
    assert_eq!(outcomes("RSK-1:3; RSK-2 : 2;"), Ok(both));
    assert_eq!(outcomes(""), Ok(vec![]));
    assert!(outcomes("RSK-1").unwrap_err().contains("RSK-1:3"));
    assert!(outcomes("RSK-1:6").unwrap_err().starts_with("RSK-1: "));
    assert!(outcomes("RSK-1:3;RSK-1:2").unwrap_err().contains("twice"));
}

#[test]
fn a_state_of_a_booking_and_an_attendance_are_told_apart_by_their_word() {
    assert_eq!(said("Booked"), Ok(Said::Booking(BookingState::Booked)));
    assert_eq!(said("did not attend"), Ok(Said::Came(Attendance::DidNotAttend)));
    let told = said("came").unwrap_err();
    assert!(told.contains("waitlisted") && told.contains("part_attended"), "{told}");
}

#[test]
fn what_may_be_said_follows_from_the_session() {
    use SessionState::{Cancelled, Closed, Delivered, Draft, Scheduled};
    let (came, books) = (Said::Came(Attendance::Attended), Said::Booking(BookingState::Booked));
    let offered = Said::Booking(BookingState::Offered);
    let over = Said::Booking(BookingState::CancelledBySession);
    let table = [
        (books, Draft, false, false),
        (over, Draft, true, false),
        (books, Scheduled, false, true),
        (came, Scheduled, false, false),
        (came, Scheduled, true, true),
        (offered, Scheduled, false, false),
        (offered, Delivered, true, true),
        (came, Delivered, true, true),
        (came, Closed, true, true),
        (came, Cancelled, true, false),
        (books, Cancelled, true, false),
        (over, Cancelled, false, true),
    ];
    for (said, session, today_or_past, may) in table {
        let told = may_be_said(said, session, today_or_past);
        assert_eq!(told.is_ok(), may, "{said:?} {session}: {told:?}");
    }
}

#[test]
fn whoever_came_without_a_booking_had_a_seat_while_one_was_free_and_walked_in_beyond_that() {
    use Attendance::{Attended, DidNotAttend, PartAttended};
    let table = [
        (true, 0, Attended, (false, NotedBy::Register)),
        (true, 3, DidNotAttend, (false, NotedBy::Register)),
        (false, 3, Attended, (true, NotedBy::Register)),
        (false, 1, DidNotAttend, (true, NotedBy::Register)),
        (false, 0, PartAttended, (false, NotedBy::WalkIn)),
        (false, 0, DidNotAttend, (false, NotedBy::Register)),
    ];
    for (has_seat, free, came, expected) in table {
        assert_eq!(seat_and_note(has_seat, free, came), expected, "{has_seat} {free} {came}");
    }
}
