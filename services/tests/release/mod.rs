//! Release against bookings: which of them wait, what is counted, whose they are to answer, and what happens at once.

use crate::ground::Ground;
use crate::sessions::place::{
    AMINA, BEN, CARA, DAN, beside, events, full, is_not_found, on, own_state, place, refused, says,
    scheduled, with_educator,
};
use crate::sessions::telling::{everybody_can_sign_in, later, sent, to};
use chrono::TimeDelta;
use domain::codes::GrantKind::{Educator, TeamManager};
use domain::ids::{PersonId, SessionId};
use domain::release::forms::{AddWindow, Decline, KeepMinimum, KeepRelease};
use domain::release::{DeclineReason, Minimum};
use domain::sessions::BookingState::{Booked, Declined, Offered, Requested, Waitlisted};
use domain::sessions::forms::DescribeSession;
use services::imports::Kind;
use services::{Ctx, jobs, release, sessions};

/// Another nurse of Amina's practice, and a manager of it.
const NADIA: &str = "E6";
const MANAGER: &str = "E7";

async fn staffed(ground: &Ground) -> Ctx {
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,work_email\n\
         E6,Nadia,Begum,T1,PN,1.00,A7,2024-01-01,nadia@staff.example\n\
         E7,Paul,Hart,T3,GP,1.00,A8,2024-01-01,paul@staff.example\n";
    ground.bring(Kind::Staff, staff).await;
    ground.sign_in(MANAGER, Some((TeamManager, "T1"))).await
}

async fn keeps(manager: &Ctx, least: u16) {
    let minimum = Minimum { profession: "Nursing".to_owned(), least };
    release::keep_minimum(manager, "T1", &KeepMinimum(minimum)).await.unwrap();
}

fn asks(approval: bool, deputy: Option<&str>) -> KeepRelease {
    KeepRelease {
        cover: None,
        notice_weeks: 8,
        asks_approval: approval,
        deputy: deputy.map(str::to_owned),
    }
}

fn person(ctx: &Ctx) -> PersonId {
    ctx.actor.person().unwrap()
}

/// Another session at the same time, led by somebody else.
async fn beside_it(ground: &Ground) -> SessionId {
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    scheduled(&dan, &says("Recovery")).await
}

#[tokio::test]
async fn who_is_in_any_session_at_that_time_is_gone_from_the_team() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    keeps(&manager, 1).await;
    let (amina, nadia) = (ground.sign_in(AMINA, None).await, ground.sign_in(NADIA, None).await);
    let first = scheduled(&cara, &says("Safety plans")).await;
    let other = beside_it(&ground).await;
    assert_eq!(sessions::book(&amina, other, "T1", false).await.unwrap(), Booked);
    assert_eq!(sessions::book(&nadia, first, "T1", false).await.unwrap(), Requested);
    // A doctor is no nurse; and once Amina is back, Nadia can go.
    let ben = ground.sign_in(BEN, None).await;
    assert_eq!(sessions::book(&ben, first, "T1", false).await.unwrap(), Booked);
    sessions::give_up(&nadia, first).await.unwrap();
    sessions::give_up(&amina, other).await.unwrap();
    assert_eq!(sessions::book(&nadia, first, "T1", false).await.unwrap(), Booked);
}

#[tokio::test]
async fn who_waits_is_reckoned_with_before_a_seat_falls_to_them() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    keeps(&manager, 1).await;
    let (id, _ben) = full(&ground, &cara).await;
    let (amina, nadia) = (ground.sign_in(AMINA, None).await, ground.sign_in(NADIA, None).await);
    assert_eq!(sessions::book(&amina, id, "T1", false).await.unwrap(), Waitlisted);
    assert_eq!(sessions::book(&nadia, id, "T1", false).await.unwrap(), Requested);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_colleagues_who_book_two_sessions_at_once_one_waits() {
    for _ in 0..5 {
        let (ground, cara) = with_educator().await;
        let manager = staffed(&ground).await;
        keeps(&manager, 1).await;
        let first = scheduled(&cara, &says("Safety plans")).await;
        let other = beside_it(&ground).await;
        let both = [(AMINA, first), (NADIA, other)];
        let mut tasks = Vec::new();
        for (number, id) in both {
            let ctx = ground.sign_in(number, None).await;
            tasks.push(tokio::spawn(async move { sessions::book(&ctx, id, "T1", false).await }));
        }
        let mut told = Vec::new();
        for task in tasks {
            told.push(task.await.unwrap().unwrap());
        }
        assert!(told.contains(&Booked) && told.contains(&Requested), "{told:?}");
    }
}

#[tokio::test]
async fn an_approved_booking_takes_a_seat_or_waits_in_the_order_of_asking() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    let one_seat = DescribeSession { capacity: 1, ..says("Safety plans") };
    let id = scheduled(&cara, &one_seat).await;
    release::keep(&manager, "T1", &asks(true, None)).await.unwrap();
    let (amina, nadia) = (ground.sign_in(AMINA, None).await, ground.sign_in(NADIA, None).await);
    for ctx in [&amina, &nadia] {
        assert_eq!(sessions::book(ctx, id, "T1", false).await.unwrap(), Requested);
    }
    let waiting = sessions::requests(&manager).await.unwrap();
    let names: Vec<_> = waiting.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Khan, Amina", "Begum, Nadia"], "in the order of asking");
    assert_eq!(sessions::approve(&manager, id, person(&nadia)).await.unwrap(), Booked);
    assert_eq!(sessions::approve(&manager, id, person(&amina)).await.unwrap(), Waitlisted);
    let again = sessions::approve(&manager, id, person(&amina)).await;
    assert!(refused(again).contains("answered or withdrawn"));
    let event = events(&ground).await.into_iter().find(|event| event.state == Waitlisted).unwrap();
    assert_eq!(event.by_account_id, manager.actor.account_id());
}

#[tokio::test]
async fn however_late_each_is_approved_they_wait_in_the_order_of_asking() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    let one_seat = DescribeSession { capacity: 1, ..says("Safety plans") };
    let id = scheduled(&cara, &one_seat).await;
    let dan = ground.sign_in(DAN, None).await;
    assert_eq!(sessions::book(&dan, id, "M1", false).await.unwrap(), Booked);
    release::keep(&manager, "T1", &asks(true, None)).await.unwrap();
    let mut asking = Vec::new();
    for number in [AMINA, BEN, NADIA] {
        let ctx = ground.sign_in(number, None).await;
        assert_eq!(sessions::book(&ctx, id, "T1", false).await.unwrap(), Requested);
        asking.push(ctx);
    }
    for ctx in asking.iter().rev() {
        assert_eq!(sessions::approve(&manager, id, person(ctx)).await.unwrap(), Waitlisted);
    }
    for (before, ctx) in asking.iter().enumerate() {
        let own = sessions::session(ctx, id).await.unwrap().own;
        assert_eq!((own.state, own.place), (Some(Waitlisted), Some(before + 1)));
    }
    sessions::give_up(&dan, id).await.unwrap();
    for (ctx, state) in asking.iter().zip([Offered, Waitlisted, Waitlisted]) {
        assert_eq!(own_state(ctx, id).await, Some(state));
    }
}

#[tokio::test]
async fn who_wishes_otherwise_while_they_wait_for_approval_is_asked_for_as_before() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    let (id, ben) = full(&ground, &cara).await;
    release::keep(&manager, "T1", &asks(true, None)).await.unwrap();
    let (amina, nadia) = (ground.sign_in(AMINA, None).await, ground.sign_in(NADIA, None).await);
    for ctx in [&amina, &nadia] {
        assert_eq!(sessions::book(ctx, id, "T1", false).await.unwrap(), Requested);
    }
    assert_eq!(sessions::change_wish(&amina, id, true).await.unwrap(), Requested);
    let waiting = sessions::requests(&manager).await.unwrap();
    let names: Vec<_> = waiting.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Khan, Amina", "Begum, Nadia"], "in the order of asking");
    for ctx in [&nadia, &amina] {
        assert_eq!(sessions::approve(&manager, id, person(ctx)).await.unwrap(), Waitlisted);
    }
    sessions::give_up(&ben, id).await.unwrap();
    assert_eq!(own_state(&amina, id).await, Some(Booked), "as she wished last");
    assert_eq!(own_state(&nadia, id).await, Some(Waitlisted));
}

#[tokio::test]
async fn a_declined_booking_tells_why_and_holds_nothing() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    release::keep(&manager, "T1", &asks(true, None)).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    let why = Decline(DeclineReason::TooFewLeft);
    sessions::decline(&manager, id, person(&amina), why).await.unwrap();
    let own = sessions::session(&amina, id).await.unwrap().own;
    assert_eq!((own.state, own.declined_for), (Some(Declined), Some(DeclineReason::TooFewLeft)));
    let again = sessions::decline(&manager, id, person(&amina), why).await;
    assert!(refused(again).contains("answered or withdrawn"));
}

#[tokio::test]
async fn only_the_manager_answers_and_the_deputy_after_three_working_days_and_nobody_their_own() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    assert_eq!(
        beside(release::keep(&manager, "T1", &asks(true, Some("x@y.example"))).await),
        "deputy"
    );
    release::keep(&manager, "T1", &asks(true, Some("nadia@staff.example"))).await.unwrap();
    let (amina, nadia) = (ground.sign_in(AMINA, None).await, ground.sign_in(NADIA, None).await);
    for ctx in [&amina, &nadia] {
        sessions::book(ctx, id, "T1", false).await.unwrap();
    }
    for other in [&amina, &cara, &nadia] {
        assert!(is_not_found(sessions::approve(other, id, person(&amina)).await));
    }
    assert!(sessions::requests(&nadia).await.unwrap().is_empty());
    assert!(is_not_found(sessions::requests(&amina).await));
    let later = Ctx { now: nadia.now + TimeDelta::days(10), ..nadia.clone() };
    let waiting = sessions::requests(&later).await.unwrap();
    assert_eq!(waiting.len(), 1, "her own is not hers to answer");
    assert!(waiting[0].is_late);
    assert!(is_not_found(sessions::approve(&later, id, person(&nadia)).await));
    assert_eq!(sessions::approve(&later, id, person(&amina)).await.unwrap(), Booked);
}

/// What the jobs tell somebody so many days from now, on a day of the rules.
async fn told_to(
    ground: &Ground,
    number: [&str; 2],
    (days, today): (i64, &str),
) -> [Vec<String>; 2] {
    jobs::do_what_is_due(&later(ground, days, today)).await.unwrap();
    let sent = sent(&later(ground, days, today)).await;
    number.map(|number| to(&sent, number).into_iter().map(|(subject, _)| subject).collect())
}

#[tokio::test]
async fn who_is_to_answer_a_booking_is_told_in_the_weekly_digest_until_it_is_answered() {
    let (ground, cara) = with_educator().await;
    let manager = staffed(&ground).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    release::keep(&manager, "T1", &asks(true, Some("nadia@staff.example"))).await.unwrap();
    let (amina, _nadia) = (ground.sign_in(AMINA, None).await, ground.sign_in(NADIA, None).await);
    everybody_can_sign_in(&ground).await;
    jobs::do_what_is_due(&later(&ground, 0, "2026-11-01")).await.unwrap();
    // Just before the digests are made: it is not the deputy's yet.
    let asks_late = Ctx { now: amina.now + TimeDelta::days(8), ..amina.clone() };
    assert_eq!(sessions::book(&asks_late, id, "T1", false).await.unwrap(), Requested);
    let waits = vec!["1 booking waits for you".to_owned()];
    let both = [MANAGER, NADIA];
    let told = told_to(&ground, both, (8, "2026-11-02")).await;
    assert_eq!(told, [waits.clone(), Vec::new()]);
    let told = told_to(&ground, both, (16, "2026-11-10")).await;
    assert_eq!(told, [waits.clone(), waits], "and to the deputy");
    sessions::approve(&manager, id, person(&amina)).await.unwrap();
    let told = told_to(&ground, both, (24, "2026-11-18")).await;
    assert_eq!(told, [Vec::<String>::new(), Vec::new()]);
}

#[tokio::test]
async fn in_the_teams_window_a_seat_that_falls_to_somebody_is_booked_at_once() {
    for (window, wished_first) in [(false, true), (true, true), (true, false), (false, false)] {
        let (ground, cara) = with_educator().await;
        let manager = staffed(&ground).await;
        if window {
            // The session is on a Monday at 1pm.
            let monday = AddWindow {
                first: "2026-11-02".parse().unwrap(),
                every_weeks: 1,
                last: None,
                from: "12:00:00".parse().unwrap(),
                to: "17:00:00".parse().unwrap(),
            };
            release::add_window(&manager, "T1", monday).await.unwrap();
        }
        let (id, ben) = full(&ground, &cara).await;
        // Ten days ahead: too near for a seat to be booked without asking, but for the window.
        let amina = on(&ground.sign_in(AMINA, None).await, "2026-11-20");
        let waits = sessions::book(&amina, id, "T1", wished_first).await.unwrap();
        assert_eq!(waits, Waitlisted);
        assert_eq!(sessions::change_wish(&amina, id, true).await.unwrap(), Waitlisted);
        sessions::give_up(&on(&ben, "2026-11-20"), id).await.unwrap();
        let expected = if window { Booked } else { Offered };
        assert_eq!(own_state(&amina, id).await, Some(expected), "window: {window}");
    }
}

#[tokio::test]
async fn a_teams_release_is_its_managers_alone() {
    let ground = place().await;
    let manager = staffed(&ground).await;
    let cara = ground.sign_in(CARA, Some((Educator, "TH"))).await;
    assert!(is_not_found(release::release(&cara, "T1").await));
    assert!(is_not_found(release::release(&manager, "T2").await));
    let medical = Minimum { profession: "Dentistry".to_owned(), least: 1 };
    let nobody = release::keep_minimum(&manager, "T1", &KeepMinimum(medical)).await;
    assert_eq!(beside(nobody), "profession");
    keeps(&manager, 2).await;
    keeps(&manager, 3).await;
    let kept = release::release(&manager, "T1").await.unwrap().minimums;
    assert_eq!(kept, [("Nursing".to_owned(), 3)]);
    release::remove_minimum(&manager, "T1", "Nursing").await.unwrap();
    assert!(is_not_found(release::remove_minimum(&manager, "T1", "Nursing").await));
}
