//! Fifty people press *book* at once for the last five seats, half of them at each of two processes.

use crate::browser::{Browser, Page};
use crate::database::TestDatabase;
use crate::program::Process;
use chrono::{Days, NaiveDate, NaiveTime};
use domain::codes::GrantKind;
use domain::frameworks::Level;
use domain::ids::SessionId;
use domain::policy::Actor;
use domain::sessions::format::Format;
use domain::sessions::forms::DescribeSession;
use domain::sessions::numbers::LeastNumbers;
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use services::clock::Clock;
use services::db::Db;
use services::imports::{self, Kind, Options, Source, Watch};
use services::{Ctx, Services, accounts, grants, sessions};
use std::collections::BTreeSet;

const PEOPLE: usize = 50;
const SEATS: u16 = 5;
/// So many sessions, one a day; more where the environment asks for them.
const ROUNDS: u64 = 10;
const SETTING: &str = "ESTEEM_TEST_RACES";

const TODAY: &str = "2026-11-02";
const PASSWORD: &str = "copper lantern fjord 7";
/// Who teaches, by email.
const BEN: &str = "ben@staff.example";

/// A practice, and a mental health nurse beside it.
const FILES: [(Kind, &str); 6] = [
    (Kind::Areas, "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\n"),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nMH,Mental health trust,nhs_trust,N1\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code\nT1,Practice 1 team,primary_care,P1\n\
         M1,Community team,mental_health,MH\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,strand,refresh_months\n\
         RSK-1,RSK,Ask about risk,Asks openly,mental_health,24\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing,no\nMHN,Mental health nurse,mental_health,Nursing,yes\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,start_date\n\
         B1,Ben,Okoro,ben@staff.example,M1,MHN,1.00,A1,2024-01-01\n",
    ),
];

async fn bring(operator: &Ctx, kind: Kind, text: &str) {
    let source = Source::text(&format!("{kind}.csv"), text);
    let (options, watch) = (Options::at(operator.today), Watch::default());
    let checked = imports::check(operator, kind, &source, &options, &watch).await.unwrap();
    imports::merge(operator, checked, &watch).await.unwrap();
}

/// The place with fifty nurses: the command line's view of it, and that of the mental health nurse, who teaches there.
async fn place(database: &TestDatabase) -> (Ctx, Ctx) {
    let db = Db::connect(&database.url).await.unwrap();
    db.migrate().await.unwrap();
    let services = Services::new(db, Clock::new(Some(TODAY.parse().unwrap())));
    let operator = services.as_actor(Actor::Operator);
    for (kind, text) in FILES {
        bring(&operator, kind, text).await;
    }
    let (_, staff) = FILES[5];
    let head = staff.lines().next().unwrap();
    let nurse = |nth| {
        format!("R{nth},Nurse{nth},Race,r{nth}@staff.example,T1,PN,1.00,AR{nth},2024-01-01\n")
    };
    let nurses: String = (0..PEOPLE).map(nurse).collect();
    bring(&operator, Kind::Staff, &format!("{head}\n{nurses}")).await;
    let account = accounts::add(&operator, BEN, None).await.unwrap();
    let network = grants::find_place(&operator, Some("N1")).await.unwrap();
    grants::give(&operator, account, GrantKind::Educator, network).await.unwrap();
    let ben = services.as_actor(accounts::actor_with(&operator, BEN).await.unwrap());
    (operator, ben)
}

/// A process of the program on this database.
async fn process(database: &TestDatabase) -> Process {
    let key = database.signing_key.display().to_string();
    let settings = [
        ("ESTEEM_DATABASE_URL", database.url.as_str()),
        ("ESTEEM_SIGNING_KEY", key.as_str()),
        ("ESTEEM_TODAY", TODAY),
    ];
    Process::start(&settings).ready().await
}

/// The nurses, each signed in: at the one process and the other in turn.
async fn nurses(operator: &Ctx, processes: &[Process; 2]) -> Vec<Browser> {
    let each = (0..PEOPLE).map(|nth| {
        let browser = Browser::before(&processes[nth % 2]);
        tokio::spawn(signed_in(operator.clone(), nth, browser))
    });
    let each: Vec<_> = each.collect();
    let mut nurses = Vec::new();
    for nurse in each {
        nurses.push(nurse.await.unwrap());
    }
    nurses
}

async fn signed_in(operator: Ctx, nth: usize, mut browser: Browser) -> Browser {
    let email = format!("r{nth}@staff.example");
    let account = accounts::add(&operator, &email, None).await.unwrap();
    let password = accounts::Password::parse(PASSWORD, PASSWORD, &email).unwrap();
    accounts::set_password(&operator, account, password).await.unwrap();
    let fields =
        [("form", "sign_in"), ("then", ""), ("email", email.as_str()), ("password", PASSWORD)];
    let page = browser.post("/sign-in", &fields).await;
    assert!(page.status == 200 && browser.is_signed_in(), "{email}: {}", page.status);
    browser
}

/// A session of that day with five seats, led by whoever plans it.
async fn with_five_seats(ben: &Ctx, day: NaiveDate) -> SessionId {
    let says = DescribeSession {
        title: "The last seats".to_owned(),
        about: None,
        format: Format::Workshop,
        starts: day.and_time(NaiveTime::from_hms_opt(13, 0, 0).unwrap()),
        minutes: 60,
        held_for: Some("N1".to_owned()),
        venue: Some("The surgery".to_owned()),
        link: None,
        capacity: SEATS,
        booking_opens: None,
        booking_ends: None,
        invited_only: false,
        least: LeastNumbers::default(),
    };
    let id = sessions::draft(ben, &says).await.unwrap();
    let builds = [("RSK-1".to_owned(), Level::KNOWS_HOW)].into();
    sessions::set_outcomes(ben, id, &builds).await.unwrap();
    sessions::schedule(ben, id, "The practices asked for it").await.unwrap();
    id
}

/// What each of them is shown, having asked for a seat at the same moment as the others.
async fn all_book(nurses: Vec<Browser>, id: SessionId) -> (Vec<Browser>, Vec<Page>) {
    let book = move |mut nurse: Browser| async move {
        let id = id.to_string();
        let fields = [("form", "book_seat"), ("id", id.as_str()), ("team", "T1"), ("at_once", "")];
        let page = nurse.post(&format!("/sessions/{id}"), &fields).await;
        (nurse, page)
    };
    let asked: Vec<_> = nurses.into_iter().map(|nurse| tokio::spawn(book(nurse))).collect();
    let mut told = Vec::new();
    for one in asked {
        told.push(one.await.unwrap());
    }
    told.into_iter().unzip()
}

/// The states of a session's bookings in the order in which they were recorded, each with the number of its nurse.
async fn recorded(ctx: &Ctx, id: SessionId) -> Vec<(String, usize)> {
    let db = ctx.db().read();
    let sql = "SELECT b.state, p.employee_number FROM booking_event b JOIN person p ON p.id = b.person_id \
               WHERE b.session_id = $1 ORDER BY b.sequence";
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, [id.0.into()]);
    let rows = db.query_all_raw(asked).await.unwrap();
    let row = |row: &QueryResult| {
        let number: String = row.try_get("", "employee_number").unwrap();
        let state: String = row.try_get("", "state").unwrap();
        (state, number.trim_start_matches('R').parse().unwrap())
    };
    rows.iter().map(row).collect()
}

/// Each asked once, the first five have a seat, the others wait; and each was told what was recorded of them, with their place.
fn is_told(recorded: &[(String, usize)], told: &[Page]) {
    let people: BTreeSet<usize> = recorded.iter().map(|(_, nurse)| *nurse).collect();
    assert_eq!((recorded.len(), people.len()), (PEOPLE, PEOPLE), "each once: {recorded:?}");
    for (before, (state, nurse)) in recorded.iter().enumerate() {
        let (expected, words) = match before.checked_sub(usize::from(SEATS)) {
            None => ("booked", "You have a seat".to_owned()),
            Some(waiting) => {
                ("waitlisted", format!("You are number {} on the waiting list.", waiting + 1))
            }
        };
        assert_eq!(state, expected, "{recorded:?}");
        let Page { status, html, .. } = &told[*nurse];
        assert!(*status == 200 && html.contains(&words), "R{nurse}: {words}: {status} {html}");
    }
}

/// Whoever was first gives their seat up, and it is offered to the first who waits.
async fn goes_on(ctx: &Ctx, id: SessionId, nurses: &mut [Browser], booked: &[(String, usize)]) {
    let (leaves, waits) = (booked[0].1, booked[usize::from(SEATS)].1);
    let (at, number) = (format!("/sessions/{id}"), id.to_string());
    let fields = [("form", "give_up_seat"), ("id", number.as_str())];
    assert_eq!(nurses[leaves].post(&at, &fields).await.status, 200);
    let since = recorded(ctx, id).await.split_off(PEOPLE);
    let expected = [("cancelled_by_person", leaves), ("offered", waits)];
    assert_eq!(since, expected.map(|(state, nurse)| (state.to_owned(), nurse)));
    let page = nurses[waits].get(&at).await;
    assert!(page.html.contains("A seat is offered to you until"), "R{waits}: {}", page.html);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_who_book_the_last_five_seats_at_once_five_hold_one_and_the_others_wait_in_order()
{
    let rounds = std::env::var(SETTING).map_or(ROUNDS, |asked| asked.parse().unwrap());
    let database = TestDatabase::new().await;
    let (operator, ben) = Box::pin(place(&database)).await;
    let processes = [process(&database).await, process(&database).await];
    let mut nurses = nurses(&operator, &processes).await;
    let first: NaiveDate = "2026-12-01".parse().unwrap();
    for round in 0..rounds {
        let id = with_five_seats(&ben, first + Days::new(round)).await;
        let (browsers, told) = all_book(nurses, id).await;
        nurses = browsers;
        let booked = recorded(&operator, id).await;
        is_told(&booked, &told);
        let seats = sessions::session(&ben, id).await.unwrap().seats;
        assert_eq!((seats.held, seats.waiting), (usize::from(SEATS), PEOPLE - usize::from(SEATS)));
        goes_on(&operator, id, &mut nurses, &booked).await;
    }
}
