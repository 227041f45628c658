//! Sessions that run a step of a programme: planned from it, booked from it, and counted beside progress.

use super::place::{AMINA, BEN, beside, drafted, is_not_found, on, says, scheduled, with_educator};
use crate::ground::Ground;
use domain::codes::GrantKind::TeamManager;
use domain::frameworks::Level;
use domain::ids::ProgrammeStepId;
use domain::programmes::StepFormat;
use domain::programmes::counting::StepCount;
use domain::programmes::forms::{DescribeProgramme, DescribeStep};
use domain::programmes::progress::StepState;
use domain::programmes::taken::Taking;
use domain::sessions::BookingState;
use domain::sessions::forms::BeginFields;
use domain::sessions::register::TakeRegister;
use services::programmes;
use services::sessions::{self, Begin};

/// A programme for practice nurses with a workshop and something to read.
async fn programme(ground: &Ground) -> [ProgrammeStepId; 2] {
    let operator = ground.operator();
    let says = DescribeProgramme {
        code: "SMI".to_owned(),
        title: "Severe mental illness".to_owned(),
        purpose: "So that people are safe".to_owned(),
        area: Some("N1".to_owned()),
        roles: vec!["PN".to_owned()],
        settings: Vec::new(),
        from: "2026-04-01".parse().unwrap(),
        to: None,
    };
    programmes::start(&operator, &says).await.unwrap();
    let step = |title: &str, format| DescribeStep {
        title: title.to_owned(),
        what_happens: "People talk".to_owned(),
        format,
        minutes: 60,
    };
    let workshop = step("Asking", StepFormat::Workshop);
    let workshop = programmes::add_step(&operator, "SMI", &workshop).await.unwrap();
    let levels = [("RSK-1".to_owned(), Level::KNOWS_HOW)].into();
    programmes::set_competencies(&operator, "SMI", workshop, &levels).await.unwrap();
    let reading = step("Reading", StepFormat::Reading);
    [workshop, programmes::add_step(&operator, "SMI", &reading).await.unwrap()]
}

#[tokio::test]
async fn a_session_that_runs_a_step_is_offered_from_it_and_whoever_came_has_attended_it() {
    let (ground, cara) = with_educator().await;
    let [step, _] = programme(&ground).await;
    let step = BeginFields { step: step.to_string(), ..BeginFields::default() };
    let begin = Begin::read(step).unwrap();
    let form = sessions::form_from(&cara, &begin).await.unwrap().fields;
    assert_eq!((form.title.as_str(), form.minutes.as_str()), ("Asking", "60"));
    assert_eq!((form.format.as_str(), form.held_for.as_str()), ("workshop", "N1"));
    let id = sessions::draft_from(&cara, &says("Asking"), &begin).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    let mine = programmes::mine(&amina).await.unwrap().remove(0);
    assert_eq!(mine.next.unwrap().next_session, None, "a draft is nobody’s to book");
    // It builds what the step is meant to lead to, so nothing is missing.
    sessions::schedule(&cara, id, super::place::WHY).await.unwrap();
    let runs = sessions::session(&cara, id).await.unwrap().runs.unwrap();
    assert_eq!((runs.0.code.as_str(), runs.1.as_str()), ("SMI", "Asking"));
    let next = programmes::mine(&amina).await.unwrap().remove(0).next.unwrap();
    assert_eq!(next.next_session.map(|line| (line.id, line.own)), Some((id, None)));
    sessions::book(&amina, id, "T1", false).await.unwrap();
    let next = programmes::mine(&amina).await.unwrap().remove(0).next.unwrap().next_session;
    assert_eq!(next.and_then(|line| line.own), Some(BookingState::Booked));

    let (cara, amina) = (on(&cara, "2026-12-01"), on(&amina, "2026-12-01"));
    let marks = Vec::new();
    let all = TakeRegister { marks, service_users: None, everyone_else_arrived: true };
    sessions::take_register(&cara, id, &all).await.unwrap();
    let next = programmes::mine(&amina).await.unwrap().remove(0).next.unwrap();
    assert_eq!((next.taken, next.next_session), (None, None), "the register is open");
    sessions::close_register(&cara, id).await.unwrap();
    let next = programmes::mine(&amina).await.unwrap().remove(0).next.unwrap();
    assert_eq!((next.taken, next.state), (Some(Taking::Attended), Some(StepState::ToDo)));
    let manager = on(&ground.sign_in(BEN, Some((TeamManager, "P1"))).await, "2026-12-01");
    let team = programmes::team(&manager, "SMI", "T1").await.unwrap();
    let count = StepCount { done: 0, of: 1, attended: 1, begun: 0 };
    assert_eq!(team.come.unwrap().steps[0], count);
    assert_eq!(team.people.unwrap()[0].taken, [Some(Taking::Attended), None]);
}

#[tokio::test]
async fn a_step_is_chosen_for_a_session_and_a_step_that_is_removed_leaves_it() {
    let (ground, cara) = with_educator().await;
    let [step, reading] = programme(&ground).await;
    let bare = sessions::draft(&cara, &says("Asking")).await.unwrap();
    assert_eq!(beside(sessions::run_step(&cara, bare, Some(reading), false).await), "step");
    assert_eq!(sessions::run_step(&cara, bare, Some(step), false).await.unwrap(), 1);
    let detail = sessions::session(&cara, bare).await.unwrap();
    assert_eq!(detail.outcomes.len(), 1, "what the step is meant to lead to");
    // What a session builds already stays.
    let built = drafted(&cara, &says("Heart"), "LTC-1").await;
    sessions::run_step(&cara, built, Some(step), false).await.unwrap();
    let found = sessions::competencies(&cara, built).await.unwrap();
    assert_eq!((found.step, found.steps.len()), (Some(step), 1), "reading is no session");
    assert_eq!(sessions::session(&cara, built).await.unwrap().outcomes[0].competency.code, "LTC-1");
    let ben = ground.sign_in(BEN, None).await;
    assert!(is_not_found(sessions::run_step(&ben, bare, Some(step), false).await));
    programmes::remove_step(&ground.operator(), "SMI", step).await.unwrap();
    assert_eq!(sessions::session(&cara, bare).await.unwrap().runs, None);
    let over = scheduled(&cara, &says("Over")).await;
    let late = on(&cara, "2026-12-01");
    assert!(sessions::run_step(&late, over, None, false).await.is_err(), "it has taken place");
}
