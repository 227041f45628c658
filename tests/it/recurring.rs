//! A series in calendars: one name for all its sessions, one mail for one act, whatever becomes of them.

use crate::calendars::{Mailbox, does, holds, makes_a_feed, only, read, whole};
use crate::practice::{practice, sign_in};
use crate::series::{educator, in_series};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use tests::User;
use tests::mail_server::Taken;

/// The address of the series that a session is in.
async fn series_of(user: &mut User, at: &str) -> String {
    user.visit(at).await.links("See all of them")[0].clone()
}

/// The address of one of its sessions, by how its line begins.
async fn session_in(user: &mut User, series: &str, line: &str) -> String {
    user.visit(series).await.links(line)[0].clone()
}

fn subjects(letters: &[Taken], name: &str) -> Vec<String> {
    let address = format!("{name}@staff.example");
    let theirs = letters.iter().filter(|letter| letter.to == address);
    let mut subjects: Vec<String> =
        theirs.map(|letter| letter.head("Subject").replace("Esteem: ", "")).collect();
    subjects.sort();
    subjects
}

#[tokio::test]
async fn a_series_has_one_name_in_calendars_and_each_act_on_it_makes_one_mail() {
    let esteem = practice().await;
    let mut mail = Mailbox::start().await;
    let mut ben = educator(&esteem).await;
    // Mondays at 1pm: 7, 14, 21 and 28 December.
    let at = in_series(&mut ben).await;
    let series = series_of(&mut ben, &at).await;
    let led = subjects(&mail.letters(&esteem).await, "ben");
    assert_eq!(led, ["you lead 3 sessions of Safety plans", "you lead Safety plans"]);

    let mut amina = sign_in(&esteem, "amina").await;
    let hers = makes_a_feed(&mut amina).await;
    does(&mut amina, &series, "book_series", "You have a seat in 4 sessions").await;
    let (subject, text) = only(&mail.letters(&esteem).await, "amina");
    assert_eq!(subject, "you have a seat in 4 sessions of Safety plans");
    let uid = format!("UID:{}@esteem.test", at.trim_start_matches("/sessions/"));
    holds(
        &text,
        &[
            "METHOD:REQUEST",
            &uid,
            "SEQUENCE:8",
            "DTSTART;TZID=Europe/London:20261207T130000",
            "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO",
            "When: Monday 28 December 2026, 1pm to 2:30pm",
            "Removing them from your calendar does not give up your seats.",
        ],
    );
    assert!(!text.contains("RECURRENCE-ID") && !text.contains("EXDATE"), "{text}");

    // One is moved, as any session is: the others stand beside it.
    let second = session_in(&mut ben, &series, "2: Monday 14 December 2026").await;
    let page = ben.visit(&format!("{second}/change")).await;
    let moved = ben.submit(&page, "change_session", &[("day-day", "15")]).await;
    assert!(moved.says("Saved Safety plans"), "{}", moved.words());
    let (subject, text) = only(&mail.letters(&esteem).await, "amina");
    assert_eq!(subject, "Safety plans has moved");
    let whole_series = [
        "METHOD:REQUEST",
        &uid,
        "SEQUENCE:9",
        "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO",
        "RECURRENCE-ID;TZID=Europe/London:20261214T130000",
        "DTSTART;TZID=Europe/London:20261215T130000",
    ];
    holds(&text, &whole_series);

    // Another is cancelled: the series goes on without it.
    let third = session_in(&mut ben, &series, "3: Monday 21 December 2026").await;
    let page = ben.visit(&third).await;
    ben.submit(&page, "cancel_session", &[("reason", "low_numbers")]).await;
    let (subject, text) = only(&mail.letters(&esteem).await, "amina");
    assert_eq!(subject, "Safety plans is cancelled");
    holds(&text, &["METHOD:REQUEST", "SEQUENCE:11", "EXDATE;TZID=Europe/London:20261221T130000"]);
    let feed = read(&esteem, &hers).await;
    holds(&feed, &["EXDATE;TZID=Europe/London:20261221T130000\r\n", "SEQUENCE:11\r\n", &uid]);
    holds(&feed, &["RECURRENCE-ID;TZID=Europe/London:20261214T130000\r\n"]);
    assert_eq!(feed.matches("BEGIN:VEVENT").count(), 2, "the rule, and what was moved: {feed}");

    // Then the whole series.
    let page = ben.visit(&format!("{at}/series")).await;
    let why = [("part", "all"), ("reason", "low_numbers")];
    let cancelled = ben.submit(&page, "cancel_series", &why).await;
    assert!(cancelled.says("Cancelled 3 sessions and 3 bookings"), "{}", cancelled.words());
    let letters = mail.letters(&esteem).await;
    assert_eq!(letters.len(), 2, "one to each of them");
    let (subject, text) = only(&letters, "amina");
    assert_eq!(subject, "3 sessions of Safety plans are cancelled");
    holds(&text, &["METHOD:CANCEL", "STATUS:CANCELLED", &uid, "SEQUENCE:17"]);
    assert!(!text.contains("RECURRENCE-ID"), "not one of them: all. {text}");
    holds(&only(&letters, "ben").1, &["METHOD:CANCEL", "SEQUENCE:9"]);
    assert!(!read(&esteem, &hers).await.contains("VEVENT"));
}

#[tokio::test]
async fn a_series_is_taken_along_by_those_alone_who_have_a_part_in_it() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = in_series(&mut ben).await;
    let series = series_of(&mut ben, &at).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    let file = format!("{series}/calendar.ics");
    let link = "Add your sessions of this series to your calendar";
    for user in [&mut amina, &mut eve] {
        assert_eq!(user.visit(&file).await.status, StatusCode::NOT_FOUND);
        assert!(user.visit(&series).await.links(link).is_empty());
    }
    assert!(esteem.stranger().visit(&file).await.path.starts_with("/sign-in"));
    does(&mut amina, &at, "book_seat", "You have a seat").await;
    let page = amina.visit(&series).await;
    assert_eq!(page.links(link), std::slice::from_ref(&file));
    let taken = amina.visit(&file).await;
    assert_eq!(taken.headers[CONTENT_TYPE], "text/calendar; charset=utf-8");
    let text = whole(&taken);
    assert_eq!(text.matches("EXDATE").count(), 3, "the others are not hers: {text}");
    // The file of the session is the same, since a calendar knows both under one name.
    let session = amina.visit(&at).await;
    assert!(session.says("with your other sessions of its series"), "{}", session.words());
    let of_session = amina.visit(&session.links("Add to your calendar")[0]).await;
    assert_eq!(whole(&of_session), text);
    let second = session_in(&mut amina, &series, "2: Monday 14 December 2026").await;
    let not_hers = amina.visit(&format!("{second}/calendar.ics")).await;
    assert_eq!(not_hers.status, StatusCode::NOT_FOUND);
    assert_eq!(eve.visit(&file).await.status, StatusCode::NOT_FOUND);
    assert!(ben.visit(&file).await.status.is_success(), "he leads them");
    let nothing = amina.visit("/sessions/series/nothing/calendar.ics").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}
