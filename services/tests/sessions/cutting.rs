//! Fewer seats than are held: refused until whoever runs the session says whose booking is cancelled.

use super::place::{
    beside, events, full, is_not_found, own_state, refused, says, scheduled, with_educator,
};
use super::telling::{everybody_can_sign_in, later, sent, to};
use crate::ground::Ground;
use domain::calendar::Method::{Cancel, Request};
use domain::ids::SessionId;
use domain::sessions::BookingState::{
    Booked, CancelledByPerson, CancelledBySession, Offered, Waitlisted,
};
use domain::sessions::forms::{AddGuest, DescribeSession};
use domain::sessions::views::Seats;
use domain::sessions::{Attendee, BookingState};
use entities::{audit_entry, session, viewing};
use services::imports::Kind;
use services::{Ctx, sessions};

fn with(capacity: u16) -> DescribeSession {
    DescribeSession { capacity, ..says("Safety plans") }
}

/// Cara's session of five seats, and seven nurses who asked for one in this order: five have one, two wait.
async fn five_held_and_two_waiting() -> (Ground, Ctx, SessionId, Vec<Ctx>) {
    let (ground, cara) = with_educator().await;
    let head =
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date";
    let row = |n: u32| format!("C{n},Nurse,Number {n},T1,PN,1.00,B{n},2024-01-01\n");
    let rows: String = (1..=7).map(row).collect();
    ground.bring(Kind::Staff, &format!("{head}\n{rows}")).await;
    let id = scheduled(&cara, &with(5)).await;
    let mut nurses = Vec::new();
    for n in 1..=7 {
        let nurse = ground.sign_in(&format!("C{n}"), None).await;
        sessions::book(&nurse, id, "T1", false).await.unwrap();
        nurses.push(nurse);
    }
    (ground, cara, id, nurses)
}

fn attendee(ctx: &Ctx) -> Attendee {
    Attendee::Person(ctx.actor.person().unwrap())
}

async fn states(nurses: &[Ctx], id: SessionId) -> Vec<BookingState> {
    let mut states = Vec::new();
    for nurse in nurses {
        states.push(own_state(nurse, id).await.unwrap());
    }
    states
}

#[tokio::test]
async fn five_seats_become_three_once_two_are_named_and_those_who_wait_go_on_waiting() {
    let (ground, cara, id, nurses) = five_held_and_two_waiting().await;
    everybody_can_sign_in(&ground).await;
    assert_eq!(beside(sessions::change(&cara, id, &with(3), (&[], "")).await), "cancelled");
    let named = [attendee(&nurses[1]), attendee(&nurses[3])];
    let one = sessions::change(&cara, id, &with(3), (&named[..1], "")).await;
    assert_eq!(
        refused(one),
        "Choose at least 2 people whose booking is cancelled, or enter more seats: 5 people hold a seat, and there would be 3"
    );
    assert_eq!(
        (ground.only::<session::Entity>().await.capacity, events(&ground).await.len()),
        (5, 7)
    );

    let ended = sessions::change(&cara, id, &with(3), (&named, "")).await.unwrap();
    assert_eq!(ended.cancelled, 2);
    let expected =
        [Booked, CancelledBySession, Booked, CancelledBySession, Booked, Waitlisted, Waitlisted];
    assert_eq!(states(&nurses, id).await, expected);
    let seats = sessions::session(&cara, id).await.unwrap().seats;
    assert_eq!(seats, Seats { capacity: 3, held: 3, waiting: 2 });
    assert_eq!(sessions::settle_all(&ground.operator()).await.unwrap(), 0, "nothing is free");

    let history = events(&ground).await;
    assert_eq!(history.len(), 9, "what was stays");
    for event in &history[7..] {
        assert_eq!(event.state, CancelledBySession);
        assert_eq!(event.by_account_id, cara.actor.account_id());
    }
    let mut entries = ground.all::<audit_entry::Entity>().await;
    entries.retain(|entry| entry.action == "change session");
    assert_eq!(entries.len(), 1, "what was refused is no act");
    let after = entries[0].after.clone().unwrap();
    for one in named {
        assert!(after.contains(&one.person().unwrap().to_string()), "{after}");
    }
    let mails = sent(&later(&ground, 1, "2026-11-02")).await;
    for number in ["C2", "C4"] {
        let theirs = to(&mails, number);
        assert_eq!(theirs.len(), 1, "once: {theirs:?}");
        assert_eq!(theirs[0].0, "your booking of Safety plans was cancelled");
        assert_eq!(theirs[0].1.map(|(method, _)| method), Some(Cancel));
    }
    assert_eq!(mails.len(), 2, "nobody else: {mails:?}");
}

#[tokio::test]
async fn whoever_gave_their_seat_up_meanwhile_may_be_among_those_named() {
    let (_ground, cara, id, nurses) = five_held_and_two_waiting().await;
    sessions::give_up(&nurses[0], id).await.unwrap();
    let named: Vec<Attendee> = nurses[..3].iter().map(attendee).collect();
    // The seat was offered to the first who waits, so five are held as before.
    let two = sessions::change(&cara, id, &with(3), (&named[..2], "")).await;
    assert!(refused(two).starts_with("Choose at least 2 people"));
    assert_eq!(sessions::change(&cara, id, &with(3), (&named, "")).await.unwrap().cancelled, 2);
    let expected = [
        CancelledByPerson,
        CancelledBySession,
        CancelledBySession,
        Booked,
        Booked,
        Offered,
        Waitlisted,
    ];
    assert_eq!(states(&nurses, id).await, expected);
}

#[tokio::test]
async fn a_name_costs_no_place_on_the_waiting_list_and_no_seat_where_all_fit() {
    let (_ground, cara, id, nurses) = five_held_and_two_waiting().await;
    let named = [attendee(&nurses[0]), attendee(&nurses[6])];
    assert_eq!(sessions::change(&cara, id, &with(5), (&named, "")).await.unwrap().cancelled, 0);
    assert_eq!(states(&nurses, id).await[0], Booked);
    assert_eq!(sessions::change(&cara, id, &with(4), (&named, "")).await.unwrap().cancelled, 1);
    let states = states(&nurses, id).await;
    assert_eq!([states[0], states[5], states[6]], [CancelledBySession, Waitlisted, Waitlisted]);
}

#[tokio::test]
async fn who_loses_a_seat_in_a_session_that_moves_is_told_that_alone() {
    let (ground, cara, id, nurses) = five_held_and_two_waiting().await;
    everybody_can_sign_in(&ground).await;
    let starts = "2026-12-01T13:00:00".parse().unwrap();
    let moved = DescribeSession { starts, ..with(4) };
    let named = [attendee(&nurses[1])];
    sessions::change(&cara, id, &moved, (&named, "")).await.unwrap();
    let mails = sent(&later(&ground, 1, "2026-11-02")).await;
    let told = |number: &str| {
        let theirs = to(&mails, number).into_iter();
        theirs.map(|(subject, told)| (subject, told.map(|(how, _)| how))).collect::<Vec<_>>()
    };
    assert_eq!(
        told("C2"),
        [("your booking of Safety plans was cancelled".to_owned(), Some(Cancel))]
    );
    assert_eq!(told("C1"), [("Safety plans has moved".to_owned(), Some(Request))]);
    assert_eq!(told("C6"), [("Safety plans has moved".to_owned(), None)], "who waits");
}

#[tokio::test]
async fn whoever_runs_it_sees_who_holds_a_seat_guests_too_and_that_is_noted() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    sessions::change(&cara, id, &with(2), (&[], "")).await.unwrap();
    let ada = AddGuest {
        name: "Ada".to_owned(),
        organisation: "Mind".to_owned(),
        profession: "Peer support".to_owned(),
        from_list: false,
    };
    assert_eq!(sessions::add_guest(&cara, id, &ada).await.unwrap(), Booked);
    assert!(is_not_found(sessions::seat_holders(&ben, id).await));
    assert!(ground.all::<viewing::Entity>().await.is_empty());
    let holders = sessions::seat_holders(&cara, id).await.unwrap();
    let shown: Vec<_> = holders.iter().map(|one| (one.name.as_str(), one.from.as_str())).collect();
    assert_eq!(shown, [("Ada", "Mind"), ("Okoro, Ben", "Practice 1 team")]);
    let noted = ground.only::<viewing::Entity>().await;
    assert!(noted.query.unwrap().starts_with("bookings of session S-"));

    let guest = [holders[0].attendee];
    assert!(is_not_found(sessions::change(&ben, id, &with(1), (&guest, "")).await));
    assert_eq!(sessions::change(&cara, id, &with(1), (&guest, "")).await.unwrap().cancelled, 1);
    assert!(sessions::guests(&cara, id).await.unwrap().guests.is_empty());
    assert_eq!(own_state(&ben, id).await, Some(Booked));
}
