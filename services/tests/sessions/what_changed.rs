//! What a session changed, counted for whoever runs it: how confident people were in each outcome, and how many of those who came
//! were judged since.

use super::place::{WHY, colleague, crowd, drafted, on, says};
use super::seeing::{saw, with_assessor};
use crate::ground::Ground;
use domain::frameworks::Level;
use domain::ids::SessionId;
use domain::judgements::forms::SelfAssess;
use domain::sessions::feedback::views::{Changed, ChangedOutcome, Mean};
use domain::sessions::feedback::{FeedbackFields, Reaction};
use domain::sessions::register::TakeRegister;
use services::{Ctx, judgements, sessions};
use std::collections::BTreeMap;

/// The day before the sessions, the day after, and a day eight weeks after.
const BEFORE: &str = "2026-11-29";
const AFTER: &str = "2026-12-01";
const WEEKS_AFTER: &str = "2027-01-25";

/// How useful each of five found it; then how confident each was in two outcomes before it, after it and weeks later.
const REACTIONS: [&str; 5] = ["very_useful", "useful", "very_useful", "useful", "very_useful"];
/// RSK-1: 11, 20 and 16 of five people.
const RISK: [[u8; 5]; 3] = [[1, 2, 2, 3, 3], [3, 4, 4, 4, 5], [2, 3, 3, 4, 4]];
/// LTC-1: 6, 23 and 17.
const HEART: [[u8; 5]; 3] = [[1, 1, 1, 1, 2], [5, 5, 5, 4, 4], [3, 3, 3, 3, 5]];

/// Five came to a session with two outcomes, which Dan runs and Cara leads with him; she is an assessor.
async fn five_came() -> (Ground, SessionId, Ctx, Ctx, Vec<Ctx>) {
    let (ground, dan, cara) = with_assessor().await;
    let id = drafted(&dan, &says("Safety plans"), "RSK-1").await;
    let both = ["RSK-1", "LTC-1"].map(|code| (code.to_owned(), Level::KNOWS_HOW));
    sessions::set_outcomes(&dan, id, &both.into()).await.unwrap();
    sessions::add_lead(&dan, id, &colleague("cara@staff.example")).await.unwrap();
    sessions::schedule(&dan, id, WHY).await.unwrap();
    let five = crowd(&ground, 5).await;
    for person in &five {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    let (dan, cara) = (on(&dan, AFTER), on(&cara, AFTER));
    sessions::take_register(&dan, id, &everyone).await.unwrap();
    sessions::close_register(&dan, id).await.unwrap();
    (ground, id, dan, cara, five)
}

/// What one of them answers in both outcomes.
fn answers([risk, heart]: [u8; 2]) -> BTreeMap<String, String> {
    [("RSK-1".to_owned(), risk.to_string()), ("LTC-1".to_owned(), heart.to_string())].into()
}

/// All five answer, on the day after the session and once more weeks later.
async fn all_answer(five: &[Ctx], id: SessionId) {
    for (nth, person) in five.iter().enumerate() {
        let [before, after, later] = [0, 1, 2].map(|at| answers([RISK[at][nth], HEART[at][nth]]));
        let reaction = REACTIONS[nth];
        let fields = FeedbackFields { reaction, before: &before, now: &after, wellbeing: "" };
        sessions::give_feedback(&on(person, AFTER), id, fields).await.unwrap();
        let nothing = BTreeMap::new();
        let fields = FeedbackFields { reaction: "", before: &nothing, now: &later, wellbeing: "" };
        sessions::give_feedback(&on(person, WEEKS_AFTER), id, fields).await.unwrap();
    }
}

async fn assesses(person: &Ctx, code: &str, day: &str) {
    let assessed = SelfAssess { level: Level::KNOWS_HOW, reflection: None, confidence: None };
    judgements::self_assess(&on(person, day), code, assessed).await.unwrap();
}

async fn changed(ctx: &Ctx, id: SessionId) -> Changed {
    sessions::session(ctx, id).await.unwrap().changed.unwrap()
}

fn outcome<'a>(changed: &'a Changed, code: &str) -> &'a ChangedOutcome {
    changed.outcomes.iter().find(|one| one.competency.code == code).unwrap()
}

/// The means of five answers, in tenths.
fn means(tenths: [u32; 3]) -> [Option<Mean>; 3] {
    tenths.map(|tenths| Some(Mean { tenths, of: 5 }))
}

#[tokio::test]
async fn five_who_came_are_counted_in_each_outcome_by_what_they_answered_and_what_was_judged() {
    let (ground, id, dan, cara, five) = five_came().await;
    all_answer(&five, id).await;
    // Three have assessed themselves in one outcome since, one of them in the other too; a fourth had before the session.
    for person in &five[..3] {
        assesses(person, "RSK-1", AFTER).await;
    }
    assesses(&five[0], "LTC-1", AFTER).await;
    assesses(&five[3], "RSK-1", BEFORE).await;
    let fifth = [ground.person("C4").await];
    let done = sessions::confirm_seen(&cara, id, &saw("2", "RSK-1"), (fifth.as_slice(), true))
        .await
        .unwrap();
    assert!(done.refused.is_empty());

    let told = changed(&dan, id).await;
    assert_eq!((told.came, told.answered), (5, 5), "who answered twice is one");
    let reactions = [
        (Reaction::VeryUseful, 3),
        (Reaction::Useful, 2),
        (Reaction::SlightlyUseful, 0),
        (Reaction::NotUseful, 0),
    ];
    assert_eq!(told.reactions.as_deref(), Some(reactions.as_slice()));
    let risk = outcome(&told, "RSK-1");
    // 11 / 5, 20 / 5 and 16 / 5.
    assert_eq!([risk.before, risk.after, risk.later], means([22, 40, 32]));
    assert_eq!((risk.assessed, risk.confirmed), (Some(3), Some(1)));
    let heart = outcome(&told, "LTC-1");
    // 6 / 5, 23 / 5 and 17 / 5.
    assert_eq!([heart.before, heart.after, heart.later], means([12, 46, 34]));
    assert_eq!((heart.assessed, heart.confirmed), (Some(1), Some(0)));
}

#[tokio::test]
async fn whoever_only_leads_is_told_the_answers_and_no_judgements() {
    let (_ground, id, _dan, cara, five) = five_came().await;
    all_answer(&five, id).await;
    assesses(&five[0], "RSK-1", AFTER).await;
    let told = changed(&cara, id).await;
    let risk = outcome(&told, "RSK-1");
    assert_eq!([risk.before, risk.after, risk.later], means([22, 40, 32]));
    assert_eq!((risk.assessed, risk.confirmed), (None, None));
}
