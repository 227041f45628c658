//! A decision moves today's figure and no earlier one; every rule is asked again when it is saved.

use super::place::{AMINA, BEN, CARA, ask, confirm, level, practice, standing, the_request};
use domain::codes::GrantKind::Assessor;
use domain::codes::{Evidence, JudgementKind};
use domain::grants::NewGrant;
use domain::judgements::forms::{AskForConfirmation, Decision};
use domain::redactions::Words;
use services::{Ctx, grants, judgements};

const YESTERDAY: &str = "2026-10-31";
const TODAY: &str = crate::ground::TODAY;

/// Asks for level 2 in something that no assessor holds.
async fn ask_about_emergencies(ctx: &Ctx) {
    let asked = AskForConfirmation {
        level: level(2),
        evidence: Evidence::Simulation,
        note: "In the yearly exercise".to_owned(),
        attach_reflection: false,
    };
    judgements::ask(ctx, "EMG-1", asked, "").await.unwrap();
}

#[tokio::test]
async fn confirming_raises_today_and_leaves_yesterday_as_it_was() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    let (yesterday, today) = (ground.coverage(YESTERDAY).await, ground.coverage(TODAY).await);
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();

    assert_eq!(ground.coverage(YESTERDAY).await, yesterday);
    assert_ne!(ground.coverage(TODAY).await, today);
    let now = standing(&amina).await;
    assert_eq!(now.current(ben.today), Some((level(3), JudgementKind::Confirmed)));
    assert!(now.requested.is_none());
    let history = judgements::competency(&amina, None, "RSK-1").await.unwrap().history;
    assert_eq!(
        (history[0].kind, history[0].by.as_deref()),
        (JudgementKind::Confirmed, Some("Ben Okoro"))
    );
}

#[tokio::test]
async fn sending_back_ends_the_request_and_says_why() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    let today = ground.coverage(TODAY).await;
    let reason = "Show me how you would ask it".to_owned();
    let sent_back = Decision::SendBack { reason: reason.clone() };
    judgements::decide(&ben, the_request(&ben).await, sent_back).await.unwrap();

    assert_eq!(ground.coverage(TODAY).await, today);
    assert!(standing(&amina).await.requested.is_none());
    let history = judgements::competency(&amina, None, "RSK-1").await.unwrap().history;
    assert_eq!(
        (history[0].kind, history[0].note.as_ref()),
        (JudgementKind::SentBack, Some(&Words::Written(reason)))
    );
    ask(&amina, "").await.unwrap();
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_does_and_the_other_is_told() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    ask(&amina, "").await.unwrap();
    let request = the_request(&ben).await;
    let (first, second) = tokio::join!(
        judgements::decide(&ben, request, confirm(&ben, 3)),
        judgements::decide(&cara, request, confirm(&cara, 2)),
    );
    assert!(first.is_ok() != second.is_ok());
    let told = first.err().or(second.err()).unwrap().to_string();
    assert!(told.contains("no longer open"), "{told}");
    let history = judgements::competency(&amina, None, "RSK-1").await.unwrap().history;
    let confirmed = history.iter().filter(|line| line.kind == JudgementKind::Confirmed);
    assert_eq!(confirmed.count(), 1);
}

#[tokio::test]
async fn nobody_confirms_themselves_nor_above_the_evidence_nor_without_holding_it() {
    let ground = practice().await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask(&ben, "").await.unwrap();
    assert!(
        judgements::open_requests(&ben).await.unwrap().is_empty(),
        "one's own waits for others"
    );

    let amina = ground.sign_in(AMINA, None).await;
    ask(&amina, "").await.unwrap();
    let request = the_request(&ben).await;
    let above = judgements::decide(&ben, request, confirm(&ben, 4)).await.unwrap_err().to_string();
    assert!(above.contains("supports level 3 at most"), "{above}");

    ask_about_emergencies(&amina).await;
    let open = judgements::open_requests(&ben).await.unwrap();
    let emergency = open.iter().find(|open| open.competency_code == "EMG-1").unwrap().sequence;
    let cannot = judgements::request(&ben, emergency).await.unwrap().cannot.unwrap();
    assert!(cannot.contains("you must hold level 4"), "{cannot}");
    let refused = judgements::decide(&ben, emergency, confirm(&ben, 2)).await.unwrap_err();
    assert_eq!(refused.to_string(), cannot);
}

#[tokio::test]
async fn a_founding_grant_counts_where_it_was_given_and_nowhere_else() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    ask_about_emergencies(&amina).await;
    let request = the_request(&ben).await;
    let found = async |place, highest| {
        let (codes, day) = (["EMG-1".to_owned()], ben.today);
        let new = NewGrant::parse_founding(place, highest, &codes, "", day).unwrap();
        grants::give_new(&ground.operator(), ben.actor.account_id().unwrap(), &new).await.unwrap()
    };
    found("T2", "4").await;
    let elsewhere = judgements::decide(&ben, request, confirm(&ben, 2)).await.unwrap_err();
    assert!(elsewhere.to_string().contains("you must hold level 4"), "{elsewhere}");
    found("T1", "1").await;
    assert!(judgements::decide(&ben, request, confirm(&ben, 2)).await.is_err(), "1 at most");
    found("T1", "3").await;
    judgements::decide(&ben, request, confirm(&ben, 2)).await.unwrap();
}
