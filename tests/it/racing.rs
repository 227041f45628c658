//! Fifty people press *book* at once for the last five seats, half of them at each of two processes.

use crate::practice::practice;
use crate::sessions::scheduled;
use crate::small::bring;
use chrono::{Days, NaiveDate};
use domain::codes::GrantKind;
use domain::imports::Kind;
use http::StatusCode;
use http::header::SET_COOKIE;
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeSet;
use tests::installation::PASSWORD;
use tests::{Installation, Page, User};
use tokio::task::JoinSet;

const PEOPLE: usize = 50;
const SEATS: usize = 5;
/// So many sessions, one a day; more where the environment asks for them.
const ROUNDS: u64 = 20;
const SETTING: &str = "ESTEEM_TEST_RACES";

/// Nurses with accounts, at the one process and the other in turn.
async fn nurses(esteem: &Installation, other: &Installation) -> Vec<User> {
    let row = |nth| {
        format!("R{nth},Nurse{nth},Race,r{nth}@staff.example,T1,PN,1.00,AR{nth},2024-01-01\n")
    };
    let head = "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,start_date\n";
    let rows: String = (0..PEOPLE).map(row).collect();
    bring(esteem, Kind::Staff, &format!("{head}{rows}")).await;
    let mut all = Vec::new();
    for nth in 0..PEOPLE {
        let email = format!("r{nth}@staff.example");
        let here = esteem.somebody(&email, &[]).await;
        if nth % 2 == 0 {
            all.push(here);
            continue;
        }
        let mut there = other.stranger();
        there.sign_in(&email, PASSWORD).await;
        all.push(there);
    }
    all
}

/// A session of that day with five seats, led by the mental health nurse who plans it; its address.
async fn with_five_seats(ben: &mut User, new: &Page, day: NaiveDate) -> String {
    let [seats, date, month, year] = [
        SEATS.to_string(),
        day.format("%d").to_string(),
        day.format("%m").to_string(),
        day.format("%Y").to_string(),
    ];
    let answers = [
        ("title", "The last seats"),
        ("format", "workshop"),
        ("day-day", &date),
        ("day-month", &month),
        ("day-year", &year),
        ("time", "1pm"),
        ("minutes", "60"),
        ("held_for", "N1"),
        ("venue", "The surgery"),
        ("capacity", &seats),
    ];
    let draft = ben.submit(new, "draft_session", &answers).await;
    let at = draft.path.clone();
    let built = ben.visit(&format!("{at}/competencies")).await;
    ben.submit(&built, "set_session_outcomes", &[("level[RSK-1]", "2")]).await;
    scheduled(ben, &at).await;
    at
}

/// What each was told, all having asked at the same moment.
async fn all_book(nurses: Vec<User>, at: &str, fields: &[(String, String)]) -> Vec<(User, Page)> {
    let mut race = JoinSet::new();
    for (nth, mut nurse) in nurses.into_iter().enumerate() {
        let (at, fields) = (at.to_owned(), fields.to_vec());
        race.spawn(async move {
            let told = nurse.post(&at, &fields).await;
            (nth, nurse, told)
        });
    }
    let mut told = race.join_all().await;
    told.sort_by_key(|(nth, ..)| *nth);
    told.into_iter().map(|(_, nurse, told)| (nurse, told)).collect()
}

/// The sentence that an answer leaves for the next page, as its cookie writes it.
fn notice(told: &Page) -> &str {
    let mut all = told.headers.get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    all.rfind(|cookie| cookie.starts_with("esteem-notice=")).expect("a notice")
}

/// The states of a session's bookings in the order in which they were recorded, each with the person's number.
async fn recorded(esteem: &Installation, at: &str) -> Vec<(String, String)> {
    let db = esteem.services.db.read();
    let id = uuid::Uuid::parse_str(at.trim_start_matches("/sessions/")).expect("an id");
    let sql = "SELECT b.state, p.employee_number FROM booking_event b JOIN person p ON p.id = b.person_id \
               WHERE b.session_id = $1 ORDER BY b.sequence";
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, [id.into()]);
    let rows = db.query_all_raw(asked).await.expect("the bookings");
    let row = |row: &sea_orm::QueryResult| {
        (
            row.try_get("", "state").expect("a state"),
            row.try_get("", "employee_number").expect("a number"),
        )
    };
    rows.iter().map(row).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_who_book_the_last_five_seats_at_once_five_hold_one_and_the_others_wait_in_order()
{
    let rounds =
        std::env::var(SETTING).map_or(ROUNDS, |asked| asked.parse().expect("a number of rounds"));
    let esteem = practice().await;
    let other = esteem.beside().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let new = ben.visit("/sessions/new").await;
    let mut nurses = nurses(&esteem, &other).await;
    let first: NaiveDate = "2026-12-01".parse().expect("a day");
    for round in 0..rounds {
        let at = with_five_seats(&mut ben, &new, first + Days::new(round)).await;
        let fields = nurses[0].visit(&at).await.form("book_seat");
        let told = all_book(nurses, &at, &fields).await;
        for (_, told) in &told {
            assert_eq!(told.status, StatusCode::SEE_OTHER, "round {round}: {}", told.words());
        }
        let recorded = recorded(&esteem, &at).await;
        let people: BTreeSet<_> = recorded.iter().map(|(_, number)| number).collect();
        assert_eq!((recorded.len(), people.len()), (PEOPLE, PEOPLE), "round {round}: each once");
        let (seated, waiting) = recorded.split_at(SEATS);
        assert!(seated.iter().all(|(state, _)| state == "booked"), "round {round}: {recorded:?}");
        assert!(
            waiting.iter().all(|(state, _)| state == "waitlisted"),
            "round {round}: {recorded:?}"
        );
        for (nth, (_, told)) in told.iter().enumerate() {
            let waits = waiting.iter().any(|(_, number)| *number == format!("R{nth}"));
            assert_eq!(notice(told).contains("waiting"), waits, "round {round}: R{nth}");
        }
        nurses = told.into_iter().map(|(nurse, _)| nurse).collect();
        if round + 1 < rounds {
            continue;
        }
        // Each reads on the page what the events say; that takes longer than the race, so it is done for the last of them.
        for (nth, nurse) in nurses.iter_mut().enumerate() {
            let page = nurse.visit(&at).await;
            let place = recorded.iter().position(|(_, number)| *number == format!("R{nth}"));
            let place = place.expect("a booking");
            let words = match place < SEATS {
                true => "You have a seat".to_owned(),
                false => format!("You are number {} on the waiting list.", place - SEATS + 1),
            };
            assert!(page.says(&words), "R{nth}: {words}: {}", page.words());
        }
    }
}
