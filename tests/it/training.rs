//! A training package from its first word to its end: by the lead who drafts it, the nurse it is for and her manager.

use crate::practice::{practice, sign_in};
use tests::{Installation, Page, User};

const DESCRIBED: [(&str, &str); 8] = [
    ("code", "SMI"),
    ("title", "Severe mental illness"),
    ("purpose", "So that people are safe"),
    ("area", "N1"),
    ("roles[]", "PN"),
    ("from-day", "1"),
    ("from-month", "10"),
    ("from-year", "2026"),
];

async fn started(lead: &mut User) -> Page {
    let page = lead.visit("/programmes/new").await;
    let nobody: Vec<_> = DESCRIBED.into_iter().filter(|(name, _)| *name != "roles[]").collect();
    let refused = lead.submit(&page, "start_programme", &nobody).await;
    assert!(refused.says("Choose at least one role or care setting"), "{}", refused.words());
    assert!(refused.html.contains("So that people are safe"), "what was typed stays");
    let edit = lead.submit(&refused, "start_programme", &DESCRIBED).await;
    assert!(edit.says("Started Severe mental illness"), "{}", edit.words());
    assert!(edit.says("There are no steps yet"), "{}", edit.words());
    edit
}

/// Adds a step that builds one competency at a level.
async fn add_step(lead: &mut User, title: &str, (code, level): (&str, &str)) -> Page {
    let page = lead.visit("/programmes/SMI/steps/new").await;
    let words = [
        ("title", title),
        ("what_happens", "People talk"),
        ("format", "workshop"),
        ("minutes", "90"),
    ];
    let choose = lead.submit(&page, "add_step", &words).await;
    assert!(choose.says("Choose its competencies now"), "{}", choose.words());
    let none = lead.submit(&choose, "set_step_competencies", &[]).await;
    assert!(none.says("Choose a level in at least one competency"), "{}", none.words());
    let field = format!("level[{code}]");
    lead.submit(&none, "set_step_competencies", &[(&field, level)]).await
}

async fn with_steps(esteem: &Installation) -> (User, Page) {
    let mut lead = sign_in(esteem, "lead").await;
    started(&mut lead).await;
    add_step(&mut lead, "Asking", ("RSK-1", "2")).await;
    let edit = add_step(&mut lead, "Acting", ("EMG-1", "3")).await;
    (lead, edit)
}

fn titles(page: &Page) -> Vec<String> {
    page.all("h3")
}

#[tokio::test]
async fn a_lead_drafts_a_programme_a_nurse_takes_it_and_her_manager_sees_how_far_she_is() {
    let esteem = practice().await;
    let (mut lead, edit) = with_steps(&esteem).await;
    assert_eq!(titles(&edit), ["1. Asking", "2. Acting"]);
    assert!(
        edit.says("EMG-1 at 3 Practises with support (needs more evidence)"),
        "{}",
        edit.words()
    );
    let moved = lead.submit(&edit, "move_step", &[]).await;
    assert!(moved.says("Moved Asking down"), "{}", moved.words());
    assert_eq!(titles(&moved), ["1. Acting", "2. Asking"]);

    let mut amina = sign_in(&esteem, "amina").await;
    let list = amina.visit("/programmes?q=severe").await;
    assert!(list.says("0 of 2 steps done"), "{}", list.words());
    let page = amina.visit(&list.links("Severe mental illness")[0]).await;
    assert!(page.says("Your next step is 1: Acting."), "{}", page.words());
    assert!(page.says("Needs more evidence than taking part"), "{}", page.words());
    let mine = amina.visit("/my/programmes").await;
    assert!(mine.says("Next step: Acting"), "{}", mine.words());
    assert!(page.links("Change this programme").is_empty());

    let mut dan = sign_in(&esteem, "dan").await;
    let rows = dan.visit("/programmes/SMI/teams").await;
    assert!(rows.says("0 of 3"), "three nurses in his practice: {}", rows.words());
    let team = dan.visit(&rows.links("Practice 1 team")[0]).await;
    assert!(team.says("Khan, Amina") && team.says("0 of 2 steps done"), "{}", team.words());
    let wider = dan.visit("/programmes/SMI/teams?rows=network").await;
    assert!(wider.says("Network 1"), "{}", wider.words());
}

#[tokio::test]
async fn removing_asks_first_and_ending_leaves_it_readable() {
    let esteem = practice().await;
    let (mut lead, edit) = with_steps(&esteem).await;
    let change = edit.links("Change or remove: Asking").remove(0);
    let page = lead.visit(&change).await;
    assert!(page.says("What was confirmed stays in their records"), "{}", page.words());
    let edit = lead.submit(&page, "remove_step", &[]).await;
    assert!(edit.says("Removed the step Asking"), "{}", edit.words());
    assert_eq!(titles(&edit), ["1. Acting"]);
    let none = lead.submit(&edit, "end_programme", &[]).await;
    assert!(none.says("Enter the last day"), "{}", none.words());
    let last = [("ends_on-day", "1"), ("ends_on-month", "11"), ("ends_on-year", "2026")];
    let ended = lead.submit(&none, "end_programme", &last).await;
    assert!(ended.says("Its last day is 1 November 2026"), "{}", ended.words());
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit("/programmes/SMI").await;
    assert!(page.says("Ended") && page.says("1. Acting"), "{}", page.words());
    let mine = amina.visit("/my/programmes").await;
    assert!(mine.says("No programme is for your posts at the moment"), "{}", mine.words());
}

#[tokio::test]
async fn a_programme_is_changed_and_its_address_goes_with_its_code() {
    let esteem = practice().await;
    let (mut lead, _) = with_steps(&esteem).await;
    let page = lead.visit("/programmes/SMI/change").await;
    let edit = lead.submit(&page, "change_programme", &[("code", "SMI-2")]).await;
    assert!(edit.says("Saved Severe mental illness"), "{}", edit.words());
    assert_eq!(edit.path, "/programmes/SMI-2/edit");
    assert_eq!(titles(&edit), ["1. Asking", "2. Acting"]);
    let gone = lead.visit("/programmes/SMI").await;
    assert_eq!(gone.status, http::StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_the_report_names_is_said_to_be_elaborated_here() {
    let esteem = Installation::on("2026-11-02").await;
    let watch = services::imports::Watch::new(services::imports::Progress::default());
    services::reference::load(&esteem.operator(), &watch).await.expect("the set");
    let mut reader = esteem.somebody("reader@staff.example", &[]).await;
    let page = reader.visit("/programmes/TH-SMI").await;
    assert!(page.says("names this training package"), "{}", page.words());
    assert!(page.says("are Esteem’s own elaboration"), "{}", page.words());
}
