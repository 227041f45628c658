//! A request is seen by whoever may decide it, and by nobody else.

use super::place::{AMINA, BEN, CARA, DAN, ask, practice, standing, the_request};
use crate::ground::Ground;
use domain::codes::Evidence;
use domain::codes::GrantKind::{Assessor, TeamManager};
use domain::frameworks::Level;
use domain::grants::NewGrant;
use domain::judgements::forms::{AskForConfirmation, Decision};
use domain::refusal::Refusal;
use services::{grants, judgements};

#[tokio::test]
async fn a_named_request_waits_for_the_one_it_names() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let cara = ground.sign_in(CARA, Some((Assessor, "N1"))).await;
    let choices = judgements::competency(&amina, None, "RSK-1").await.unwrap().assessors;
    let names: Vec<_> = choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(names, ["Ben Okoro", "Cara Miah"], "who holds level 4 and assesses her team");

    ask(&amina, &ground.person(BEN).await.to_string()).await.unwrap();
    let sequence = the_request(&ben).await;
    assert!(judgements::to_confirm(&cara).await.unwrap().requests.is_empty());
    assert_eq!(not_found(judgements::request(&cara, sequence).await), "this request");
    let opened = judgements::request(&ben, sequence).await.unwrap();
    assert!(opened.request.for_me && opened.cannot.is_none());
    let reflection = opened.reflection.as_ref().map(ToString::to_string);
    assert_eq!(reflection.as_deref(), Some("It was harder than I thought"));
    assert_eq!(opened.descriptors.len(), 5);
    assert!(standing(&amina).await.requested.is_some());
}

#[tokio::test]
async fn whom_a_request_can_name_is_whoever_may_confirm_it() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let named = async |code| {
        let choices = judgements::competency(&amina, None, code).await.unwrap().assessors;
        choices.into_iter().map(|choice| choice.label).collect::<Vec<_>>()
    };
    assert!(named("EMG-1").await.is_empty(), "he does not hold it");
    let codes = ["EMG-1".to_owned()];
    let found = async |place| {
        let new = NewGrant::parse_founding(place, "3", &codes, "", ben.today).unwrap();
        let account = ben.actor.account_id().unwrap();
        grants::give_new(&ground.operator(), account, &new).await.unwrap();
    };
    found("T2").await;
    assert!(named("EMG-1").await.is_empty(), "a founding grant for another team");
    found("T1").await;
    assert_eq!(named("EMG-1").await, ["Ben Okoro, up to level 3"]);
    assert_eq!(named("RSK-1").await, ["Ben Okoro"]);

    let asked = || AskForConfirmation {
        level: Level::KNOWS_HOW,
        items: Vec::new(),
        described: Some((Evidence::Simulation, "In the yearly exercise".to_owned())),
        attach_reflection: false,
    };
    let of = ground.person(BEN).await.to_string();
    judgements::ask(&amina, "EMG-1", asked(), &of).await.unwrap();
    let sent_back = Decision::SendBack { reason: "Say more".to_owned() };
    judgements::decide(&ben, the_request(&ben).await, sent_back).await.unwrap();
    judgements::resend(&amina, "EMG-1").await.unwrap();
    let again = judgements::request(&ben, the_request(&ben).await).await.unwrap();
    assert!(again.request.for_me && again.cannot.is_none());

    super::together::away(&ground, AMINA, "Amina", "Khan", "A1").await;
    assert!(named("RSK-1").await.is_empty(), "nobody is confirmed while away");
}

#[tokio::test]
async fn only_assessors_have_requests_and_only_of_people_they_assess() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.person(BEN).await.to_string();
    assert!(ask(&amina, &ben).await.is_err(), "he holds the level, and assesses nobody yet");
    ask(&amina, "").await.unwrap();
    let manager = ground.sign_in(DAN, Some((TeamManager, "T1"))).await;
    not_found(judgements::to_confirm(&manager).await);
    not_found(judgements::to_confirm(&amina).await);
    let elsewhere = ground.sign_in(BEN, Some((Assessor, "T2"))).await;
    assert!(judgements::to_confirm(&elsewhere).await.unwrap().requests.is_empty());
    let here = ground.sign_in(CARA, Some((Assessor, "T1"))).await;
    the_request(&here).await;
    let nobody = ground.nobody();
    let refused = judgements::to_confirm(&nobody).await.unwrap_err();
    assert!(matches!(refused, services::Error::Refused(Refusal::SignInFirst)));
}

#[tokio::test]
async fn a_withdrawn_request_is_closed_even_when_the_same_is_asked_again_that_day() {
    let ground = practice().await;
    let (amina, ben, cara) = with_two_assessors(&ground).await;
    ask(&amina, &ground.person(BEN).await.to_string()).await.unwrap();
    let first = the_request(&ben).await;
    let twice = ask(&amina, "").await.unwrap_err().to_string();
    assert!(twice.contains("already asked"), "{twice}");
    judgements::withdraw(&amina, "RSK-1").await.unwrap();
    assert!(judgements::withdraw(&amina, "RSK-1").await.is_err());

    ask(&amina, &ground.person(CARA).await.to_string()).await.unwrap();
    the_request(&cara).await;
    assert!(judgements::to_confirm(&ben).await.unwrap().requests.is_empty());
    let closed = judgements::request(&ben, first).await.unwrap_err().to_string();
    assert!(closed.contains("no longer open"), "{closed}");
}

async fn with_two_assessors(ground: &Ground) -> (services::Ctx, services::Ctx, services::Ctx) {
    let amina = ground.sign_in(AMINA, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    (amina, ben, ground.sign_in(CARA, Some((Assessor, "N1"))).await)
}

/// What was not found.
fn not_found<T: std::fmt::Debug>(result: services::Result<T>) -> String {
    match result.unwrap_err() {
        services::Error::Refused(Refusal::NotFound(what)) => what,
        other => panic!("{other}"),
    }
}
