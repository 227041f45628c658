//! Sessions that run a step of a programme: planned from it, booked from it, and counted beside progress.

use super::place::{
    AMINA, BEN, DAN, WHY, beside, drafted, is_not_found, on, refused, says, scheduled,
    with_educator,
};
use crate::ground::Ground;
use domain::codes::GrantKind::{Educator, TeamManager};
use domain::frameworks::Level;
use domain::ids::{ProgrammeStepId, SessionSeriesId};
use domain::programmes::StepFormat;
use domain::programmes::counting::StepCount;
use domain::programmes::forms::{DescribeProgramme, DescribeStep};
use domain::programmes::progress::StepState;
use domain::programmes::taken::Taking;
use domain::sessions::BookingState;
use domain::sessions::format::Format;
use domain::sessions::forms::{BeginFields, DescribeSession};
use domain::sessions::register::TakeRegister;
use domain::sessions::series::forms::{StepsFields, StepsInTurn, StepsPlaceFields};
use domain::sessions::series::views::PossibleDate;
use entities::{session, session_series};
use services::db::counted;
use services::programmes;
use services::sessions::{self, Begin, series};
use services::{Ctx, Result};

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
    sessions::schedule(&cara, id, WHY).await.unwrap();
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

/// A simulation that is shorter than a session can be.
async fn acting(ground: &Ground) -> ProgrammeStepId {
    let operator = ground.operator();
    let step = DescribeStep {
        title: "Acting".to_owned(),
        what_happens: "People act".to_owned(),
        format: StepFormat::Simulation,
        minutes: 5,
    };
    let id = programmes::add_step(&operator, "SMI", &step).await.unwrap();
    let levels = [("RSK-1".to_owned(), Level::KNOWS_HOW)].into();
    programmes::set_competencies(&operator, "SMI", id, &levels).await.unwrap();
    id
}

/// Weekly from Monday 14 December on.
fn mondays() -> StepsFields {
    let [day, time, pace] = ["2026-12-14", "1pm", "weekly"].map(str::to_owned);
    StepsFields { day, time, pace, ..StepsFields::default() }
}

/// Plans the programme for a place on these days.
async fn planned(ctx: &Ctx, held_for: &str, days: &[&str]) -> Result<(SessionSeriesId, usize)> {
    let place = StepsPlaceFields {
        held_for: held_for.to_owned(),
        venue: "Room 1".to_owned(),
        link: String::new(),
        capacity: "5".to_owned(),
    };
    let days: Vec<String> = days.iter().map(|day| (*day).to_owned()).collect();
    let says = StepsInTurn::parse(&mondays()).unwrap();
    series::plan_steps(ctx, "SMI", says, (&place, &days)).await
}

#[tokio::test]
async fn before_a_programme_is_planned_its_dates_are_shown_with_what_speaks_against_them() {
    let (ground, cara) = with_educator().await;
    programme(&ground).await;
    let one = series::steps_form(&cara, "SMI", StepsFields::default()).await;
    assert!(refused(one).contains("Fewer than two steps"), "reading is no session");
    acting(&ground).await;
    let starts = "2026-12-14T13:30:00".parse().unwrap();
    scheduled(&cara, &DescribeSession { starts, ..says("Recovery") }).await;
    let form = series::steps_form(&cara, "SMI", mondays()).await.unwrap();
    let steps: Vec<_> = form.steps.iter().map(|one| (one.title.as_str(), one.minutes)).collect();
    assert_eq!(steps, [("Asking", 60), ("Acting", 15)]);
    assert_eq!(form.left_out, [("Reading".to_owned(), StepFormat::Reading)]);
    assert_eq!(form.session.fields.held_for, "N1");
    // From 14 December: she is in another session that day, and the 28th is the holiday of Boxing Day.
    let plain: Vec<_> = form.dates.iter().map(PossibleDate::is_plain).collect();
    assert_eq!(plain, [false, true, false, true, true, true]);
    assert!(form.dates[0].clashes[0].contains("You are in “Recovery” then"));
    let ticked: Vec<_> = form.ticked().map(|date| date.slot.starts.date().to_string()).collect();
    assert_eq!(ticked, ["2026-12-21", "2027-01-04"]);
    let late = StepsFields { time: String::new(), ..mondays() };
    let wrong = series::steps_form(&cara, "SMI", late).await.unwrap();
    assert_eq!(wrong.errors.0[0].field, "time");
    assert!(wrong.dates.is_empty());
    let ben = ground.sign_in(BEN, None).await;
    assert!(is_not_found(series::steps_form(&ben, "SMI", mondays()).await));
}

#[tokio::test]
async fn a_programme_becomes_a_series_of_drafts_each_of_which_runs_its_step() {
    let (ground, cara) = with_educator().await;
    let [asking, _] = programme(&ground).await;
    let acting = acting(&ground).await;
    let (id, made) = planned(&cara, "N1", &["2027-01-04", "2026-12-21"]).await.unwrap();
    assert_eq!(made, 2);
    let series = ground.only::<session_series::Entity>().await;
    // From 21 December to 4 January, without the 28th.
    assert_eq!(series.rule, "FREQ=WEEKLY;COUNT=3;BYDAY=MO");
    assert_eq!(series.starts, "2026-12-21T13:00:00".parse().unwrap());
    let mut rows = ground.all::<session::Entity>().await;
    rows.sort_by_key(|row| row.occurs_on);
    let what: Vec<_> = rows
        .iter()
        .map(|row| (row.title.as_str(), row.programme_step_id, row.format, row.minutes))
        .collect();
    let first = ("Asking", Some(asking), Format::Workshop, 60);
    assert_eq!(what, [first, ("Acting", Some(acting), Format::Simulation, 15)]);
    assert!(rows.iter().all(|row| row.scheduled_at.is_none() && row.series_id == Some(id)));
    let second = sessions::session(&cara, rows[1].id).await.unwrap();
    assert_eq!(second.slot.starts, "2027-01-04T13:00:00".parse().unwrap());
    let builds: Vec<_> =
        second.outcomes.iter().map(|outcome| outcome.competency.code.as_str()).collect();
    assert_eq!(builds, ["RSK-1"]);
    assert_eq!(second.leads[0].name, "Cara Miah");
    let page = series::series(&cara, id).await.unwrap();
    assert_eq!(
        (page.title.as_str(), page.words.as_str()),
        ("Severe mental illness", "every Monday at 1pm")
    );
    assert_eq!((page.programme.map(|of| of.code), page.drafts), (Some("SMI".to_owned()), 2));
    assert_eq!(series::schedule(&cara, id, WHY).await.unwrap(), 2, "they lack nothing");
}

#[tokio::test]
async fn a_programme_is_planned_whole_or_not_at_all_with_as_many_statements_for_more_steps() {
    let (ground, cara) = with_educator().await;
    programme(&ground).await;
    acting(&ground).await;
    let two = ["2026-12-21", "2027-01-04"];
    assert_eq!(beside(planned(&cara, "N1", &two[..1]).await), "dates");
    assert_eq!(beside(planned(&cara, "N9", &two).await), "held_for");
    let dan = ground.sign_in(DAN, Some((Educator, "N2"))).await;
    assert!(is_not_found(planned(&dan, "N1", &two).await), "he runs none there");
    assert!(ground.all::<session_series::Entity>().await.is_empty());
    assert!(ground.all::<session::Entity>().await.is_empty(), "none is made");
    let (made, few) = counted(planned(&cara, "N1", &two)).await;
    assert_eq!(made.unwrap().1, 2);
    acting(&ground).await;
    let three = ["2026-12-21", "2027-01-04", "2027-01-11"];
    let (made, many) = counted(planned(&cara, "N1", &three)).await;
    assert_eq!((made.unwrap().1, many), (3, few));
}
