//! Two practices in two networks, a mental health team, and a session on risk held for one of the networks.

use crate::ground::{Ground, ground};
use domain::codes::GrantKind;
use domain::frameworks::Level;
use domain::ids::SessionId;
use domain::sessions::BookingState;
use domain::sessions::format::Format;
use domain::sessions::forms::{AddLead, DescribeSession};
use domain::sessions::numbers::LeastNumbers;
use entities::booking_event;
use services::imports::Kind;
use services::{Ctx, sessions};

const FILES: [(Kind, &str); 7] = [
    (
        Kind::Areas,
        "code,name,kind,parent_code\nTH,Tower Hamlets,place,\nN1,Network 1,network,TH\nN2,Network 2,network,TH\n",
    ),
    (
        Kind::Organisations,
        "code,name,sector,network_code\nP1,Practice 1,gp_practice,N1\nP2,Practice 2,gp_practice,N2\n\
         MH,Mental health trust,nhs_trust,N1\n",
    ),
    (
        Kind::Teams,
        "code,name,setting,organisation_code,area_code\nT1,Practice 1 team,primary_care,P1,\n\
         T2,Practice 2 team,primary_care,P2,\nT3,Wellbeing team,wellbeing,P1,\n\
         M1,Community team,mental_health,MH,\n",
    ),
    (
        Kind::Framework,
        "code,domain_code,title,statement,strand,refresh_months\n\
         RSK-1,RSK,Ask about risk,Asks openly,mental_health,24\n\
         LTC-1,LTC,Heart and mood,Checks both,integrated_care,24\n",
    ),
    (
        Kind::Roles,
        "code,title,setting,esr_staff_group,mental_health_professional\n\
         PN,Practice nurse,primary_care,Nursing,no\nGP,General practitioner,primary_care,Medical,no\n\
         MHN,Mental health nurse,mental_health,Nursing,yes\n",
    ),
    (
        Kind::Staff,
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,work_email\n\
         E1,Amina,Khan,T1,PN,0.50,A1,2024-01-01,amina@staff.example\n\
         E1,Amina,Khan,T3,PN,0.50,A2,2024-01-01,amina@staff.example\n\
         E2,Ben,Okoro,T1,GP,1.00,A3,2024-01-01,ben@staff.example\n\
         E3,Cara,Miah,M1,MHN,1.00,A4,2024-01-01,cara@staff.example\n\
         E4,Dan,Reid,M1,MHN,1.00,A5,2024-01-01,dan@staff.example\n\
         E5,Eve,Ali,T2,PN,1.00,A6,2024-01-01,eve@staff.example\n",
    ),
    (
        Kind::Judgements,
        "employee_number,competency_code,kind,made_on,level\nE5,LTC-1,confirmed,2026-05-01,4\n",
    ),
];

/// The people, by employee number: a nurse in two teams, a doctor beside her, two mental health nurses, and a nurse of the
/// other practice.
pub const AMINA: &str = "E1";
pub const BEN: &str = "E2";
pub const CARA: &str = "E3";
pub const DAN: &str = "E4";
pub const EVE: &str = "E5";

pub async fn place() -> Ground {
    let ground = ground().await;
    for (kind, text) in FILES {
        ground.bring(kind, text).await;
    }
    ground
}

/// The place with an educator, who is a mental health nurse.
pub async fn with_educator() -> (Ground, Ctx) {
    let ground = place().await;
    let cara = ground.sign_in(CARA, Some((GrantKind::Educator, "TH"))).await;
    (ground, cara)
}

/// Where people reach this installation.
pub const BASE_URL: &str = "https://esteem.example";

/// So many nurses of Practice 1, signed in.
pub async fn crowd(ground: &Ground, many: usize) -> Vec<Ctx> {
    let mut text =
        "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date\n"
            .to_owned();
    for n in 0..many {
        text.push_str(&format!("C{n},Nurse,Number {n},T1,PN,1.00,B{n},2024-01-01\n"));
    }
    ground.bring(Kind::Staff, &text).await;
    let mut crowd = Vec::new();
    for n in 0..many {
        crowd.push(ground.sign_in(&format!("C{n}"), None).await);
    }
    crowd
}

/// Why sessions go ahead here, where nobody was promised time.
pub const WHY: &str = "The practices asked for it";

/// What every session begins at; four weeks after what the tests call today, a Sunday.
pub const STARTS: &str = "2026-11-30T13:00:00";

/// A workshop of an hour with five seats, for Network 1.
pub fn says(title: &str) -> DescribeSession {
    DescribeSession {
        title: title.to_owned(),
        about: None,
        format: Format::Workshop,
        starts: STARTS.parse().unwrap(),
        minutes: 60,
        held_for: Some("N1".to_owned()),
        venue: Some("Room 1".to_owned()),
        link: Some("https://meet.example/risk".to_owned()),
        capacity: 5,
        booking_opens: None,
        booking_ends: None,
        invited_only: false,
        least: LeastNumbers::default(),
    }
}

/// The day on which [`for_two_days`] is under way, whatever the time.
pub const UNDER_WAY: &str = "2026-11-30";

/// The same from midday of the day before, for 40 hours.
pub fn for_two_days(title: &str) -> DescribeSession {
    let starts = "2026-11-29T12:00:00".parse().unwrap();
    DescribeSession { starts, minutes: 2_400, ..says(title) }
}

/// What is asked of nurses and doctors, who hold nothing of it: the level that coming to a session is evidence for.
pub const ASKED: &str = "role_code,competency_code,required_level,necessity,critical\nPN,RSK-1,1,core,yes\nGP,RSK-1,1,core,no\n";

/// A draft that builds a competency at level 2.
pub async fn drafted(ctx: &Ctx, says: &DescribeSession, builds: &str) -> SessionId {
    let id = sessions::draft(ctx, says).await.unwrap();
    let levels = [(builds.to_owned(), Level::KNOWS_HOW)].into();
    sessions::set_outcomes(ctx, id, &levels).await.unwrap();
    id
}

pub async fn scheduled(ctx: &Ctx, says: &DescribeSession) -> SessionId {
    let id = drafted(ctx, says, "RSK-1").await;
    sessions::schedule(ctx, id, WHY).await.unwrap();
    id
}

/// A session with one seat, which Ben has.
pub async fn full(ground: &Ground, educator: &Ctx) -> (SessionId, Ctx) {
    let id = scheduled(educator, &DescribeSession { capacity: 1, ..says("Safety plans") }).await;
    let ben = ground.sign_in(BEN, None).await;
    assert_eq!(sessions::book(&ben, id, "T1", false).await.unwrap(), BookingState::Booked);
    (id, ben)
}

/// The same person another day.
pub fn on(ctx: &Ctx, day: &str) -> Ctx {
    Ctx { today: day.parse().unwrap(), ..ctx.clone() }
}

/// Says of one post that it ends with a day before the sessions begin.
pub async fn ends(ground: &Ground, post: &str) {
    let head = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,work_email,\
                leaving_date";
    ground.bring(Kind::Staff, &format!("{head}\n{post},2026-11-15\n")).await;
}

pub fn colleague(written: &str) -> AddLead {
    let (written, reason) = (written.to_owned(), WHY.to_owned());
    AddLead::Colleague { written, lived_experience: false, reason }
}

/// Somebody from elsewhere.
pub fn other(professional: bool) -> AddLead {
    AddLead::Other {
        name: "Farzana Noor".to_owned(),
        organisation: "City College".to_owned(),
        professional,
        lived_experience: true,
    }
}

pub async fn own_state(ctx: &Ctx, id: SessionId) -> Option<BookingState> {
    sessions::session(ctx, id).await.unwrap().own.state
}

/// What was recorded, in its order.
pub async fn events(ground: &Ground) -> Vec<booking_event::Model> {
    let mut events = ground.all::<booking_event::Entity>().await;
    events.sort_by_key(|event| (event.session_id, event.sequence));
    events
}

pub fn is_not_found<T: std::fmt::Debug>(result: services::Result<T>) -> bool {
    let refused = result.unwrap_err();
    matches!(refused, services::Error::Refused(domain::refusal::Refusal::NotFound(_)))
}

/// The words of a refusal; a fault of ours is none.
pub fn refused<T: std::fmt::Debug>(result: services::Result<T>) -> String {
    match result.unwrap_err() {
        services::Error::Refused(refusal) => refusal.to_string(),
        fault @ services::Error::Fault(_) => panic!("{fault}"),
    }
}

/// The field that a message stands beside.
pub fn beside<T: std::fmt::Debug>(result: services::Result<T>) -> String {
    match result.unwrap_err() {
        services::Error::Refused(domain::refusal::Refusal::Fields(told)) => told.0[0].field.clone(),
        other => panic!("{other:?}"),
    }
}
