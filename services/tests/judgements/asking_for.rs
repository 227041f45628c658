//! Asking for confirmation on somebody's behalf: who may, what goes along, and what its person sees of it.

use super::place::{AMINA, BEN, CARA, DAN, practice, standing, the_request};
use crate::ground::{Ground, day};
use domain::codes::Evidence;
use domain::codes::GrantKind::{self, Assessor, PracticeLead, TeamManager, WorkforceLead};
use domain::evidence::forms::{Describe, DescribeFields};
use domain::frameworks::Level;
use domain::judgements::asking_for::AskFor;
use domain::judgements::forms::SelfAssess;
use domain::refusal::Refusal;
use services::{Ctx, evidence, judgements};

fn asks(number: u8, evidence: Evidence) -> AskFor {
    let level = Level::try_from(number).unwrap();
    AskFor { level, evidence, note: "On her visits in October".to_owned() }
}

async fn ask_for(ground: &Ground, ctx: &Ctx, number: &str) -> services::Result<()> {
    let person = ground.person(number).await;
    let asked = asks(3, Evidence::Observation);
    judgements::ask_for(ctx, person, "RSK-1", asked, "").await.map(|_| ())
}

/// A piece of evidence and a reflection, which are hers alone.
async fn reflects_and_shows(amina: &Ctx) {
    let (level, confidence) = (Level::PRACTISES_WITH_SUPPORT, Some(2));
    let reflection = Some("It was harder than I thought".to_owned());
    let assessed = SelfAssess { level, reflection, confidence };
    judgements::self_assess(amina, "RSK-1", assessed).await.unwrap();
    let fields = DescribeFields {
        kind: "simulation".to_owned(),
        what: "With the crisis team".to_owned(),
        happened_on: crate::ground::TODAY.to_owned(),
        ..DescribeFields::default()
    };
    let described = Describe::parse(&fields, vec!["RSK-1".to_owned()], amina.today).unwrap();
    evidence::add(amina, described, None).await.unwrap();
}

#[tokio::test]
async fn a_manager_asks_in_their_own_words_and_the_person_sees_who_and_may_withdraw_it() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    reflects_and_shows(&amina).await;
    let dan = ground.sign_in(DAN, None).await;
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    let (person, named) = (ground.person(AMINA).await, ground.person(BEN).await.to_string());
    let asked = asks(3, Evidence::Observation);
    let told = judgements::ask_for(&dan, person, "RSK-1", asked, &named).await.unwrap();
    assert!(told.to_string().contains("level 3 of Amina Khan"), "{told}");

    let opened = judgements::request(&ben, the_request(&ben).await).await.unwrap();
    assert_eq!(opened.request.asked_by.as_deref(), Some("Dan Reid"));
    assert!(opened.request.for_me && opened.cannot.is_none());
    assert_eq!(opened.note.unwrap().to_string(), "On her visits in October");
    assert!(opened.reflection.is_none() && opened.items.is_empty(), "hers to show, not his");

    let hers = judgements::competency(&amina, None, "RSK-1").await.unwrap();
    assert_eq!(hers.requested_by.as_deref(), Some("Dan Reid"));
    assert_eq!(hers.history[0].by.as_deref(), Some("Dan Reid"));
    judgements::withdraw(&amina, "RSK-1").await.unwrap();
    assert!(standing(&amina).await.requested.is_none());
    assert!(judgements::to_confirm(&ben).await.unwrap().requests.is_empty());
}

#[tokio::test]
async fn managers_and_practice_leads_ask_for_their_people_and_nobody_else_does() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let line_manager = ground.sign_in(DAN, None).await;
    assert!(is_not_found(ask_for(&ground, &line_manager, DAN).await), "not for oneself");
    assert!(is_not_found(ask_for(&ground, &line_manager, CARA).await), "not hers to manage");
    assert!(is_not_found(ask_for(&ground, &amina, DAN).await), "a colleague");
    assert!(is_not_found(ask_for(&ground, &amina, AMINA).await), "herself: on her own page");
    for grant in [Assessor, WorkforceLead] {
        let cara = holding(&ground, grant, "N1").await;
        assert!(is_not_found(ask_for(&ground, &cara, AMINA).await), "{grant:?}");
    }
    for grant in [TeamManager, PracticeLead, GrantKind::LineManager] {
        let cara = holding(&ground, grant, "T1").await;
        ask_for(&ground, &cara, AMINA).await.unwrap();
        judgements::withdraw(&amina, "RSK-1").await.unwrap();
    }
    ask_for(&ground, &line_manager, AMINA).await.unwrap();
    let refused = ask_for(&ground, &ground.nobody(), AMINA).await.unwrap_err();
    assert!(matches!(refused, services::Error::Refused(Refusal::SignInFirst)));
}

/// Cara with one grant alone.
async fn holding(ground: &Ground, grant: GrantKind, place: &str) -> Ctx {
    use domain::policy::{Account, Actor};
    let cara = ground.sign_in(CARA, Some((grant, place))).await;
    let Actor::Account(account) = &cara.actor else { panic!("an account") };
    let grants = account.grants.iter().filter(|held| held.kind == grant).copied().collect();
    let actor = Actor::Account(Account { grants, ..account.clone() });
    Ctx { actor, ..cara }
}

#[tokio::test]
async fn nobody_asks_twice_above_the_evidence_or_of_whoever_is_no_assessor() {
    let ground = practice().await;
    let (dan, amina) = (ground.sign_in(DAN, None).await, ground.person(AMINA).await);
    let above = judgements::ask_for(&dan, amina, "RSK-1", asks(4, Evidence::Simulation), "").await;
    assert_eq!(code(above), "above-evidence");
    let cara = ground.person(CARA).await.to_string();
    let named = judgements::ask_for(&dan, amina, "RSK-1", asks(3, Evidence::Simulation), &cara);
    let Err(services::Error::Refused(Refusal::Fields(errors))) = named.await else {
        panic!("beside the field")
    };
    assert!(errors.of("of").is_some(), "she assesses nobody");
    ask_for(&ground, &dan, AMINA).await.unwrap();
    assert_eq!(code(ask_for(&ground, &dan, AMINA).await), "already-requested");
    let detail = services::people::competency(&dan, amina, "RSK-1").await.unwrap();
    assert_eq!(detail.may_ask_of, None, "nothing to offer while it waits");
    let other = services::people::competency(&dan, amina, "EMG-1").await.unwrap();
    assert!(other.may_ask_of.is_some());
}

#[tokio::test]
async fn what_a_manager_asked_is_not_the_persons_to_send_again() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let dan = ground.sign_in(DAN, None).await;
    ask_for(&ground, &dan, AMINA).await.unwrap();
    let later = Ctx { today: day("2026-12-15"), ..amina };
    let record = judgements::competency(&later, None, "RSK-1").await.unwrap();
    assert!(record.line.standing.may_ask_again() && record.requested_by.is_some());
    assert_eq!(code(judgements::resend(&later, "RSK-1").await), "nothing-to-send-again");
}

fn code<T: std::fmt::Debug>(result: services::Result<T>) -> String {
    match result.unwrap_err() {
        services::Error::Refused(Refusal::Rule { code, .. }) => code,
        other => panic!("{other}"),
    }
}

fn is_not_found(result: services::Result<()>) -> bool {
    matches!(result, Err(services::Error::Refused(Refusal::NotFound(_))))
}
