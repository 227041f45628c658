//! A team asks for a session and sees what becomes of it; educators plan from it, or decline with a reason.

use crate::practice::{practice, sign_in};
use crate::sessions::{filled, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

const ASKED: [(&str, &str); 6] = [
    ("need", "Capacity and consent, for home visits"),
    ("needed_by-day", "31"),
    ("needed_by-month", "1"),
    ("needed_by-year", "2027"),
    ("people", "8"),
    ("codes[]", "RSK-1"),
];

async fn educator(esteem: &Installation) -> User {
    esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await
}

/// Dan's page, once he has asked.
async fn asked(dan: &mut User) -> Page {
    let page = dan.visit("/teams/T1/session-requests").await;
    let sent = dan.submit(&page, "ask_for_session", &ASKED).await;
    assert!(sent.says("Educators who teach for your team see it"), "{}", sent.words());
    sent
}

#[tokio::test]
async fn what_a_team_asks_for_becomes_a_session_that_it_is_invited_to() {
    let esteem = practice().await;
    let (mut ben, mut dan) = (educator(&esteem).await, sign_in(&esteem, "dan").await);
    let team = dan.visit("/teams/T1").await;
    let page = dan.visit(&team.links("Requests for sessions")[0]).await;
    assert!(page.says("Nothing was asked for yet"), "{}", page.words());
    let nothing = dan.submit(&page, "ask_for_session", &[("people", "some")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for told in ["Enter what the team needs", "Enter the day by which", "Enter roughly how many"] {
        assert!(nothing.says(told), "{}", nothing.words());
    }
    let sent = asked(&mut dan).await;
    assert!(sent.says("Open") && sent.says("31 January 2027"), "{}", sent.words());
    assert!(sent.says("RSK-1 Ask about risk") && sent.says("by Dan Reid"), "{}", sent.words());

    let home = ben.visit("/").await;
    assert!(home.says("1 team asks for a session."), "{}", home.words());
    assert_eq!(home.links("Requests for sessions from teams"), ["/session-requests"]);
    assert!(!dan.visit("/").await.says("asks for a session"), "he asks, and answers nothing");
    let list = ben.visit("/sessions").await;
    let open = ben.visit(&list.links("Requests for sessions from teams")[0]).await;
    assert!(open.says("Practice 1 team") && open.says("Capacity and consent"), "{}", open.words());
    let form = ben.visit(&open.links("Plan a session from this")[0]).await;
    let fields = form.form("draft_session");
    let stands = |name: &str| fields.iter().find(|(known, _)| known == name).expect(name).1.clone();
    assert_eq!(stands("about"), "Capacity and consent, for home visits");
    assert_eq!((stands("capacity").as_str(), stands("held_for").as_str()), ("8", "T1"));
    let answers = [
        ("title", "Capacity and consent"),
        ("format", "workshop"),
        ("day-day", "7"),
        ("day-month", "12"),
        ("day-year", "2026"),
        ("time", "1pm"),
        ("minutes", "90"),
        ("venue", "The surgery, room 2"),
    ];
    let draft = ben.submit(&form, "draft_session", &answers).await;
    assert!(draft.says("as a draft") && draft.says("Practice 1 team"), "{}", draft.words());
    assert!(draft.says("RSK-1 Ask about risk"), "{}", draft.words());
    // Nobody answers it twice, from the page of before.
    let again = ben.submit(&form, "draft_session", &answers).await;
    assert!(again.says("This request has been answered or withdrawn"), "{}", again.words());
    assert!(ben.visit("/session-requests").await.says("No requests are open"));
    assert!(!ben.visit("/").await.says("asks for a session"), "it is answered");
    let stands = dan.visit("/teams/T1/session-requests").await;
    assert!(stands.says("Being planned"), "{}", stands.words());
    assert!(stands.links("7 December 2026").is_empty(), "a draft is nobody's to see");

    filled(&mut ben, &draft.path).await;
    scheduled(&mut ben, &draft.path).await;
    let stands = dan.visit("/teams/T1/session-requests").await;
    assert!(stands.says("Session scheduled"), "{}", stands.words());
    assert_eq!(stands.links("7 December 2026"), std::slice::from_ref(&draft.path));
    // Cancelled, it is open again.
    let run = ben.visit(&draft.path).await;
    ben.submit(&run, "cancel_session", &[("reason", "low_numbers")]).await;
    assert!(ben.visit("/session-requests").await.says("Capacity and consent"));
    assert!(dan.visit("/teams/T1/session-requests").await.says("Open"));
}

#[tokio::test]
async fn a_request_is_declined_with_a_reason_or_taken_back() {
    let esteem = practice().await;
    let (mut ben, mut dan) = (educator(&esteem).await, sign_in(&esteem, "dan").await);
    asked(&mut dan).await;
    let open = ben.visit("/session-requests").await;
    let why = ben.submit(&open, "decline_session_request", &[]).await;
    assert!(why.says("Choose why you decline it"), "{}", why.words());
    let declined = ben.submit(&why, "decline_session_request", &[("reason", "nobody_free")]).await;
    assert!(declined.says("No requests are open"), "{}", declined.words());
    let told = dan.visit("/teams/T1/session-requests").await;
    let reason = "Nobody who could teach it has time by then.";
    assert!(told.says("Declined") && told.says(reason), "{}", told.words());

    let sent = asked(&mut dan).await;
    let back = dan.submit(&sent, "withdraw_session_request", &[]).await;
    assert!(back.says("Took this request back") && back.says("Withdrawn"), "{}", back.words());
    let twice = dan.submit(&sent, "withdraw_session_request", &[]).await;
    assert!(twice.says("This request has been answered or withdrawn"), "{}", twice.words());
    assert!(ben.visit("/session-requests").await.says("No requests are open"));
}

#[tokio::test]
async fn who_neither_manages_the_team_nor_teaches_for_it_sees_nothing() {
    let esteem = practice().await;
    let mut dan = sign_in(&esteem, "dan").await;
    asked(&mut dan).await;
    // Leads the network next door.
    let mut finn = sign_in(&esteem, "finn").await;
    assert!(finn.visit("/session-requests").await.says("No requests are open"));
    let page = finn.visit("/teams/T1/session-requests").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let mut amina = sign_in(&esteem, "amina").await;
    for path in ["/session-requests", "/teams/T1/session-requests"] {
        assert_eq!(amina.visit(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // Who leads a practice's mental health work asks too.
    let mut eve = esteem.somebody("eve@staff.example", &[(GrantKind::PracticeLead, "T1")]).await;
    let page = eve.visit("/teams/T1/session-requests").await;
    assert!(page.says("Capacity and consent"), "{}", page.words());
}
