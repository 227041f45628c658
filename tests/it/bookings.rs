//! The bookings of a session as whoever runs it sees them: some are cancelled, and nobody booked at all.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, planned_at, scheduled};
use domain::codes::GrantKind;
use domain::sessions::Attendee;
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
async fn fewer_seats_than_are_held_ask_whose_booking_is_cancelled_and_nothing_typed_is_lost() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "2")).await;
    scheduled(&mut ben, &at).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    let mut dan = sign_in(&esteem, "dan").await;
    for user in [&mut amina, &mut eve, &mut dan] {
        books(user, &at).await;
    }
    let page = ben.visit(&format!("{at}/change")).await;
    for absent in ["Whose booking is cancelled?", "Khan, Amina", "Ali, Eve"] {
        assert!(!page.says(absent), "{absent}: {}", page.words());
    }
    let typed = [("capacity", "1"), ("about", "Plans made together")];
    let asked = ben.submit(&page, "change_session", &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.words());
    let must = "Choose at least 1 person whose booking is cancelled, or enter more seats";
    assert_eq!(asked.links(must), ["#change_session-cancelled"]);
    assert!(asked.html.contains("id=\"change_session-cancelled\""), "the first box");
    assert!(asked.all("legend").contains(&"Whose booking is cancelled?".to_owned()));
    assert!(asked.says("Khan, Amina") && asked.says("Ali, Eve"), "{}", asked.words());
    assert!(!asked.says("Reid, Dan"), "who waits holds none: {}", asked.words());
    let stands = |page: &Page, name: &str, value: &str| {
        page.form("change_session").contains(&(name.to_owned(), value.to_owned()))
    };
    assert!(typed.iter().all(|(name, value)| stands(&asked, name, value)), "{}", asked.html);
    let again = ben.submit(&asked, "change_session", &[]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody was chosen");

    let facts = esteem.operator().facts().await.expect("facts");
    let her = facts.people.iter().find(|person| person.first_name == "Amina").expect("her").id;
    let key = Attendee::Person(her).key();
    let untitled = [("cancelled[]", key.as_str()), ("title", "")];
    let untitled = ben.submit(&again, "change_session", &untitled).await;
    assert!(untitled.says("Enter a title"), "{}", untitled.words());
    assert!(stands(&untitled, "cancelled[]", &key), "she stays chosen: {}", untitled.html);
    let saved = ben.submit(&untitled, "change_session", &[("title", "Safety plans")]).await;
    assert!(saved.says("Saved Safety plans, and cancelled 1 booking"), "{}", saved.words());
    assert!(saved.says("Full, 1 waiting"), "{}", saved.words());
    assert!(saved.says("Plans made together"), "{}", saved.words());
    let told = amina.visit(&at).await;
    assert!(told.says("Your last booking here: Cancelled by the educator"), "{}", told.words());
    let hers = eve.visit(&at).await;
    assert!(hers.says("Booked") && !hers.says("Your last booking"), "{}", hers.words());
    assert!(dan.visit(&at).await.says("You are number 1 on the waiting list."));
}

#[tokio::test]
async fn whoever_moves_a_session_reads_before_whom_it_concerns_and_after_how_many_are_told() {
    let esteem = practice().await;
    let (mut ben, at) = with_one_seat(&esteem).await;
    let address = format!("{at}/change");
    assert!(!ben.visit(&address).await.says("a seat: they are told"), "nobody has one");
    let mut amina = sign_in(&esteem, "amina").await;
    books(&mut amina, &at).await;
    let page = ben.visit(&address).await;
    let before = "1 person has a seat: they are told by mail and in their calendar";
    assert!(page.says(before), "{}", page.words());
    let moved = ben.submit(&page, "change_session", &[("day-day", "8")]).await;
    assert!(moved.says("Saved Safety plans. 1 person is told"), "{}", moved.words());
    let page = ben.visit(&address).await;
    let about = [("about", "Plans made together")];
    let saved = ben.submit(&page, "change_session", &about).await;
    assert!(saved.says("Saved Safety plans") && !saved.says("person is told"), "{}", saved.words());
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
async fn where_no_team_can_be_chosen_one_is_invited_first() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned_at(&mut ben, "Safety plans", &[("invited_only", "yes")]).await;
    let teams = format!("{at}/teams");
    let seats = ben.visit(&format!("{at}/seats")).await;
    assert_eq!(seats.links("Invite a team first"), [teams.as_str()], "{}", seats.words());
    let page = ben.visit(&teams).await;
    ben.submit(&page, "invite_team", &[("team", "T2")]).await;
    let seats = ben.visit(&format!("{at}/seats")).await;
    assert!(seats.links("Invite a team first").is_empty(), "{}", seats.words());
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
