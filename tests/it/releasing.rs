//! Release from page to page: a practice manager says when people can go and how many stay; bookings that wait are answered.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

/// Ben, who teaches in the network of Amina, Eve and Dan, who are the nurses of one practice; and his session, 5 weeks ahead.
async fn with_session(esteem: &Installation) -> (User, String) {
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "12")).await;
    scheduled(&mut ben, &at).await;
    (ben, at)
}

async fn books(user: &mut User, at: &str) -> Page {
    let page = user.visit(at).await;
    user.submit(&page, "book_seat", &[]).await
}

#[tokio::test]
async fn what_a_team_says_of_its_release_is_told_to_whoever_plans_and_whoever_books() {
    let esteem = practice().await;
    let (mut ben, at) = with_session(&esteem).await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let team = dan.visit("/teams/T1").await;
    let page = dan.visit(&team.links("Release for training")[0]).await;
    assert!(page.says("No times are named"), "{}", page.words());
    let answers = [("weekday", "wednesday"), ("begins", "5pm"), ("ends", "1pm")];
    let refused = dan.submit(&page, "add_release_window", &answers).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Enter an end that is later on the same day"), "{}", refused.words());
    let answers = [("begins", "1pm"), ("ends", "5pm")];
    let added = dan.submit(&refused, "add_release_window", &answers).await;
    assert!(added.says("Every Wednesday from 4 November 2026, 1pm to 5pm"), "{}", added.words());
    // The session is on a Monday.
    let outside = "This session is not in the protected time of Practice 1 team.";
    let notice = "Practice 1 team asks for notice of 8 weeks. This session is 5 weeks ahead.";
    let seen = amina.visit(&at).await;
    assert!(seen.says(outside) && seen.says(notice), "{}", seen.words());
    let booked = books(&mut amina, &at).await;
    assert!(booked.says("You have a seat"), "{}", booked.words());
    assert!(booked.says("Not in protected time"), "{}", booked.words());
    let teams = ben.visit(&format!("{at}/teams")).await;
    assert!(!teams.says(outside), "nobody is invited yet");
    let invited = ben.submit(&teams, "invite_team", &[("team", "T1")]).await;
    assert!(invited.says(outside) && invited.says(notice), "{}", invited.words());
    // Another window takes the session in.
    let page = dan.visit("/teams/T1/release").await;
    let answers = [("weekday", "monday"), ("begins", "midday"), ("ends", "3pm")];
    let page = dan.submit(&page, "add_release_window", &answers).await;
    assert!(!amina.visit(&at).await.says(outside));
    let closed = [("day-day", "7"), ("day-month", "12"), ("day-year", "2026")];
    let page = dan.submit(&page, "close_release_day", &closed).await;
    assert!(amina.visit(&at).await.says(outside));
    let page = dan.submit(&page, "open_release_day", &[]).await;
    assert!(page.says("This day is as any other again"), "{}", page.words());
    let page = dan.submit(&page, "keep_release", &[("notice_weeks", "0")]).await;
    assert!(page.says("Saved what the team asks"), "{}", page.words());
    let seen = amina.visit(&at).await;
    assert!(!seen.says(outside) && !seen.says(notice), "{}", seen.words());
}

#[tokio::test]
async fn a_booking_that_leaves_too_few_waits_and_its_answer_is_read() {
    let esteem = practice().await;
    let (_ben, at) = with_session(&esteem).await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let mut eve = sign_in(&esteem, "eve").await;
    let page = dan.visit("/teams/T1/release").await;
    let keeps = [("profession", "Nursing and Midwifery Registered"), ("least", "2")];
    let page = dan.submit(&page, "keep_minimum", &keeps).await;
    assert!(page.says("at least 2 stay"), "{}", page.words());
    // Of three, two stay behind the first, and one behind the second.
    assert!(books(&mut amina, &at).await.says("You have a seat"));
    let waits = books(&mut eve, &at).await;
    assert!(waits.says("You have asked for a seat"), "{}", waits.words());
    assert!(waits.says("Waiting for your team manager"), "{}", waits.words());

    let home = dan.visit("/").await;
    assert!(home.says("1 booking of a session waits for your approval"), "{}", home.words());
    assert!(dan.visit("/teams/T1").await.says("Requests for seats: 1 booking waits"));
    let list = dan.visit(&home.links("Requests for seats")[0]).await;
    assert!(list.says("Ali, Eve") && list.says("keeps at least 2"), "{}", list.words());
    let why = dan.submit(&list, "decline_booking", &[]).await;
    assert!(why.says("Choose why you decline it"), "{}", why.words());
    let declined = dan.submit(&why, "decline_booking", &[("reason", "no_cover")]).await;
    assert!(declined.says("No bookings wait for you"), "{}", declined.words());
    let told = eve.visit(&at).await;
    assert!(told.says("Your team manager declined it: No cover was found"), "{}", told.words());

    assert!(books(&mut eve, &at).await.says("Waiting for your team manager"));
    let list = dan.visit("/seat-requests").await;
    let approved = dan.submit(&list, "approve_booking", &[]).await;
    assert!(approved.says("Approved: they have a seat"), "{}", approved.words());
    let twice = dan.submit(&list, "approve_booking", &[]).await;
    assert!(twice.says("This request has been answered or withdrawn"), "{}", twice.words());
    let told = eve.visit(&at).await;
    assert!(told.says("Booked") && !told.says("Waiting for"), "{}", told.words());
    // Who would answer need not ask.
    assert!(books(&mut dan, &at).await.says("You have a seat"));
}

#[tokio::test]
async fn where_a_team_asks_for_every_booking_each_waits_and_can_be_taken_back() {
    let esteem = practice().await;
    let (_ben, at) = with_session(&esteem).await;
    let (mut dan, mut amina) = (sign_in(&esteem, "dan").await, sign_in(&esteem, "amina").await);
    let page = dan.visit("/teams/T1/release").await;
    let nobody = [("asks_approval", "yes"), ("deputy", "nobody@staff.example")];
    let refused = dan.submit(&page, "keep_release", &nobody).await;
    assert!(refused.says("Nobody at work today has this email address"), "{}", refused.words());
    let asks = [("asks_approval", "yes"), ("deputy", "eve@staff.example")];
    let kept = dan.submit(&refused, "keep_release", &asks).await;
    assert!(kept.says("Now it is Eve Ali"), "{}", kept.words());
    let page = amina.visit(&at).await;
    assert!(page.says("Practice 1 team asks its manager before each booking."));
    assert!(page.says("Ask for a seat") && !page.says("Book a seat"), "{}", page.words());
    let waits = amina.submit(&page, "book_seat", &[]).await;
    assert!(waits.says("Waiting for your team manager"), "{}", waits.words());
    assert!(!waits.says("on the waiting list"), "{}", waits.words());
    // It is not late yet, so it is not the deputy's.
    let mut eve = sign_in(&esteem, "eve").await;
    assert!(eve.visit("/seat-requests").await.says("No bookings wait for you"));
    let back = amina.submit(&waits, "give_up_seat", &[]).await;
    assert!(back.says("You have taken back your request"), "{}", back.words());
    assert!(dan.visit("/seat-requests").await.says("No bookings wait for you"));
}
