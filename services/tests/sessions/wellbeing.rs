//! Wellbeing: asked once a quarter, counted with nobody in the count, and told where it points at nobody.

use super::place::{AMINA, BEN, CARA, on, place, says, scheduled, with_educator};
use crate::ground::{Ground, day};
use chrono::TimeDelta;
use domain::codes::GrantKind;
use domain::ids::SessionId;
use domain::sessions::feedback::FeedbackFields;
use domain::sessions::forms::DescribeSession;
use domain::sessions::register::TakeRegister;
use domain::sessions::wellbeing::Wellbeing;
use entities::{area, wellbeing_count};
use services::imports::Kind;
use services::{Ctx, sessions};
use std::collections::BTreeMap;

/// The day after the sessions, in the quarter from October to December.
const AFTER: &str = "2026-12-01";
const A_WEEK_EARLIER: &str = "2026-11-23T13:00:00";

/// A session that these people came to.
async fn came_to(educator: &Ctx, says: &DescribeSession, people: &[&Ctx]) -> SessionId {
    let id = scheduled(educator, says).await;
    for person in people {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&on(educator, AFTER), id, &everyone).await.unwrap();
    id
}

async fn answers(person: &Ctx, id: SessionId, wellbeing: &str) {
    let of = |level: &str| BTreeMap::from([("RSK-1".to_owned(), level.to_owned())]);
    let (before, now) = (&of("2"), &of("4"));
    let fields = FeedbackFields { reaction: "useful", before, now, wellbeing };
    sessions::give_feedback(person, id, fields).await.unwrap();
}

async fn is_asked(person: &Ctx, id: SessionId) -> bool {
    sessions::feedback_page(person, id).await.unwrap().asks_wellbeing
}

/// How many gave each answer, in the order in which they are offered; nobody where no row is kept.
async fn counted(ground: &Ground) -> Vec<i32> {
    let mut rows = ground.all::<wellbeing_count::Entity>().await;
    rows.sort_by_key(|row| row.answer);
    rows.iter().map(|row| row.people).collect()
}

#[tokio::test]
async fn an_answer_raises_one_count_of_its_place_and_quarter_and_no_answer_none() {
    let (ground, cara) = with_educator().await;
    let (ben, amina) = (ground.sign_in(BEN, None).await, ground.sign_in(AMINA, None).await);
    let id = came_to(&cara, &says("Safety plans"), &[&ben, &amina]).await;
    let (ben, amina) = (on(&ben, AFTER), on(&amina, AFTER));
    assert!(is_asked(&ben, id).await);
    answers(&ben, id, "").await;
    assert_eq!(counted(&ground).await, Vec::<i32>::new(), "nothing is counted without an answer");
    answers(&amina, id, "poor").await;
    assert_eq!(counted(&ground).await, [0, 0, 1, 0]);
    let areas = ground.all::<area::Entity>().await;
    let th = areas.iter().find(|area| area.code == "TH").unwrap().id;
    for row in ground.all::<wellbeing_count::Entity>().await {
        // The session was held for Network 1, a part of it.
        assert_eq!((row.area_id, row.quarter), (th, day("2026-10-01")));
    }
}

#[tokio::test]
async fn nobody_is_counted_twice_in_a_quarter() {
    let (ground, cara) = with_educator().await;
    let ben = ground.sign_in(BEN, None).await;
    let earlier = DescribeSession { starts: A_WEEK_EARLIER.parse().unwrap(), ..says("Listening") };
    let first = came_to(&cara, &earlier, &[&ben]).await;
    let second = came_to(&cara, &says("Safety plans"), &[&ben]).await;
    let ben = on(&ben, AFTER);
    answers(&ben, first, "good").await;
    assert!(!is_asked(&ben, second).await);
    // A hundred days by the clock are another quarter.
    let later = Ctx { now: ben.now + TimeDelta::days(100), ..ben.clone() };
    assert!(is_asked(&later, second).await);
    answers(&ben, second, "good").await;
    assert_eq!(counted(&ground).await, [0, 1, 0, 0], "what was sent without being asked");
}

#[tokio::test]
async fn a_session_that_belongs_to_no_place_does_not_ask() {
    let ground = place().await;
    let cara = ground.sign_in(CARA, Some((GrantKind::Educator, ""))).await;
    let ben = ground.sign_in(BEN, None).await;
    let everybody = DescribeSession { held_for: None, ..says("Safety plans") };
    let id = came_to(&cara, &everybody, &[&ben]).await;
    let ben = on(&ben, AFTER);
    assert!(!is_asked(&ben, id).await);
    answers(&ben, id, "poor").await;
    assert_eq!(counted(&ground).await, Vec::<i32>::new());
}

#[tokio::test]
async fn nothing_that_is_stored_joins_an_answer_to_whoever_gave_it() {
    let (ground, cara) = with_educator().await;
    let ben = ground.sign_in(BEN, None).await;
    let id = came_to(&cara, &says("Safety plans"), &[&ben]).await;
    answers(&on(&ben, AFTER), id, "very_poor").await;
    let mut told = String::new();
    macro_rules! tell {
        ($($table:ident)+) => {$(
            told.push_str(&format!("{:?}", ground.all::<entities::$table::Entity>().await));
        )+};
    }
    tell!(feedback feedback_confidence audit_entry draft viewing mail session booking_event);
    tell!(attendance_event evidence_item evidence_about reflection judgement account person);
    let told = told.to_lowercase();
    assert!(told.contains("give feedback"), "that feedback was given is known");
    assert!(!told.contains("very_poor") && !told.contains("verypoor"), "{told}");
    // Whatever was answered, the same four rows are written; there is no column that could say more.
    let rows = ground.all::<wellbeing_count::Entity>().await;
    assert_eq!(rows.len(), Wellbeing::ALL.len());
    for row in rows {
        let wellbeing_count::Model { area_id: _, quarter, answer: _, people } = row;
        assert_eq!(quarter, day("2026-10-01"), "no day");
        assert!(people <= 1);
    }
}

/// What whoever runs sessions is told on a day.
async fn told(educator: &Ctx, today: &str, within: &str) -> Vec<String> {
    let found = sessions::figures(&on(educator, today), within, ("", "")).await.unwrap();
    let said = |of: domain::sessions::wellbeing::QuarterSaid| {
        let about = format!("{}, {}: ", of.place, of.quarter.words());
        of.said.into_iter().map(move |one| format!("{about}{one}")).collect::<Vec<_>>()
    };
    found.wellbeing.into_iter().flat_map(said).collect()
}

#[tokio::test]
async fn what_a_few_answered_is_left_out() {
    let (ground, cara) = with_educator().await;
    let (ben, amina) = (ground.sign_in(BEN, None).await, ground.sign_in(AMINA, None).await);
    let id = came_to(&cara, &says("Safety plans"), &[&ben, &amina]).await;
    for person in [&ben, &amina] {
        answers(&on(person, AFTER), id, "very_poor").await;
    }
    assert_eq!(told(&cara, "2026-12-31", "").await, Vec::<String>::new(), "it goes on");
    let few = "Tower Hamlets, October to December 2026: How many of 2 said “Very good” or “Good” \
               is left out";
    assert_eq!(told(&cara, "2027-01-01", "").await, [few]);
    assert_eq!(told(&cara, "2027-01-01", "N1").await, [few], "the whole place");
    assert_eq!(told(&cara, "2027-01-01", "unknown").await, Vec::<String>::new());
    let days = ("2026-11-01", "2026-12-31");
    let part = sessions::figures(&on(&cara, "2027-01-01"), "", days).await.unwrap();
    assert!(part.wellbeing.is_empty(), "not the whole quarter");
}

#[tokio::test]
async fn what_enough_people_answered_is_told_rounded() {
    let (ground, cara) = with_educator().await;
    let head = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,\
                start_date,work_email";
    let numbers: Vec<String> = (10..30).map(|number| format!("E{number}")).collect();
    let line = |number: &String| {
        let email = format!("{}@staff.example", number.to_lowercase());
        format!("\n{number},Ada,{number},T1,PN,1.00,A{number},2024-01-01,{email}")
    };
    let staff: String = numbers.iter().map(line).collect();
    ground.bring(Kind::Staff, &format!("{head}{staff}\n")).await;
    let mut people = Vec::new();
    for number in &numbers {
        people.push(ground.sign_in(number, None).await);
    }
    let large = DescribeSession { capacity: 20, ..says("Safety plans") };
    let id = came_to(&cara, &large, &people.iter().collect::<Vec<_>>()).await;
    for (at, person) in people.iter().enumerate() {
        let said = if at < 12 { "good" } else { "very_poor" };
        answers(&on(person, AFTER), id, said).await;
    }
    assert_eq!(counted(&ground).await, [0, 12, 0, 8]);
    let about = "Tower Hamlets, October to December 2026: ";
    // 12 and 8 round to 10.
    let expected = ["0 of 20 said “Very good”", "10 of 20 said “Good”", "0 of 20 said “Poor”"];
    let expected = expected.into_iter().chain(["10 of 20 said “Very poor”"]);
    let expected: Vec<String> = expected.map(|words| format!("{about}{words}")).collect();
    assert_eq!(told(&cara, "2027-01-01", "").await, expected);
}
