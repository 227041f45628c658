//! A step of a programme is run: planned from the programme, booked from *My programmes*, chosen for a whole series.

use crate::practice::{TODAY, practice, sign_in};
use crate::sessions::{WHY, filled, scheduled};
use domain::codes::GrantKind;
use domain::programmes::StepFormat;
use domain::programmes::forms::{DescribeProgramme, DescribeStep, ProgrammeFields};
use services::programmes;
use tests::Installation;

/// A programme for practice nurses with one workshop.
async fn programme(esteem: &Installation) {
    let typed = ProgrammeFields {
        code: "SMI".to_owned(),
        title: "Severe mental illness".to_owned(),
        purpose: "Safer care".to_owned(),
        area: "N1".to_owned(),
        from: TODAY.to_owned(),
        ends_on: String::new(),
    };
    let says = DescribeProgramme::parse(&typed, vec!["PN".to_owned()], &[]).expect("a programme");
    let operator = esteem.operator();
    programmes::start(&operator, &says).await.expect("started");
    let step = DescribeStep {
        title: "Asking".to_owned(),
        what_happens: "People talk".to_owned(),
        format: StepFormat::Workshop,
        minutes: 90,
    };
    let id = programmes::add_step(&operator, "SMI", &step).await.expect("a step");
    let levels = [("RSK-1".to_owned(), domain::frameworks::Level::KNOWS_HOW)].into();
    programmes::set_competencies(&operator, "SMI", id, &levels).await.expect("competencies");
}

#[tokio::test]
async fn a_step_is_planned_as_a_session_and_booked_from_my_programmes() {
    let esteem = practice().await;
    programme(&esteem).await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let page = ben.visit("/programmes/SMI").await;
    let form = ben.visit(&page.links("Plan a session of this step")[0]).await;
    assert!(form.says("The draft runs a step of a programme"), "{}", form.words());
    let answers = [
        ("day-day", "7"),
        ("day-month", "12"),
        ("day-year", "2026"),
        ("time", "1pm"),
        ("venue", "Room 1"),
        ("capacity", "4"),
    ];
    let draft = ben.submit(&form, "draft_session", &answers).await;
    assert!(draft.says("The step “Asking” of the programme"), "{}", draft.words());
    let at = draft.path.clone();
    filled(&mut ben, &at).await;
    scheduled(&mut ben, &at).await;
    let mut amina = sign_in(&esteem, "amina").await;
    let mine = amina.visit("/my/programmes").await;
    assert!(mine.says("Next session: Monday 7 December 2026, 1pm to 2:30pm"), "{}", mine.words());
    assert!(mine.says("4 of 4 free"), "{}", mine.words());
    let session = amina.visit(&mine.links("Monday 7 December 2026")[0]).await;
    amina.submit(&session, "book_seat", &[]).await;
    let mine = amina.visit("/my/programmes").await;
    assert!(mine.says("Room 1. Booked."), "{}", mine.words());
    assert!(!amina.visit("/programmes/SMI").await.says("Plan a session of this step"));

    let page = ben.visit(&format!("{at}/repeat?pace=weekly&every=1&count=3")).await;
    let dates = [("dates[]", "2026-12-14"), ("dates[]", "2026-12-21"), WHY];
    let made = ben.submit(&page, "repeat_session", &dates).await;
    assert!(made.says("Made 2 more sessions"), "{}", made.words());
    let page = ben.visit(&format!("{at}/competencies")).await;
    let none = [("step", ""), ("whole_series", "yes")];
    let saved = ben.submit(&page, "run_step", &none).await;
    assert!(saved.says("Saved. No longer part of a programme: 3 sessions"), "{}", saved.words());
    assert!(!amina.visit("/my/programmes").await.says("Next session"));
}

#[tokio::test]
async fn a_programme_is_planned_as_a_series_from_its_page() {
    let esteem = practice().await;
    programme(&esteem).await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let one = ben.visit("/programmes/SMI").await;
    assert!(one.links("Plan all steps as a series").is_empty(), "one step is no series");
    let operator = esteem.operator();
    for (title, format) in [("Learning", StepFormat::Reading), ("Acting", StepFormat::Workshop)] {
        let (title, what_happens) = (title.to_owned(), "People talk".to_owned());
        let step = DescribeStep { title, what_happens, format, minutes: 90 };
        programmes::add_step(&operator, "SMI", &step).await.expect("a step");
    }
    let page = ben.visit("/programmes/SMI").await;
    let form = ben.visit(&page.links("Plan all steps as a series")[0]).await;
    assert!(form.says("These steps need no session"), "{}", form.words());
    assert!(form.says("Learning (Reading)"), "{}", form.words());
    let wrong = ben.visit("/programmes/SMI/series?day=2026-12-14&pace=weekly").await;
    assert!(wrong.says("Enter when it starts"), "{}", wrong.words());
    let asked = "day=2026-12-14&time=1pm&pace=weekly&every=1&minutes=60";
    let dates = ben.visit(&format!("/programmes/SMI/series?{asked}")).await;
    assert!(dates.says("every Monday at 1pm"), "{}", dates.words());
    assert!(dates.says("Workshop, 1 hour"), "{}", dates.words());
    assert_eq!(dates.all(".nhsuk-checkboxes__hint"), ["Bank holiday."]);
    let ticked = dates.form("plan_steps");
    let ticked: Vec<_> = ticked.iter().filter(|(name, _)| name == "dates[]").collect();
    assert_eq!(ticked.len(), 2, "one for each session");
    let few = [("dates[]", "2026-12-14"), ("venue", "Room 1"), ("capacity", "4")];
    let refused = ben.submit(&dates, "plan_steps", &few).await;
    assert!(
        refused.says("Tick 2 dates, one for each session. You have ticked 1"),
        "{}",
        refused.words()
    );
    assert!(refused.html.contains("Room 1"), "what was typed stays");
    let place = [("venue", "Room 1"), ("capacity", "4")];
    let series = ben.submit(&dates, "plan_steps", &place).await;
    assert!(series.says("Saved 2 sessions as drafts"), "{}", series.words());
    assert!(series.says("Series: Severe mental illness"), "{}", series.words());
    assert_eq!(series.links("Severe mental illness"), ["/programmes/SMI"]);
    let second = ben.visit(&series.links("2: Monday 21 December 2026")[0]).await;
    assert!(second.says("The step “Acting” of the programme"), "{}", second.words());
    let mut amina = sign_in(&esteem, "amina").await;
    assert!(amina.visit("/programmes/SMI").await.links("Plan all steps").is_empty());
    let gone = amina.visit("/programmes/SMI/series").await;
    assert_eq!(gone.status, http::StatusCode::NOT_FOUND);
}
