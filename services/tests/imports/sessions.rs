//! Teaching sessions from a file: history as it is told, what is to come as on its page, corrections under the same code.

use super::small_place::expect;
use crate::ground::{Ground, TODAY, day, nobody_listens, tally};
use crate::sessions::place::{AMINA, BEN, CARA, WHY, on, place, says, scheduled, with_educator};
use domain::codes::GrantKind::Educator;
use domain::sessions::SessionState;
use domain::sessions::forms::DescribeSession;
use entities::{session, session_lead, session_outcome, session_team};
use services::imports::{self, Kind, Options, Source};
use services::{Ctx, sessions};

pub const HEAD: &str = "code,title,starts_at,minutes,lead_employee_number,capacity,format,location,outcomes,audience,state\n";
/// To come: two teams of one practice.
pub const AHEAD: &str =
    "W-1,Safety plans,2026-12-01 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1;T3,\n";
/// Over: by a doctor, who knows where.
pub const OVER: &str = "W-2,Heart and mood,2026-05-04 13:30,90,E2,12,,,,,\n";

/// The first line with one more column, or another with the reason in it.
pub fn with_reason(line: &str) -> String {
    let reason = if line == HEAD { "reason" } else { WHY };
    format!("{},{reason}\n", line.trim_end())
}

/// The faults of a file in somebody's name.
pub async fn faults_of(ctx: &Ctx, kind: Kind, text: &str) -> Vec<String> {
    let (source, watch) = (Source::text("file.csv", text), nobody_listens());
    let options = Options::at(day(TODAY));
    let checked = imports::check(ctx, kind, &source, &options, &watch).await.unwrap();
    checked.report.faults.listed.iter().map(ToString::to_string).collect()
}

async fn with_code(ground: &Ground, code: &str) -> session::Model {
    let all = ground.all::<session::Entity>().await;
    all.into_iter().find(|row| row.code == code).unwrap()
}

#[tokio::test]
async fn sessions_come_in_once_and_their_state_follows_from_their_time() {
    let (ground, cara) = with_educator().await;
    let text = format!("{HEAD}{AHEAD}{OVER}");
    let outcome = ground.bring(Kind::Sessions, &text).await;
    assert_eq!(tally(&outcome, "sessions").new, 2);
    let again = ground.bring(Kind::Sessions, &text).await;
    assert_eq!((tally(&again, "sessions").unchanged, tally(&again, "sessions").new), (2, 0));

    let (ahead, over) = (with_code(&ground, "W-1").await, with_code(&ground, "W-2").await);
    assert_eq!(ahead.starts_at.to_rfc3339(), "2026-12-01T13:00:00+00:00");
    assert_eq!(over.starts_at.to_rfc3339(), "2026-05-04T12:30:00+00:00", "by clocks in London");
    assert_eq!((ahead.import_id, ahead.drafted_by_id), (Some(outcome.import), None));
    let detail = sessions::session(&cara, ahead.id).await.unwrap();
    assert_eq!((detail.state, detail.missing.len()), (SessionState::Scheduled, 0));
    assert_eq!(detail.held_for.as_deref(), Some("Practice 1"), "the smallest place with both");
    assert!(detail.invited_only && detail.invited.len() == 2);
    assert_eq!(detail.imported_by.as_deref(), Some("operator"));
    let detail = sessions::session(&cara, over.id).await.unwrap();
    assert_eq!((detail.state, detail.held_for), (SessionState::Delivered, None));
    assert_eq!(detail.imported_by, None, "she does not run it");
    assert_eq!(ground.all::<session_lead::Entity>().await.len(), 2);
    assert_eq!(ground.only::<session_outcome::Entity>().await.level, 2);
    assert_eq!(ground.all::<session_team::Entity>().await.len(), 2);
}

#[tokio::test]
async fn what_is_to_come_is_held_against_the_rules_line_by_line() {
    let ground = place().await;
    let text = format!(
        "{HEAD}\
         A,No lead,2026-12-01 13:00,60,E2,5,workshop,Room 1,RSK-1:2,T1,\n\
         B,No place,2026-12-02 13:00,60,E3,5,workshop,,RSK-1:2,T1,\n\
         C,No outcome,2026-12-03 13:00,60,E3,5,workshop,Room 1,,T1,\n\
         D,One,2026-12-04 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1,\n\
         E,Two,2026-12-04 13:30,60,E3,5,workshop,Room 1,RSK-1:2,T1,\n\
         F,Not yet,2026-12-05 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1,delivered\n\
         G,Heart and mood,2026-12-07 13:00,60,E5,5,workshop,Room 1,LTC-1:2,T2,\n\
         H,A draft,2026-12-08 13:00,60,E2,5,,,,,draft\n"
    );
    expect(
        &ground.faults(Kind::Sessions, &text).await,
        &[
            "line 2, lead_employee_number: Add a lead who is a mental health professional.",
            "line 3, location: Say where it is",
            "line 4, outcomes: Choose at least one competency",
            "line 5, starts_at '2026-12-04 13:00:00': Cara Miah leads “Two” then",
            "line 6, starts_at '2026-12-04 13:30:00': Cara Miah leads “One” then",
            "line 7, state: has not taken place yet",
        ],
    );
}

#[tokio::test]
async fn cells_that_cannot_be_read_are_told_with_line_and_column() {
    let ground = place().await;
    let text = format!(
        "{HEAD}\
         A,One,2027-03-28 01:30,10,E9,0,lecture,Room 1,RSK-9:2,T1;XX,maybe\n\
         B,saw 401 023 2137,2026-12-02,60,E3,5,workshop,https://a b,RSK-1,T1,\n\
         C,Twice,2026-12-03 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1,\n\
         C,Twice,2026-12-03 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1,\n"
    );
    expect(
        &ground.faults(Kind::Sessions, &text).await,
        &[
            "line 2, starts_at '2027-03-28 01:30': is a time that clocks in London leave out",
            "line 2, minutes '10': write a whole number from 15 to 2400",
            "line 2, lead_employee_number 'E9': nobody on record has this number",
            "line 2, capacity '0': write a whole number from 1 to 1000",
            "line 2, format 'lecture': 'lecture' is not a known format of a session",
            "line 2, outcomes 'RSK-9:2': 'RSK-9' is not the code of a competency",
            "line 2, audience 'T1;XX': 'XX' is not the code of a team on record",
            "line 2, state 'maybe': 'maybe' is not a known session state",
            "line 3, title: holds an NHS number",
            "line 3, starts_at '2026-12-02': '2026-12-02' is not a day and time",
            "line 3, location 'https://a b': Enter the link",
            "line 3, outcomes 'RSK-1': 'RSK-1' has no level",
            "line 5, code 'C': repeats line 4",
        ],
    );
}

#[tokio::test]
async fn a_changed_value_is_a_correction_and_nobody_loses_a_seat_by_it() {
    let ground = place().await;
    ground.bring(Kind::Sessions, &format!("{HEAD}{AHEAD}")).await;
    let id = with_code(&ground, "W-1").await.id;
    let renamed = AHEAD.replace("Safety plans", "Safety plans together");
    let checked = ground.check(Kind::Sessions, &format!("{HEAD}{renamed}")).await;
    let told = "W-1: title 'Safety plans' becomes 'Safety plans together'";
    assert_eq!(checked.report.examples[0].sentence, told);
    ground.merge(checked).await;
    assert_eq!(with_code(&ground, "W-1").await.title, "Safety plans together");
    assert_eq!(with_code(&ground, "W-1").await.revision, 1, "calendars are told");

    let moved = renamed.replace("2026-12-01 13:00,60", "2026-12-02 13:00,90");
    let moved = moved.replace("E3,5", "E4,4").replace("RSK-1:2", "RSK-1:1").replace("T1;T3", "T1");
    let outcome = ground.bring(Kind::Sessions, &format!("{HEAD}{moved}")).await;
    assert_eq!(tally(&outcome, "sessions").corrected, 1);
    assert_eq!(with_code(&ground, "W-1").await.revision, 2, "and again");
    assert_eq!(ground.all::<session_lead::Entity>().await.len(), 1, "in the place of the first");
    assert_eq!(ground.only::<session_outcome::Entity>().await.level, 1);
    assert_eq!(ground.all::<session_team::Entity>().await.len(), 1);

    for number in [AMINA, BEN] {
        sessions::book(&ground.sign_in(number, None).await, id, "T1", false).await.unwrap();
    }
    let worse = [
        ("E4,4", "E4,1", "line 2, capacity '1': 2 people hold a seat"),
        (
            "2026-12-02 13:00",
            "2026-12-02 14:00",
            "line 2, starts_at '2026-12-02 14:00:00': people were told",
        ),
        (",90,", ",60,", "line 2, minutes '60': people were told"),
        ("Room 1", "Room 2", "line 2, location: people were told"),
        ("plans together", "plans", "line 2, title"),
        ("T1,\n", "T1,cancelled\n", "line 2, state: people were told"),
        ("T1,\n", "T1,draft\n", "line 2, state: is no draft here any more"),
    ];
    for (from, to, fault) in worse {
        let text = format!("{HEAD}{}", moved.replace(from, to));
        expect(&ground.faults(Kind::Sessions, &text).await, &[fault]);
    }
    let larger = format!("{HEAD}{}", moved.replace("E4,4", "E4,40"));
    assert_eq!(tally(&ground.bring(Kind::Sessions, &larger).await, "sessions").corrected, 1);
}

#[tokio::test]
async fn a_lead_of_another_session_on_record_is_not_free_and_a_file_may_make_room() {
    let (ground, cara) = with_educator().await;
    scheduled(&cara, &says("Recovery")).await;
    let at_once = AHEAD.replace("2026-12-01 13:00", "2026-11-30 13:30");
    let told = ground.faults(Kind::Sessions, &format!("{HEAD}{at_once}")).await;
    expect(&told, &["line 2, starts_at '2026-11-30 13:30:00': Cara Miah leads “Recovery” then"]);
    // The line that makes room comes later in the file.
    ground.bring(Kind::Sessions, &format!("{HEAD}{AHEAD}")).await;
    let takes = "W-3,Recovery,2026-12-01 13:00,60,E3,5,workshop,Room 2,RSK-1:2,T1,\n";
    let makes_room = AHEAD.replace("2026-12-01", "2026-12-02");
    let outcome = ground.bring(Kind::Sessions, &format!("{HEAD}{takes}{makes_room}")).await;
    let tally = tally(&outcome, "sessions");
    assert_eq!((tally.new, tally.corrected), (1, 1));
}

#[tokio::test]
async fn what_is_over_stays_unless_it_came_from_a_file() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &DescribeSession { link: None, ..says("Recovery") }).await;
    ground.bring(Kind::Sessions, &format!("{HEAD}{OVER}")).await;
    let code = ground.all::<session::Entity>().await;
    let code = code.iter().find(|row| row.id == id).unwrap().code.clone();
    let later = on(&ground.operator(), "2026-12-05");
    let line = format!("{code},Recovery,2026-11-30 13:00,45,E3,5,,,,,\n");
    let told = faults_of(&later, Kind::Sessions, &format!("{HEAD}{line}")).await;
    let fault = format!("line 2, code '{code}': is over here and stays as it was");
    expect(&told, &[fault.as_str()]);
    let shorter = OVER.replace(",90,", ",45,");
    assert!(faults_of(&later, Kind::Sessions, &format!("{HEAD}{shorter}")).await.is_empty());
    let again = OVER.replace("2026-05-04", "2026-12-04");
    let told = faults_of(&ground.operator(), Kind::Sessions, &format!("{HEAD}{again}")).await;
    assert!(told.iter().any(|fault| fault.contains("has taken place here")), "{told:?}");
}

#[tokio::test]
async fn whoever_runs_sessions_brings_those_of_their_places() {
    let ground = place().await;
    let cara = ground.sign_in(CARA, Some((Educator, "N1"))).await;
    let head = with_reason(HEAD);
    let own = with_reason(AHEAD).replace("Room 1", "https://meet.example/risk");
    assert!(faults_of(&cara, Kind::Sessions, &format!("{head}{own}")).await.is_empty());
    let text = format!(
        "{head}\
         A,One,2026-12-02 13:00,60,E3,5,workshop,Room 1,RSK-1:2,T1;T2,,{WHY}\n\
         B,Two,2026-12-03 13:00,60,E3,5,workshop,Room 1,RSK-1:2,,,{WHY}\n\
         C,Three,2026-12-04 13:00,60,E5,5,workshop,Room 1,LTC-1:2,T1,,{WHY}\n"
    );
    expect(
        &faults_of(&cara, Kind::Sessions, &text).await,
        &[
            "line 2, audience: you bring no sessions for a place that holds all",
            "line 3, audience: name the teams",
            "line 4, lead_employee_number 'E5': nobody on record has this number",
        ],
    );
    ground.bring(Kind::Sessions, &format!("{HEAD}{OVER}")).await;
    let told =
        faults_of(&cara, Kind::Sessions, &format!("{HEAD}{}", OVER.replace("E2", "E3"))).await;
    expect(&told, &["line 2, code 'W-2': belongs to a session outside"]);
}
