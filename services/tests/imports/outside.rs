//! Sessions of a file that protected time does not cover: each says why it goes ahead, and its reason stands where that of the
//! page stands.

use super::sessions::{AHEAD, HEAD, faults_of, with_reason};
use super::small_place::expect;
use crate::ground::{TODAY, day, nobody_listens, tally};
use crate::protected_time::{lead, minutes, noted, person};
use crate::sessions::place::{WHY, with_educator};
use domain::protected_time::{EntryKind, Shortfall};
use entities::{audit_entry, protected_time_entry};
use services::imports::{self, Kind, Options, Source};
use services::{protected_time, sessions};

/// A file of such lines.
fn file(lines: &[String]) -> String {
    with_reason(HEAD) + &lines.concat()
}

/// A session to come of one practice, led by Cara.
fn line(code: &str, day: &str, minutes: u32, reason: &str) -> String {
    format!("{code},Safety plans,{day} 13:00,{minutes},E3,5,workshop,Room 1,RSK-1:2,T1,,{reason}\n")
}

#[tokio::test]
async fn what_is_to_come_says_why_and_what_is_over_or_only_a_draft_does_not() {
    let (ground, cara) = with_educator().await;
    let over = "W-2,Heart and mood,2026-05-04 13:30,90,E3,12,,,,T1,,\n".to_owned();
    let draft = line("W-3", "2026-12-02", 60, "").replace("T1,,", "T1,draft,");
    let cancelled = line("W-4", "2026-12-03", 60, "").replace("T1,,", "T1,cancelled,");
    let text = file(&[line("W-1", "2026-12-01", 60, " "), over, draft, cancelled]);
    let own = faults_of(&cara, Kind::Sessions, &text).await;
    expect(
        &own,
        &["line 2, reason: You have no protected time. Enter why the session goes ahead."],
    );
    let told = ground.faults(Kind::Sessions, &text).await;
    expect(&told, &["line 2, reason: Cara Miah has no protected time."]);
    let patient = file(&[line("W-1", "2026-12-01", 60, "For 401 023 2137")]);
    let told = ground.faults(Kind::Sessions, &patient).await;
    expect(&told, &["line 2, reason: holds an NHS number"]);
}

#[tokio::test]
async fn the_reason_stands_in_the_ledger_in_the_audit_log_and_on_the_list_of_the_workforce_lead() {
    let (ground, cara) = with_educator().await;
    let text = file(&[line("W-1", "2026-12-01", 60, WHY)]);
    let (source, options) = (Source::text("sessions.csv", &text), Options::at(day(TODAY)));
    let watch = nobody_listens();
    imports::bring_in(&cara, Kind::Sessions, &source, &options, &watch).await.unwrap();
    let entry = ground.only::<protected_time_entry::Entity>().await;
    assert_eq!((entry.kind, entry.shortfall), (EntryKind::Outside, Some(Shortfall::NoAllocation)));
    assert_eq!((entry.person_id, entry.minutes), (person(&cara), 60));
    assert_eq!(entry.note.as_deref(), Some(WHY));
    assert_eq!(entry.recorded_by_id, cara.actor.account_id());
    let id = entry.session_id.unwrap();
    let log = ground.all::<audit_entry::Entity>().await;
    let act = log.iter().find(|entry| entry.action == "import session").unwrap();
    assert_eq!((act.subject_id.as_str(), act.note.as_deref()), (&*id.to_string(), Some(WHY)));
    assert_eq!(sessions::session(&cara, id).await.unwrap().outside[0].reason, WHY);
    let (lead, everybody) = (lead(&ground).await, protected_time::EducatorsAsk::default());
    let list = protected_time::educators(&lead, &everybody).await.unwrap();
    assert_eq!(list.reasons[0].reason, WHY);

    // The same file again, and a correction that takes no more time, ask and tell nothing anew.
    assert_eq!(tally(&ground.bring(Kind::Sessions, &text).await, "sessions").unchanged, 1);
    let renamed = text.replace("Safety plans", "Safety plans together").replace(WHY, "");
    assert_eq!(tally(&ground.bring(Kind::Sessions, &renamed).await, "sessions").corrected, 1);
    assert_eq!(ground.all::<protected_time_entry::Entity>().await.len(), 1);
}

#[tokio::test]
async fn what_the_lines_before_take_counts_and_what_is_on_record_counts_as_the_file_has_it() {
    let (ground, cara) = with_educator().await;
    protected_time::give(&lead(&ground).await, person(&cara), &minutes(100)).await.unwrap();
    let (first, second) = (line("W-1", "2026-12-01", 60, ""), line("W-2", "2026-12-02", 60, ""));
    // 60 and 60 are 20 more than 100, whichever comes first.
    let lacks = "Cara Miah has too little protected time left that year: this session takes 20 minutes more.";
    for lines in [[first.clone(), second.clone()], [second.clone(), first.clone()]] {
        let told = ground.faults(Kind::Sessions, &file(&lines)).await;
        expect(&told, &[format!("line 3, reason: {lacks}").as_str()]);
    }
    ground.bring(Kind::Sessions, &file(&[first])).await;
    let told = ground.faults(Kind::Sessions, &file(std::slice::from_ref(&second))).await;
    expect(&told, &[format!("line 2, reason: {lacks}").as_str()]);
    // A later line leaves 60 of the 100: W-1 takes 40 now, on another day.
    let shorter = line("W-1", "2026-12-03", 40, "");
    let outcome = ground.bring(Kind::Sessions, &file(&[second, shorter])).await;
    assert_eq!(tally(&outcome, "sessions").new, 1);
    assert_eq!(ground.all::<protected_time_entry::Entity>().await, [], "nothing was beyond");
}

#[tokio::test]
async fn whoever_takes_the_place_of_the_lead_is_asked_for() {
    let (ground, cara) = with_educator().await;
    ground.bring(Kind::Sessions, &file(&[line("W-1", "2026-12-01", 60, WHY)])).await;
    let other = |reason| file(&[line("W-1", "2026-12-01", 60, reason).replace("E3,5", "E4,5")]);
    let told = ground.faults(Kind::Sessions, &other("")).await;
    expect(&told, &["line 2, reason: Dan Reid has no protected time."]);
    ground.bring(Kind::Sessions, &other("Cara is away")).await;
    let ledger = ground.all::<protected_time_entry::Entity>().await;
    assert_eq!(ledger.len(), 2);
    let told = sessions::session(&cara, ledger[0].session_id.unwrap()).await.unwrap().outside;
    let told: Vec<_> = told.iter().map(|line| (&*line.name, &*line.reason)).collect();
    assert_eq!(told, [("Dan Reid", "Cara is away")], "of whoever leads it still");
}

#[tokio::test]
async fn what_was_planned_elsewhere_comes_without_the_column_and_is_marked_and_told_all_the_same() {
    let (ground, cara) = with_educator().await;
    ground.bring(Kind::Sessions, &format!("{HEAD}{AHEAD}")).await;
    let entry = ground.only::<protected_time_entry::Entity>().await;
    assert_eq!((entry.note, entry.recorded_by_id), (None, None));
    let told = sessions::session(&cara, entry.session_id.unwrap()).await.unwrap().outside;
    assert!(told[0].reason.starts_with("Not given. The session was planned elsewhere"));
    // Whoever plans sessions here is asked, with the column or without.
    let next = AHEAD.replace("W-1", "W-2").replace("2026-12-01", "2026-12-02");
    let told = faults_of(&cara, Kind::Sessions, &format!("{HEAD}{next}")).await;
    expect(&told, &["line 2, reason: You have no protected time."]);
    // What was not given is no reason that would hold for a move.
    let moved = AHEAD.replace("2026-12-01", "2026-12-08");
    let told = faults_of(&cara, Kind::Sessions, &format!("{HEAD}{moved}")).await;
    expect(&told, &["line 2, reason: You have no protected time."]);
}

#[tokio::test]
async fn a_line_that_moves_or_lengthens_its_session_is_asked_as_a_new_one_until_a_reason_stands() {
    let (ground, cara) = with_educator().await;
    protected_time::give(&lead(&ground).await, person(&cara), &minutes(100)).await.unwrap();
    ground.bring(Kind::Sessions, &file(&[line("W-1", "2026-12-01", 60, "")])).await;
    let moved = |reason| file(&[line("W-1", "2026-12-08", 60, reason)]);
    let told = ground.faults(Kind::Sessions, &moved("")).await;
    let lacks = "line 2, reason: Cara Miah has no protected time on the day of this session.";
    expect(&told, &[lacks]);
    let longer = file(&[line("W-1", "2026-12-01", 130, "")]);
    let told = ground.faults(Kind::Sessions, &longer).await;
    expect(
        &told,
        &[
            "line 2, reason: Cara Miah has too little protected time left that year: this session takes 30 minutes more.",
        ],
    );
    // Another hour takes nothing anew.
    let hour = file(&[line("W-1", "2026-12-01", 60, WHY).replace("13:00", "14:00")]);
    assert_eq!(tally(&ground.bring(Kind::Sessions, &hour).await, "sessions").corrected, 1);
    assert_eq!(ground.all::<protected_time_entry::Entity>().await, []);

    ground.bring(Kind::Sessions, &moved(WHY)).await;
    let entry = ground.only::<protected_time_entry::Entity>().await;
    assert_eq!((entry.shortfall, entry.minutes), (Some(Shortfall::OutsideDates), 60));
    assert_eq!((entry.person_id, entry.note.as_deref()), (person(&cara), Some(WHY)));
    assert_eq!(noted(&ground, "import session").await, [Some(WHY.to_owned())]);
    let again = file(&[line("W-1", "2026-12-09", 90, "")]);
    assert_eq!(tally(&ground.bring(Kind::Sessions, &again).await, "sessions").corrected, 1);
    assert_eq!(ground.all::<protected_time_entry::Entity>().await.len(), 1);
}

#[tokio::test]
async fn what_a_moved_session_takes_is_seen_by_the_lines_around_it() {
    let (ground, cara) = with_educator().await;
    protected_time::give(&lead(&ground).await, person(&cara), &minutes(100)).await.unwrap();
    ground.bring(Kind::Sessions, &file(&[line("W-1", "2026-12-01", 60, "")])).await;
    // It took its 60 minutes of the year before, so the new one goes beyond, whichever line comes first.
    let (new, moved) = (line("W-2", "2026-12-02", 60, ""), line("W-1", "2026-12-03", 60, ""));
    for (lines, number) in [([new.clone(), moved.clone()], 2), ([moved, new], 3)] {
        let told = ground.faults(Kind::Sessions, &file(&lines)).await;
        let lacks = format!("line {number}, reason: Cara Miah has too little protected time left");
        expect(&told, &[lacks.as_str()]);
    }
    // Made longer, it takes what the lines before it leave: 40 and 90 are 30 more than 100.
    let lines = [line("W-2", "2026-12-02", 40, ""), line("W-1", "2026-12-01", 90, "")];
    let told = ground.faults(Kind::Sessions, &file(&lines)).await;
    let lacks = "line 3, reason: Cara Miah has too little protected time left that year: this session takes 30 minutes more.";
    expect(&told, &[lacks]);
}

#[tokio::test]
async fn what_is_moved_by_a_file_without_the_column_is_marked_as_not_given() {
    let (ground, cara) = with_educator().await;
    protected_time::give(&lead(&ground).await, person(&cara), &minutes(100)).await.unwrap();
    ground.bring(Kind::Sessions, &format!("{HEAD}{AHEAD}")).await;
    assert_eq!(ground.all::<protected_time_entry::Entity>().await, []);
    let moved = format!("{HEAD}{}", AHEAD.replace("2026-12-01", "2026-12-08"));
    let told = faults_of(&cara, Kind::Sessions, &moved).await;
    expect(&told, &["line 2, reason: You have no protected time on the day of this session."]);
    ground.bring(Kind::Sessions, &moved).await;
    let entry = ground.only::<protected_time_entry::Entity>().await;
    assert_eq!((entry.note, entry.shortfall), (None, Some(Shortfall::OutsideDates)));
}
