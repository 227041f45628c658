//! Sessions in figures, and what one lacks of the numbers that it asks for.

use super::place::{AMINA, BEN, EVE, is_not_found, on, says, scheduled, with_educator};
use domain::sessions::format::Format;
use domain::sessions::forms::DescribeSession;
use domain::sessions::numbers::LeastNumbers;
use domain::sessions::register::TakeRegister;
use domain::sessions::tally::Figures;
use services::sessions;

#[tokio::test]
async fn a_session_counts_in_figures_once_its_register_is_closed() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let (amina, ben) = (ground.sign_in(AMINA, None).await, ground.sign_in(BEN, None).await);
    for user in [&amina, &ben] {
        sessions::book(user, id, "T1", false).await.unwrap();
    }
    let cara = on(&cara, "2026-12-01");
    let marks = Vec::new();
    let all = TakeRegister { marks, service_users: Some(Some(2)), everyone_else_arrived: true };
    sessions::take_register(&cara, id, &all).await.unwrap();
    let open = sessions::figures(&cara, "", ("", "")).await.unwrap();
    assert_eq!((open.all.sessions, open.open), (0, 1));
    sessions::close_register(&cara, id).await.unwrap();
    let closed = sessions::figures(&cara, "", ("", "")).await.unwrap();
    // Amina is a nurse, Ben a doctor, and Cara, who leads, a mental health nurse.
    let expected = Figures {
        sessions: 1,
        inter_professional: 1,
        cross_boundary: 1,
        professions: 2,
        teams: 1,
        organisations: 1,
        people: 2,
        attendances: 2,
        service_users: 2,
        minutes: 60,
        learning_minutes: 120,
    };
    assert_eq!((closed.all, closed.open), (expected, 0));
    let months: Vec<_> = closed.months.iter().map(|(first, of)| (first.to_string(), of)).collect();
    assert_eq!(months, [("2026-11-01".to_owned(), &expected)]);
    assert_eq!(closed.formats, [(Format::Workshop, expected)]);
    let own = sessions::session(&cara, id).await.unwrap().figures.unwrap();
    assert_eq!((own.figures, own.professions.len()), (expected, 2));
    assert_eq!(sessions::session(&on(&ben, "2026-12-01"), id).await.unwrap().figures, None);
    let mut file = Vec::new();
    sessions::figures_csv(&closed, &mut file).unwrap();
    let file = String::from_utf8(file).unwrap();
    let rows: Vec<_> = file.lines().skip(1).collect();
    let figures = "1,1,1,2,1,1,2,2,2,60,120";
    let expected = ["all,", "month,2026-11", "format,workshop"]
        .map(|row| format!("2026-04-01,2027-03-31,{row},{figures}"));
    assert_eq!(rows, expected);
}

#[tokio::test]
async fn figures_are_those_of_the_days_and_of_places_that_somebody_runs_sessions_for() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let cara = on(&cara, "2026-12-01");
    sessions::close_register(&cara, id).await.unwrap();
    let found = |place: &'static str, from: &'static str, to: &'static str| {
        let cara = cara.clone();
        async move { sessions::figures(&cara, place, (from, to)).await.unwrap() }
    };
    let table = [
        ("", "2026-11-30", "2026-11-30", 1),
        ("", "2026-12-01", "2026-12-31", 0),
        ("", "2026-11-01", "2026-11-29", 0),
        ("TH", "", "", 1),
        ("N1", "", "", 1),
        ("N2", "", "", 0),
        ("unknown", "", "", 0),
    ];
    for (place, from, to, sessions) in table {
        assert_eq!(found(place, from, to).await.all.sessions, sessions, "{place} {from} {to}");
    }
    let wrong = found("", "2026-12-01", "2026-11-01").await;
    assert!(wrong.errors.of("to").is_some());
    assert_eq!(wrong.all.sessions, 1, "those of this year");
    let neighbour = Some((domain::codes::GrantKind::Educator, "N2"));
    let ben = on(&ground.sign_in(BEN, neighbour).await, "2026-12-01");
    assert_eq!(sessions::figures(&ben, "", ("", "")).await.unwrap().all.sessions, 0);
    let eve = ground.sign_in(EVE, None).await;
    assert!(is_not_found(sessions::figures(&eve, "", ("", "")).await));
}

#[tokio::test]
async fn whoever_teaches_is_told_in_the_two_weeks_before_of_too_few() {
    let (ground, cara) = with_educator().await;
    let least = LeastNumbers { people: Some(2), professions: Some(3) };
    let id = scheduled(&cara, &DescribeSession { least, ..says("Safety plans") }).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let early = sessions::session(&on(&cara, "2026-11-15"), id).await.unwrap();
    assert_eq!(early.least.as_deref(), Some("At least 2 people and 3 professions"));
    assert_eq!(early.lacking, None);
    let told = Some("1 person and 1 profession more needed".to_owned());
    let (near, ben) = (on(&cara, "2026-11-16"), on(&ben, "2026-11-16"));
    assert_eq!(sessions::session(&near, id).await.unwrap().lacking, told);
    assert_eq!(sessions::mine(&near, 1).await.unwrap().leading[0].lacking, told);
    assert_eq!(sessions::session(&ben, id).await.unwrap().lacking, None, "he comes to it");
    assert_eq!(sessions::mine(&ben, 1).await.unwrap().coming[0].lacking, None);
    // Amina is a nurse, and Cara, who leads, counts as one too.
    let amina = on(&ground.sign_in(AMINA, None).await, "2026-11-16");
    sessions::book(&amina, id, "T1", false).await.unwrap();
    let told = sessions::session(&near, id).await.unwrap().lacking;
    assert_eq!(told.as_deref(), Some("1 profession more needed"));
}
