//! Whoever answers for training in an area drafts its programmes; steps keep what they are while they are moved and worded.

use super::place::{AMINA, BEN, DAN, EVE, add, is_not_found, place, says, step, with_programme};
use domain::codes::GrantKind::{
    Assessor, Educator, FrameworkEditor, PracticeLead, TeamManager, WorkforceLead,
};
use domain::frameworks::Level;
use domain::programmes::Stage;
use domain::programmes::forms::{DescribeProgramme, DescribeStep, Move};
use domain::refusal::Refusal;
use entities::{audit_entry, judgement, programme_outcome, programme_step};
use services::{Ctx, programmes};

#[tokio::test]
async fn educators_and_workforce_leads_draft_in_their_area_and_below_it() {
    let ground = place().await;
    let educator = ground.sign_in(AMINA, Some((Educator, "N1"))).await;
    let lead = ground.sign_in(BEN, Some((WorkforceLead, "TH"))).await;
    let start = async |ctx: &Ctx, code: &str, area: Option<&str>| {
        programmes::start(ctx, &says(code, area)).await
    };
    start(&educator, "ONE", Some("N1")).await.unwrap();
    assert!(is_not_found(start(&educator, "TWO", Some("TH")).await), "a wider area");
    assert!(is_not_found(start(&educator, "TWO", Some("N2")).await), "the next one");
    assert!(
        is_not_found(start(&lead, "TWO", None).await),
        "everywhere takes a grant without a scope"
    );
    start(&lead, "TWO", Some("TH")).await.unwrap();
    programmes::change(&lead, "ONE", &says("ONE", Some("N1"))).await.unwrap();
    assert!(is_not_found(programmes::change(&educator, "TWO", &says("TWO", Some("N1"))).await));
    let away = programmes::change(&educator, "ONE", &says("ONE", Some("N2"))).await;
    assert!(is_not_found(away), "into an area that is not hers");
    let offered = programmes::form(&educator, None).await.unwrap();
    let areas: Vec<_> = offered.areas.iter().map(|area| area.code.as_str()).collect();
    assert_eq!((areas, offered.everywhere), (vec!["N1"], false));
}

#[tokio::test]
async fn nobody_else_drafts_whatever_they_hold() {
    let ground = with_programme().await;
    let steps = ground.all::<programme_step::Entity>().await;
    let holders = [
        ground.sign_in(AMINA, Some((TeamManager, "P1"))).await,
        ground.sign_in(BEN, Some((Assessor, "TH"))).await,
        ground.sign_in(EVE, Some((PracticeLead, "T2"))).await,
        ground.sign_in(DAN, Some((FrameworkEditor, ""))).await,
        ground.nobody(),
    ];
    let levels = [("RSK-1".to_owned(), Level::AWARE)].into();
    let before = (ground.facts().await, ground.all::<audit_entry::Entity>().await.len());
    for who in &holders {
        let id = steps[0].id;
        assert!(programmes::start(who, &says("X", Some("N1"))).await.is_err());
        assert!(programmes::change(who, "SMI", &says("SMI", Some("TH"))).await.is_err());
        assert!(programmes::end(who, "SMI", "2026-12-01").await.is_err());
        assert!(programmes::form(who, Some("SMI")).await.is_err());
        assert!(programmes::to_edit(who, "SMI").await.is_err());
        assert!(programmes::new_step(who, "SMI").await.is_err());
        assert!(programmes::step(who, "SMI", id).await.is_err());
        assert!(programmes::add_step(who, "SMI", &step("X")).await.is_err());
        assert!(programmes::change_step(who, "SMI", id, &step("X")).await.is_err());
        assert!(programmes::move_step(who, "SMI", id, Move::Down).await.is_err());
        assert!(programmes::remove_step(who, "SMI", id).await.is_err());
        assert!(programmes::competencies(who, "SMI", id).await.is_err());
        assert!(programmes::set_competencies(who, "SMI", id, &levels).await.is_err());
    }
    assert_eq!(ground.all::<programme_step::Entity>().await, steps);
    assert_eq!((ground.facts().await, ground.all::<audit_entry::Entity>().await.len()), before);
}

#[tokio::test]
async fn a_step_keeps_its_identity_while_it_is_moved_and_worded_anew() {
    let ground = with_programme().await;
    let operator = ground.operator();
    let third = add(&operator, "SMI", "Caring", ("RSK-1", 3)).await;
    let order = async || {
        let detail = programmes::to_edit(&operator, "SMI").await.unwrap();
        detail.steps.into_iter().map(|step| (step.title, step.id)).collect::<Vec<_>>()
    };
    let before = order().await;
    assert_eq!(before[2], ("Caring".to_owned(), third));
    programmes::move_step(&operator, "SMI", third, Move::Up).await.unwrap();
    programmes::move_step(&operator, "SMI", third, Move::Up).await.unwrap();
    programmes::move_step(&operator, "SMI", third, Move::Up).await.unwrap();
    programmes::change_step(&operator, "SMI", third, &step("Caring well")).await.unwrap();
    let after = order().await;
    assert_eq!(after[0], ("Caring well".to_owned(), third), "no further than first");
    assert_eq!(after[1..], before[..2]);
    let held = programmes::competencies(&operator, "SMI", third).await.unwrap();
    let chosen = held
        .domains
        .iter()
        .flat_map(|(_, lines)| lines)
        .filter_map(|(of, level)| level.map(|level| (of.code.as_str(), level.number())));
    assert_eq!(chosen.collect::<Vec<_>>(), [("RSK-1", 3)]);
}

#[tokio::test]
async fn a_step_that_is_removed_takes_nothing_from_anybodys_record() {
    let ground = with_programme().await;
    let operator = ground.operator();
    let judgements = ground.all::<judgement::Entity>().await;
    let first = programmes::to_edit(&operator, "SMI").await.unwrap().steps[0].id;
    assert_eq!(programmes::remove_step(&operator, "SMI", first).await.unwrap(), "Asking");
    assert!(is_not_found(programmes::remove_step(&operator, "SMI", first).await));
    assert_eq!(ground.all::<judgement::Entity>().await, judgements);
    assert_eq!(ground.all::<programme_outcome::Entity>().await.len(), 1, "those of the other");
    let log = ground.all::<audit_entry::Entity>().await;
    let removed = log.iter().find(|entry| entry.action == "remove step").unwrap();
    assert_eq!(removed.before.as_deref(), Some("\"Asking\""));
}

#[tokio::test]
async fn a_step_of_another_programme_is_not_found() {
    let ground = with_programme().await;
    let operator = ground.operator();
    programmes::start(&operator, &says("TWO", Some("TH"))).await.unwrap();
    let theirs = programmes::to_edit(&operator, "SMI").await.unwrap().steps[0].id;
    assert!(is_not_found(programmes::change_step(&operator, "TWO", theirs, &step("X")).await));
    assert!(is_not_found(programmes::move_step(&operator, "TWO", theirs, Move::Down).await));
    assert!(is_not_found(programmes::remove_step(&operator, "TWO", theirs).await));
}

#[tokio::test]
async fn what_cannot_be_is_refused_in_words() {
    let ground = with_programme().await;
    let operator = ground.operator();
    let refused = |result: services::Result<()>| result.unwrap_err().to_string();
    let same = programmes::start(&operator, &says("SMI", Some("N1"))).await;
    assert!(refused(same).contains("Another programme has this code"));
    programmes::start(&operator, &says("TWO", Some("N1"))).await.unwrap();
    let same = programmes::change(&operator, "TWO", &says("SMI", Some("N1"))).await;
    assert!(refused(same).contains("Another programme has this code"));
    let unknown = DescribeProgramme { roles: vec!["XX".into()], ..says("THREE", Some("N1")) };
    assert!(refused(programmes::start(&operator, &unknown).await).contains("from the list"));
    let nowhere = programmes::start(&operator, &says("THREE", Some("XX"))).await;
    assert!(refused(nowhere).contains("Choose an area"));
    let early = programmes::end(&operator, "SMI", "2026-03-31").await.unwrap_err();
    assert!(early.to_string().contains("not before the first"));
    let step = programmes::to_edit(&operator, "SMI").await.unwrap().steps[0].id;
    let none = programmes::set_competencies(&operator, "SMI", step, &[].into()).await;
    assert!(refused(none).contains("at least one competency"));
    let gone = [("XX-1".to_owned(), Level::AWARE)].into();
    let gone = programmes::set_competencies(&operator, "SMI", step, &gone).await;
    assert!(refused(gone).contains("XX-1 is not in use"));
}

#[tokio::test]
async fn a_programme_ends_on_its_last_day_and_stays_readable() {
    let ground = with_programme().await;
    let operator = ground.operator();
    programmes::end(&operator, "SMI", "2026-10-31").await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    let detail = programmes::programme(&amina, "SMI").await.unwrap();
    assert_eq!((detail.stage, detail.steps.len()), (Stage::Ended, 2));
    assert!(programmes::mine(&amina).await.unwrap().is_empty(), "nothing is next in it");
}

#[tokio::test]
async fn no_text_of_a_programme_takes_an_nhs_number() {
    let ground = with_programme().await;
    let operator = ground.operator();
    let id = programmes::to_edit(&operator, "SMI").await.unwrap().steps[0].id;
    let number = || "Seen 401 023 2137 at home".to_owned();
    let field = |result: services::Result<()>| match result.unwrap_err() {
        services::Error::Refused(Refusal::Fields(told)) => told.0[0].field.clone(),
        other => panic!("{other:?}"),
    };
    for says in [
        DescribeProgramme { title: number(), ..says("NEW-1", Some("TH")) },
        DescribeProgramme { purpose: number(), ..says("NEW-1", Some("TH")) },
    ] {
        let beside = if says.title == number() { "title" } else { "purpose" };
        assert_eq!(field(programmes::start(&operator, &says).await), beside);
        assert_eq!(field(programmes::change(&operator, "SMI", &says).await), beside);
    }
    for (says, beside) in [
        (DescribeStep { title: number(), ..step("X") }, "title"),
        (DescribeStep { what_happens: number(), ..step("X") }, "what_happens"),
    ] {
        assert_eq!(field(programmes::add_step(&operator, "SMI", &says).await.map(|_| ())), beside);
        assert_eq!(field(programmes::change_step(&operator, "SMI", id, &says).await), beside);
    }
}
