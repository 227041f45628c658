//! What teams ask to be taught: who asks, who answers, what becomes of it, and who is told.

use crate::ground::Ground;
use crate::sessions::place::{
    BEN, DAN, EVE, WHY, beside, is_not_found, on, refused, says, with_educator,
};
use domain::codes::GrantKind::{Educator, PracticeLead, TeamManager};
use domain::ids::{SessionId, SessionRequestId};
use domain::outbox::Sender;
use domain::session_requests::forms::{AskForSession, DeclineRequest};
use domain::session_requests::{DeclineReason, RequestState};
use domain::sessions::CancelReason;
use domain::sessions::forms::{CancelSession, DescribeSession};
use entities::{account, mail, session_request_event};
use sea_orm::EntityTrait;
use sea_orm::prelude::Expr;
use services::outbox::{due, hand_over};
use services::sessions::Begin;
use services::{Ctx, session_requests, sessions};

const SENDER: Sender<'static> =
    Sender { base_url: "https://esteem.example", address: "esteem@example.nhs.uk" };

fn capacity() -> AskForSession {
    AskForSession {
        need: "Capacity and consent".to_owned(),
        needed_by: "2027-01-31".parse().unwrap(),
        people: 8,
        competencies: vec!["RSK-1".to_owned()],
    }
}

/// An educator, the manager of a team in their place, and what she asks.
async fn asked() -> (Ground, Ctx, Ctx, SessionRequestId) {
    let (ground, cara) = with_educator().await;
    let manager = ground.sign_in(EVE, Some((TeamManager, "T1"))).await;
    let id = session_requests::ask(&manager, "T1", &capacity()).await.unwrap();
    (ground, cara, manager, id)
}

async fn state(ctx: &Ctx) -> RequestState {
    session_requests::of_team(ctx, "T1", 1).await.unwrap().requests.entries[0].state
}

async fn plan(educator: &Ctx, id: SessionRequestId) -> services::Result<SessionId> {
    let says = DescribeSession { held_for: Some("T1".to_owned()), ..says("Capacity") };
    sessions::draft_from(educator, &says, &Begin::Request(id)).await
}

#[tokio::test]
async fn managers_and_practice_leads_ask_and_educators_of_the_place_see_it() {
    let (ground, cara, manager, _) = asked().await;
    let open = session_requests::open(&cara, 1).await.unwrap();
    let line = &open.entries[0];
    assert_eq!((line.need.as_str(), line.people), ("Capacity and consent", 8));
    assert_eq!((line.competencies[0].code.as_str(), line.asked_by.as_str()), ("RSK-1", "Eve Ali"));
    let lead = ground.sign_in(BEN, Some((PracticeLead, "T1"))).await;
    session_requests::ask(&lead, "T1", &capacity()).await.unwrap();
    assert!(is_not_found(session_requests::ask(&lead, "T2", &capacity()).await));
    assert!(is_not_found(session_requests::ask(&cara, "T1", &capacity()).await), "she answers");
    let elsewhere = ground.sign_in(DAN, Some((Educator, "N2"))).await;
    assert!(session_requests::open(&elsewhere, 1).await.unwrap().entries.is_empty());
    assert!(is_not_found(session_requests::open(&manager, 1).await));
    // Two requests of one team: one team asks.
    assert_eq!(session_requests::open(&cara, 1).await.unwrap().total, 2);
    assert_eq!(session_requests::waiting(&cara).await.unwrap(), 1);
    assert_eq!(session_requests::waiting(&elsewhere).await.unwrap(), 0);
    assert_eq!(session_requests::waiting(&manager).await.unwrap(), 0);
    let unknown = AskForSession { competencies: vec!["XX-1".to_owned()], ..capacity() };
    assert_eq!(beside(session_requests::ask(&manager, "T1", &unknown).await), "codes");
}

#[tokio::test]
async fn a_session_comes_of_a_request_once_and_where_it_stands_follows_the_session() {
    let (ground, cara, manager, request) = asked().await;
    let id = plan(&cara, request).await.unwrap();
    let detail = sessions::session(&cara, id).await.unwrap();
    assert_eq!(detail.invited[0].code, "T1");
    assert_eq!((detail.outcomes[0].competency.code.as_str(), detail.leads.len()), ("RSK-1", 1));
    assert_eq!(state(&manager).await, RequestState::Planned);
    assert!(refused(plan(&cara, request).await).contains("answered or withdrawn"));
    let sessions_made = ground.all::<entities::session::Entity>().await;
    assert_eq!(sessions_made.len(), 1, "nothing is left of the second");
    sessions::schedule(&cara, id, WHY).await.unwrap();
    assert_eq!(state(&manager).await, RequestState::Scheduled);
    assert_eq!(state(&on(&manager, "2026-12-01")).await, RequestState::Held);
    let why = CancelSession(CancelReason::LowNumbers);
    sessions::cancel(&cara, id, why).await.unwrap();
    assert_eq!(state(&manager).await, RequestState::Open);
    assert_eq!(session_requests::open(&cara, 1).await.unwrap().total, 1);
    plan(&cara, request).await.unwrap();
    assert_eq!(ground.all::<session_request_event::Entity>().await.len(), 2, "history is kept");
}

#[tokio::test]
async fn what_is_declined_or_withdrawn_stays_so_and_is_only_for_those_it_is_for() {
    let (ground, cara, manager, id) = asked().await;
    let no = DeclineRequest(DeclineReason::NobodyFree);
    let elsewhere = ground.sign_in(DAN, Some((Educator, "N2"))).await;
    assert!(is_not_found(session_requests::decline(&elsewhere, id, no).await));
    assert!(is_not_found(plan(&elsewhere, id).await));
    assert!(is_not_found(session_requests::withdraw(&cara, id).await));
    session_requests::decline(&cara, id, no).await.unwrap();
    assert_eq!(state(&manager).await, RequestState::Declined);
    assert!(refused(session_requests::withdraw(&manager, id).await).contains("answered"));
    let second = session_requests::ask(&manager, "T1", &capacity()).await.unwrap();
    session_requests::withdraw(&manager, second).await.unwrap();
    assert_eq!(state(&manager).await, RequestState::Withdrawn);
    assert!(refused(session_requests::decline(&cara, second, no).await).contains("withdrawn"));
}

#[tokio::test]
async fn whoever_asked_is_told_the_answer_unless_another_followed() {
    let (ground, cara, manager, id) = asked().await;
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value("set"))
        .exec(ground.services.db.read())
        .await
        .unwrap();
    session_requests::decline(&cara, id, DeclineRequest(DeclineReason::Other)).await.unwrap();
    let second = session_requests::ask(&manager, "T1", &capacity()).await.unwrap();
    plan(&cara, second).await.unwrap();
    assert_eq!(ground.all::<mail::Entity>().await.len(), 2);
    let operator = ground.operator();
    let mut told = Vec::new();
    for one in due(&operator, 99).await.unwrap() {
        let letter = hand_over(&operator, one, SENDER).await.unwrap().unwrap();
        told.push((letter.to, letter.words.subject));
    }
    told.sort();
    let to = |subject: &str| ("e5@staff.example".to_owned(), format!("Esteem: {subject}"));
    let expected = [
        to("a session you asked for is being planned"),
        to("your request for a session was declined"),
    ];
    assert_eq!(told, expected);
}
