//! The bookings of a session as whoever runs it sees them: one is cancelled, and nobody booked at all.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

/// Ben, who teaches in the network of Amina and Eve, and his session with a single seat; its address.
async fn with_one_seat(esteem: &Installation) -> (User, String) {
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "1")).await;
    scheduled(&mut ben, &at).await;
    (ben, at)
}

async fn books(user: &mut User, at: &str) -> Page {
    let page = user.visit(at).await;
    user.submit(&page, "book_seat", &[]).await
}

#[tokio::test]
async fn whoever_runs_a_session_cancels_one_booking_and_its_seat_goes_to_who_waits() {
    let esteem = practice().await;
    let (mut ben, at) = with_one_seat(&esteem).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    assert!(ben.visit(&at).await.says("Nobody has booked yet"));
    let booked = books(&mut amina, &at).await;
    assert!(booked.says("You have a seat"), "{}", booked.words());
    let waits = books(&mut eve, &at).await;
    assert!(waits.says("You are number 1 on the waiting list."), "{}", waits.words());
    assert!(!waits.says("Take a free seat"), "there is none: {}", waits.words());

    let run = ben.visit(&at).await;
    assert!(run.says("Cancel the booking of Khan, Amina"), "{}", run.words());
    assert!(run.says("Cancel the booking of Ali, Eve"), "{}", run.words());
    assert!(!run.says("No post here on the day"), "{}", run.words());
    let cancelled = ben.submit(&run, "cancel_booking", &[]).await;
    assert!(cancelled.says("Cancelled this booking"), "{}", cancelled.words());
    let told = amina.visit(&at).await;
    assert!(told.says("Your last booking here: Cancelled by the educator"), "{}", told.words());
    let offer = eve.visit(&at).await;
    assert!(offer.says("A seat is offered to you until"), "{}", offer.words());

    // From the page as it was before: there is nothing left to cancel.
    let twice = ben.submit(&run, "cancel_booking", &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.words());
}

#[tokio::test]
async fn a_cancelled_session_that_nobody_booked_invites_nobody() {
    let esteem = practice().await;
    let (mut ben, at) = with_one_seat(&esteem).await;
    let run = ben.visit(&at).await;
    let over = ben.submit(&run, "cancel_session", &[("reason", "low_numbers")]).await;
    assert!(over.says("Nobody booked this session."), "{}", over.words());
    assert!(!over.says("Invite teams"), "{}", over.words());
}

#[tokio::test]
async fn teams_and_professions_are_chosen_from_those_there_are() {
    let esteem = practice().await;
    let (mut ben, at) = with_one_seat(&esteem).await;
    let teams = ben.visit(&format!("{at}/teams")).await;
    let listed = |page: &Page, words: &str| page.all("option").iter().any(|one| one == words);
    assert!(listed(&teams, "Practice 2 team (T2)"), "{}", teams.words());
    let invited = ben.submit(&teams, "invite_team", &[("team", "T2")]).await;
    assert!(!listed(&invited, "Practice 2 team (T2)"), "{}", invited.words());
    let seats = ben.visit(&format!("{at}/seats")).await;
    for words in ["Nursing and Midwifery Registered", "Practice 1 team", "Practice 2 team"] {
        assert!(listed(&seats, words), "{words}: {}", seats.words());
    }
    assert!(!listed(&seats, "Workforce office"), "neither invited nor in the network");
}
