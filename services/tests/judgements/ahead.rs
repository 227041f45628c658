//! What lies ahead: next steps, drafts that are nobody else's, and what the record comes to for a regulator.

use super::place::{AMINA, BEN, CARA, ask, confirm, level, practice, the_request};
use crate::ground::{TODAY, day};
use domain::codes::GrantKind::Assessor;
use domain::evidence::forms::{Describe, DescribeFields};
use domain::judgements::next_steps::Closing;
use services::{Ctx, evidence, judgements};

async fn add(ctx: &Ctx, kind: &str, what: &str, hours: &str, participatory: &str) {
    let fields = DescribeFields {
        kind: kind.to_owned(),
        what: what.to_owned(),
        happened_on: TODAY.to_owned(),
        hours: hours.to_owned(),
        participatory: participatory.to_owned(),
        ..DescribeFields::default()
    };
    let about = vec!["RSK-1".to_owned()];
    let described = Describe::parse(&fields, about, day(TODAY)).unwrap();
    evidence::add(ctx, described, None).await.unwrap();
}

#[tokio::test]
async fn each_next_step_follows_from_what_was_done() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let first = async || judgements::ahead(&amina).await.unwrap().steps.remove(0);
    let start = first().await;
    assert_eq!((start.code.as_str(), start.closing), ("RSK-1", Closing::AssessYourself));
    let chosen = [("RSK-1".to_owned(), "3".to_owned())];
    judgements::self_assess_domain(&amina, "RSK", &chosen).await.unwrap();
    assert!(matches!(first().await.closing, Closing::Gather { .. }));
    add(&amina, "reading", "A leaflet", "", "").await;
    assert!(matches!(first().await.closing, Closing::Gather { .. }), "reading supports level 1");
    add(&amina, "simulation", "With the crisis team", "", "").await;
    assert_eq!(first().await.closing, Closing::AskWith { pieces: 1 });
    ask(&amina, "").await.unwrap();
    assert_eq!(first().await.code, "EMG-1", "what waits for others comes last");
    let own = judgements::own_record(&amina).await.unwrap();
    assert_eq!((own.steps.len(), own.steps_in_all), (2, 2));

    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();
    let ahead = judgements::ahead(&amina).await.unwrap();
    assert_eq!(ahead.steps.len(), 1, "it is met");
    assert!(ahead.months.is_empty(), "for 24 months");
    let later = Ctx { today: day("2028-01-01"), ..amina.clone() };
    assert_eq!(judgements::ahead(&later).await.unwrap().months[0].first_day, day("2028-11-01"));
}

#[tokio::test]
async fn a_sitting_is_kept_for_its_owner_and_counts_for_nothing_until_it_is_saved() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let chosen = [("RSK-1".to_owned(), "2".to_owned()), ("ZZZ-1".to_owned(), "2".to_owned())];
    assert_eq!(judgements::keep_sitting(&amina, "RSK", &chosen).await.unwrap(), 1);
    let sitting = judgements::sitting(&amina, "RSK").await.unwrap();
    assert!(sitting.is_begun() && sitting.left().is_empty());
    assert_eq!((sitting.items[0].self_level, sitting.items[0].stands()), (None, Some(level(2))));
    assert_eq!(judgements::own_record(&amina).await.unwrap().begun, ["RSK"]);
    assert!(!judgements::competency(&amina, None, "RSK-1").await.unwrap().line.standing.assessed);
    let cara = ground.sign_in(CARA, None).await;
    assert!(judgements::own_record(&cara).await.unwrap().begun.is_empty());

    judgements::self_assess_domain(&amina, "RSK", &chosen[..1]).await.unwrap();
    let saved = judgements::sitting(&amina, "RSK").await.unwrap();
    assert!(!saved.is_begun() && saved.items[0].self_level == Some(level(2)));
    let unknown = judgements::keep_sitting(&amina, "ZZZ", &chosen).await.unwrap_err();
    assert_eq!(unknown.to_string(), "We could not find this domain");
}

#[tokio::test]
async fn what_was_typed_to_ask_is_kept_while_evidence_is_added_and_gone_once_it_is_sent() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    let answers =
        [("level".to_owned(), "3".to_owned()), ("note".to_owned(), "On Tuesday".to_owned())];
    judgements::begin_to_ask(&amina, "RSK-1", &answers).await.unwrap();
    let begun = async || judgements::competency(&amina, None, "RSK-1").await.unwrap().begun;
    assert_eq!(begun().await.unwrap().of("note"), "On Tuesday");
    ask(&amina, "").await.unwrap();
    assert!(begun().await.is_none());
    let unknown = judgements::begin_to_ask(&amina, "ZZZ-1", &answers).await.unwrap_err();
    assert_eq!(unknown.to_string(), "We could not find this competency");
}

#[tokio::test]
async fn the_pack_counts_evidence_and_confirmations_each_once() {
    let ground = practice().await;
    let amina = ground.sign_in(AMINA, None).await;
    add(&amina, "attendance", "=HYPERLINK(\"https://elsewhere.example\")", "2", "yes").await;
    add(&amina, "elearning", "A course", "3", "").await;
    ask(&amina, "").await.unwrap();
    let ben = ground.sign_in(BEN, Some((Assessor, "N1"))).await;
    judgements::decide(&ben, the_request(&ben).await, confirm(&ben, 3)).await.unwrap();

    let pack = evidence::revalidation(&amina, amina.today).await.unwrap();
    let nmc = &pack.packs[0].sections[0];
    // 2 h together and 3 h alone; the confirmation took no time of hers.
    assert_eq!((nmc.minutes, nmc.participatory, nmc.entries.len()), (300, 120, 2));
    let hcpc = &pack.packs[2].sections;
    let simulation = &hcpc[0].entries[0];
    assert_eq!(simulation.source, "Confirmed by Ben Okoro");
    assert_eq!((hcpc[0].entries.len(), hcpc[2].entries.len()), (1, 2));

    let csv = evidence::revalidation_csv(&amina, amina.today).await.unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert!(
        csv.starts_with("regulator,heading,day,kind,minutes,participatory,what,about,source\n")
    );
    assert!(csv.contains(",120,yes,") && csv.contains("'=HYPERLINK"), "{csv}");
    assert!(evidence::revalidation_csv(&ground.operator(), amina.today).await.is_err());
}
