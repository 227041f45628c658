//! Everybody reads programmes; whoever they are for sees how far they have come, from their own record alone.

use super::place::{AMINA, BEN, DAN, is_not_found, with_programme};
use crate::frameworks::place as anew;
use crate::ground::{Ground, TODAY, day};
use domain::codes::Evidence;
use domain::dates::days_after;
use domain::evidence::forms::Describe;
use domain::frameworks::Level;
use domain::programmes::progress::StepState::{Done, ToDo};
use domain::programmes::progress::StepsDone;
use domain::programmes::views::ProgrammesList;
use domain::refusal::Refusal;
use domain::standing::Status;
use services::programmes::ProgrammesAsk;
use services::{Ctx, evidence, frameworks, programmes};

async fn find(ctx: &Ctx, words: &str) -> ProgrammesList {
    let ask = ProgrammesAsk { words: words.to_owned(), page: 1 };
    programmes::list(ctx, &ask).await.unwrap()
}

#[tokio::test]
async fn everybody_with_an_account_reads_them_and_nobody_without() {
    let ground = with_programme().await;
    let dan = ground.sign_in(DAN, None).await;
    let list = find(&dan, "").await;
    assert_eq!((list.lines.total, list.may_start), (1, false));
    let line = &list.lines.entries[0];
    assert_eq!((line.steps, line.minutes, line.mine), (2, 180, None), "he is no nurse");
    assert_eq!(line.audience.words(), "Practice nurse; in Tower Hamlets");
    let opened = programmes::programme(&dan, "SMI").await.unwrap();
    assert!(opened.mine.is_none() && !opened.may_change && !opened.may_see_teams);
    assert!(opened.steps.iter().all(|step| step.state.is_none()));
    assert!(is_not_found(programmes::programme(&dan, "XX").await));
    let nobody = programmes::programme(&ground.nobody(), "SMI").await.unwrap_err();
    assert!(matches!(nobody, services::Error::Refused(Refusal::SignInFirst)));
}

#[tokio::test]
async fn programmes_are_searched_by_title_code_and_audience() {
    let ground = with_programme().await;
    let dan = ground.sign_in(DAN, None).await;
    for (words, found) in [("smi", 1), ("PRACTICE nurse", 1), ("hamlets programme", 1), ("xx", 0)] {
        assert_eq!(find(&dan, words).await.lines.total, found, "{words}");
    }
}

#[tokio::test]
async fn whoever_it_is_for_sees_what_is_done_and_what_is_next() {
    let ground = with_programme().await;
    let amina = ground.sign_in(AMINA, None).await;
    // Confirmed at 2 in RSK-1, which the first step builds at 2; her own word alone in EMG-1.
    let opened = programmes::programme(&amina, "SMI").await.unwrap();
    assert_eq!((opened.mine, opened.next), (Some(StepsDone { done: 1, of: 2 }), Some(1)));
    let states: Vec<_> = opened.steps.iter().map(|step| step.state).collect();
    assert_eq!(states, [Some(Done), Some(ToDo)]);
    let acting = opened.steps[1].outcomes[0].own.unwrap();
    assert_eq!(acting.status, Some(Status::SelfAssessed));
    assert_eq!(acting.self_level.map(Level::number), Some(2));
    let mine = programmes::mine(&amina).await.unwrap();
    assert_eq!(mine[0].next.as_ref().map(|step| step.title.as_str()), Some("Acting"));
    let ben = programmes::mine(&ground.sign_in(BEN, None).await).await.unwrap();
    assert_eq!(ben[0].done, StepsDone { done: 0, of: 2 });
    assert!(programmes::mine(&ground.sign_in(DAN, None).await).await.unwrap().is_empty());
}

#[tokio::test]
async fn attendance_is_shown_as_evidence_and_makes_no_step_done() {
    let ground = with_programme().await;
    let amina = ground.sign_in(AMINA, None).await;
    let add = async |on| {
        let described = Describe {
            kind: Evidence::Attendance,
            what: "The session".to_owned(),
            link: None,
            happened_on: on,
            minutes: None,
            participatory: true,
            about: vec!["EMG-1".to_owned()],
        };
        evidence::add(&amina, described, None).await.unwrap();
    };
    // It began on 1 April: the day before does not count.
    add(day("2026-03-31")).await;
    add(day("2026-04-01")).await;
    add(days_after(day(TODAY), -1)).await;
    let opened = programmes::programme(&amina, "SMI").await.unwrap();
    assert_eq!(opened.steps[1].outcomes[0].own.unwrap().pieces, 2);
    assert_eq!(opened.mine, Some(StepsDone { done: 1, of: 2 }));
}

/// A programme in `A-1`, `B-1` and `R-1` at the levels that Amina was confirmed at, under a framework that is drafted anew.
async fn before_a_new_version() -> (Ground, Ctx) {
    let ground = anew::place().await;
    let operator = ground.operator();
    programmes::start(&operator, &super::place::says("SMI", Some("TH"))).await.unwrap();
    super::place::add(&operator, "SMI", "One", ("A-1", 3)).await;
    super::place::add(&operator, "SMI", "Two", ("B-1", 3)).await;
    super::place::add(&operator, "SMI", "Three", ("R-1", 1)).await;
    anew::draft_anew(&operator).await;
    frameworks::publish(&operator, 2, anew::FROM).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    (ground, amina)
}

#[tokio::test]
async fn progress_carries_over_framework_versions() {
    let (_ground, mut amina) = before_a_new_version().await;
    let now = programmes::programme(&amina, "SMI").await.unwrap();
    assert_eq!(now.mine, Some(StepsDone { done: 3, of: 3 }));
    amina.today = day(anew::FROM);
    let then = programmes::programme(&amina, "SMI").await.unwrap();
    let codes: Vec<Vec<&str>> = then
        .steps
        .iter()
        .map(|step| step.outcomes.iter().map(|of| of.competency.code.as_str()).collect())
        .collect();
    // B-1 is split, R-1 is retired: its step asks nothing any more and counts for nobody.
    assert_eq!(codes, [vec!["A-1"], vec!["B-1A", "B-1B"], vec![]]);
    assert_eq!(then.mine, Some(StepsDone { done: 2, of: 2 }));
}
