//! How many sessions a team is due in a year, and which of them count: by the seats that its people hold, and by who came.

use super::place::{AMINA, BEN, is_not_found, on, place, says, scheduled, with_educator};
use domain::codes::GrantKind::WorkforceLead;
use domain::sessions::forms::{CancelSession, DescribeSession};
use domain::sessions::register::{Attendance, Correction, Mark, TakeRegister, WalkIn};
use domain::sessions::{Attendee, CancelReason};
use services::imports::Kind;
use services::{Ctx, sessions};

/// What a team is due, and what it has booked.
async fn of(ctx: &Ctx, team: &str) -> (u16, usize) {
    let list = sessions::entitlements(ctx, team, 1).await.unwrap();
    let line = list.lines.entries.into_iter().find(|line| line.team.code == team).unwrap();
    (line.entitlement.due, line.entitlement.booked)
}

#[tokio::test]
async fn a_session_counts_for_an_invited_team_once_enough_of_it_have_a_seat() {
    let (ground, cara) = with_educator().await;
    let lead = ground.operator();
    let id = scheduled(&cara, &says("Safety plans")).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    assert_eq!(of(&lead, "T1").await, (3, 0), "it is not invited");
    sessions::invite(&cara, id, "T1").await.unwrap();
    // Amina and Ben: one of two is half of them.
    assert_eq!(of(&lead, "T1").await, (3, 1));
    let next_year = "2027-04-01T13:00:00".parse().unwrap();
    let later = scheduled(&cara, &DescribeSession { starts: next_year, ..says("Recovery") }).await;
    sessions::invite(&cara, later, "T1").await.unwrap();
    sessions::book(&ben, later, "T1", false).await.unwrap();
    assert_eq!(of(&lead, "T1").await, (3, 1), "another year");
    sessions::give_up(&ben, id).await.unwrap();
    assert_eq!(of(&lead, "T1").await, (3, 0));
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T3", false).await.unwrap();
    assert_eq!(of(&lead, "T1").await, (3, 0), "she comes from another team");
    let why = CancelSession(CancelReason::LowNumbers);
    sessions::cancel(&cara, id, why).await.unwrap();
    assert_eq!(of(&lead, "T1").await, (3, 0));
}

/// What of it was delivered.
async fn delivered(ctx: &Ctx, team: &str) -> usize {
    let list = sessions::entitlements(ctx, team, 1).await.unwrap();
    let line = list.lines.entries.into_iter().find(|line| line.team.code == team).unwrap();
    line.entitlement.delivered
}

#[tokio::test]
async fn a_session_is_delivered_once_enough_of_the_team_came_and_its_register_is_closed() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::invite(&cara, id, "T1").await.unwrap();
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let (cara, lead) = (on(&cara, "2026-12-01"), on(&ground.operator(), "2026-12-01"));
    let marks = Vec::new();
    let all = TakeRegister { marks, service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &all).await.unwrap();
    assert_eq!((of(&lead, "T1").await.1, delivered(&lead, "T1").await), (1, 0), "it is open");
    sessions::close_register(&cara, id).await.unwrap();
    assert_eq!((of(&lead, "T1").await.1, delivered(&lead, "T1").await), (0, 1));
    // What was said last counts.
    sessions::reopen_register(&cara, id, Correction::MarkedWrongly).await.unwrap();
    let attendee = Attendee::Person(ben.actor.person().unwrap());
    let was = Some(Attendance::Attended);
    let marks = vec![Mark { attendee, was, now: Some(Attendance::DidNotAttend) }];
    let absent = TakeRegister { marks, service_users: None, everyone_else_arrived: false };
    sessions::take_register(&cara, id, &absent).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    assert_eq!((of(&lead, "T1").await.1, delivered(&lead, "T1").await), (0, 0));
    // Whoever walked in comes from the team of her post with the highest FTE: of two like it, the first.
    sessions::reopen_register(&cara, id, Correction::LeftOut).await.unwrap();
    let amina = WalkIn::Colleague("amina@staff.example".to_owned());
    sessions::add_walk_in(&cara, id, &amina).await.unwrap();
    sessions::close_register(&cara, id).await.unwrap();
    assert_eq!(delivered(&lead, "T1").await, 1);
}

#[tokio::test]
async fn those_furthest_behind_come_first_and_only_figures_that_are_seen() {
    let ground = place().await;
    let due = "code,name,setting,organisation_code,sessions_due_per_year\n\
         T2,Practice 2 team,primary_care,P2,6\nT3,Wellbeing team,wellbeing,P1,0\n";
    ground.bring(Kind::Teams, due).await;
    let list = sessions::entitlements(&ground.operator(), "", 1).await.unwrap().lines;
    let codes: Vec<_> = list.entries.iter().map(|line| line.team.code.as_str()).collect();
    assert_eq!(codes, ["T2", "M1", "T1", "T3"]);
    let lead = ground.sign_in(BEN, Some((WorkforceLead, "N1"))).await;
    let list = sessions::entitlements(&lead, "", 1).await.unwrap().lines;
    assert!(list.entries.iter().all(|line| line.team.code != "T2"));
    let amina = ground.sign_in(AMINA, None).await;
    assert!(is_not_found(sessions::entitlements(&amina, "", 1).await));
}
