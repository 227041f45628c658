//! Checking in by code: which codes are taken, from whom, and what the register then says.

use super::place::{
    AMINA, BASE_URL, BEN, DAN, UNDER_WAY, beside, for_two_days, is_not_found, on, own_state,
    refused, scheduled, with_educator,
};
use crate::ground::Ground;
use chrono::TimeDelta;
use domain::ids::SessionId;
use domain::sessions::BookingState::{Booked, Waitlisted};
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::{Attendance, NotedBy, WalkIn};
use entities::{attendance_event, audit_entry, check_in_secret, check_in_try};
use services::sessions::CheckedIn;
use services::{Ctx, sessions};

/// A session of two days, and Ben, who has a seat.
async fn booked(ground: &Ground, cara: &Ctx) -> (SessionId, Ctx) {
    let id = scheduled(cara, &for_two_days("Safety plans")).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    (id, ben)
}

/// The same person a few minutes later.
pub fn later(ctx: &Ctx, minutes: i64) -> Ctx {
    Ctx { now: ctx.now + TimeDelta::minutes(minutes), ..ctx.clone() }
}

async fn shown(ctx: &Ctx, id: SessionId) -> String {
    sessions::check_in_code(ctx, id, BASE_URL).await.unwrap().code.unwrap()
}

#[tokio::test]
async fn the_code_of_this_minute_checks_in_once_and_the_register_says_so() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = booked(&ground, &cara).await;
    let (cara, ben) = (on(&cara, UNDER_WAY), on(&ben, UNDER_WAY));
    let code = shown(&cara, id).await;
    assert_eq!(shown(&cara, id).await, code, "one secret");
    assert_eq!(sessions::check_in(&ben, id, &code).await.unwrap(), CheckedIn::Now);
    assert_eq!(sessions::check_in(&ben, id, &code).await.unwrap(), CheckedIn::Before);
    let again = sessions::check_in(&later(&ben, 5), id, "whatever").await.unwrap();
    assert_eq!(again, CheckedIn::Before, "whatever they enter");
    let event = ground.only::<attendance_event::Entity>().await;
    let said = (event.attendance.0, event.noted_by);
    assert_eq!(said, (Some(Attendance::Attended), NotedBy::CheckIn));
    assert_eq!(event.by_account_id, ben.actor.account_id());
    let line = sessions::register(&cara, id).await.unwrap().lines.remove(0);
    assert_eq!(line.attendance, Some(Attendance::Attended));
    assert!(line.checked_in_at.is_some());
    let secret = ground.only::<check_in_secret::Entity>().await.secret;
    let log = ground.all::<audit_entry::Entity>().await;
    assert!(log.iter().all(|entry| !format!("{entry:?}").contains(&secret)), "in no log");
    assert!(is_not_found(sessions::check_in_code(&ben, id, BASE_URL).await));
}

#[tokio::test]
async fn a_code_of_two_minutes_ago_or_of_another_session_checks_nobody_in() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = booked(&ground, &cara).await;
    let dan = ground.sign_in(DAN, Some((domain::codes::GrantKind::Educator, "TH"))).await;
    let other = scheduled(&dan, &for_two_days("Recovery")).await;
    let (cara, ben, dan) = (on(&cara, UNDER_WAY), on(&ben, UNDER_WAY), on(&dan, UNDER_WAY));
    let code = shown(&cara, id).await;
    let told = refused(sessions::check_in(&later(&ben, 2), id, &code).await);
    assert!(told.contains("This code has changed"), "{told}");
    let of_another = shown(&dan, other).await;
    let told = refused(sessions::check_in(&ben, id, &of_another).await);
    assert!(told.contains("not the code of this session"), "{told}");
    let yesterdays = refused(sessions::check_in(&later(&ben, 24 * 60), id, &code).await);
    assert!(yesterdays.contains("not the code of this session"), "{yesterdays}");
    assert_eq!(ground.all::<attendance_event::Entity>().await.len(), 0);
    let minute_later = sessions::check_in(&later(&ben, 1), id, &code).await.unwrap();
    assert_eq!(minute_later, CheckedIn::Now, "the previous one is still valid");
}

#[tokio::test]
async fn a_friend_without_a_booking_and_whoever_comes_a_day_early_are_told_what_to_do() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = booked(&ground, &cara).await;
    let early = refused(sessions::check_in(&on(&ben, "2026-11-28"), id, "BCDFGH").await);
    assert_eq!(early, "Check-in opens on 29 November 2026 at 11am.");
    let page = sessions::check_in_code(&on(&cara, "2026-11-28"), id, BASE_URL).await.unwrap();
    assert_eq!(page.qr, None, "nothing to scan yet");
    assert_eq!((page.code, page.why_not), (None, Some(early)));
    assert!(ground.all::<check_in_secret::Entity>().await.is_empty());
    let dan = on(&ground.sign_in(DAN, None).await, UNDER_WAY);
    let code = shown(&on(&cara, UNDER_WAY), id).await;
    let friend = refused(sessions::check_in(&dan, id, &code).await);
    assert!(friend.contains("they can add you as a walk-in"), "{friend}");
    let over = refused(sessions::check_in(&on(&ben, "2026-12-02"), id, &code).await);
    assert!(over.contains("tell whoever led it"), "{over}");
}

#[tokio::test]
async fn who_only_waits_is_sent_to_the_educator_whatever_code_they_enter() {
    let (ground, cara) = with_educator().await;
    let one_seat = DescribeSession { capacity: 1, ..for_two_days("Safety plans") };
    let id = scheduled(&cara, &one_seat).await;
    let (ben, amina) = (ground.sign_in(BEN, None).await, ground.sign_in(AMINA, None).await);
    assert_eq!(sessions::book(&ben, id, "T1", false).await.unwrap(), Booked);
    assert_eq!(sessions::book(&amina, id, "T1", false).await.unwrap(), Waitlisted);
    let (cara, amina) = (on(&cara, UNDER_WAY), on(&amina, UNDER_WAY));
    let code = shown(&cara, id).await;
    let no_seat =
        "You have no seat in this session. Go to the educator: they can add you as a walk-in.";
    for entered in [code.as_str(), "BBBBBB"] {
        assert_eq!(refused(sessions::check_in(&amina, id, entered).await), no_seat);
    }
    let page = sessions::check_in_page(&amina, id).await.unwrap();
    assert_eq!((page.is_there, page.why_not.as_deref()), (false, Some(no_seat)));
    assert!(ground.all::<attendance_event::Entity>().await.is_empty());
    assert!(ground.all::<check_in_try::Entity>().await.is_empty(), "it was no guess");
    let register = sessions::register(&cara, id).await.unwrap().lines;
    assert_eq!(register.len(), 1, "only Ben stands in it");
    // Whom the educator lets in is there, and has no seat for it.
    let named = WalkIn::Colleague("amina@staff.example".to_owned());
    sessions::add_walk_in(&cara, id, &named).await.unwrap();
    assert_eq!(sessions::check_in(&amina, id, &code).await.unwrap(), CheckedIn::Before);
    assert_eq!(own_state(&amina, id).await, Some(Waitlisted));
}

#[tokio::test]
async fn guessing_is_limited_for_each_person_and_session() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = booked(&ground, &cara).await;
    let (cara, ben) = (on(&cara, UNDER_WAY), on(&ben, UNDER_WAY));
    shown(&cara, id).await;
    for _ in 0..10 {
        assert_eq!(beside(sessions::check_in(&ben, id, "BBBBBB").await), "code");
    }
    let code = shown(&cara, id).await;
    let told = refused(sessions::check_in(&ben, id, &code).await);
    assert!(told.contains("Wait 10 minutes"), "{told}");
    assert_eq!(ground.all::<check_in_try::Entity>().await.len(), 10, "and no more");
    let (cara, ben) = (later(&cara, 11), later(&ben, 11));
    let code = shown(&cara, id).await;
    assert_eq!(sessions::check_in(&ben, id, &code).await.unwrap(), CheckedIn::Now);
}
