//! Protected time from page to page: a workforce lead promises it, an educator uses it, and a session that goes beyond it says why.

use crate::practice::{TODAY, practice, sign_in};
use crate::sessions::planned;
use domain::codes::{GrantKind, Sharing};
use http::StatusCode;
use tests::{Installation, Page, User};

/// The practice, whose organisations let others see their people.
async fn open_practice() -> Installation {
    let esteem = practice().await;
    let operator = esteem.operator();
    for organisation in ["P1", "MH"] {
        let level = domain::sharing::SetSharing { level: Sharing::People, from: operator.today };
        services::sharing::set(&operator, organisation, level).await.expect("a sharing level");
    }
    esteem
}

/// What stands beside a name in the sums of a year.
fn sum(page: &Page, name: &str) -> String {
    let (keys, values) =
        (page.all(".nhsuk-summary-list__key"), page.all(".nhsuk-summary-list__value"));
    let found = keys.into_iter().zip(values).find(|(key, _)| key == name);
    found.map(|(_, value)| value).unwrap_or_default()
}

/// Whether a row of a table holds all of these words.
fn has_row(page: &Page, words: &[&str]) -> bool {
    page.all("tr").iter().any(|row| words.iter().all(|word| row.contains(word)))
}

/// Ben, who teaches in the network of the workforce lead.
async fn ben(esteem: &Installation) -> User {
    esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await
}

/// The lead gives Ben an hour a week from today on, or from another day.
async fn gives_an_hour(lead: &mut User, from: [&str; 3]) -> Page {
    let list = lead.visit("/protected-time").await;
    let page = lead.visit(&list.links("Okoro, Ben")[0]).await;
    let [day, month, year] = from;
    let answers = [
        ("amount", "1"),
        ("unit", "hours"),
        ("starts_on-day", day),
        ("starts_on-month", month),
        ("starts_on-year", year),
        ("source", "Job plan"),
        ("agreed_by", "The medical director"),
    ];
    lead.submit(&page, "give_time", &answers).await
}

#[tokio::test]
async fn a_lead_promises_time_and_its_educator_enters_what_it_is_used_for() {
    let esteem = open_practice().await;
    let (mut ben, mut lead) = (ben(&esteem).await, sign_in(&esteem, "lead").await);
    assert!(ben.visit("/my/protected-time").await.says("No protected time is recorded"));
    let page = lead.visit("/protected-time").await;
    assert!(!page.says("Khan, Amina"), "she does not teach");
    assert!(lead.visit("/protected-time?q=khan").await.says("Khan, Amina"), "and can be found");
    let page = lead.visit(&page.links("Okoro, Ben")[0]).await;
    let refused = lead.submit(&page, "give_time", &[("amount", "a lot")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Choose how the amount is counted"), "{}", refused.words());
    assert!(refused.html.contains("a lot"), "what was typed stays");
    let given = gives_an_hour(&mut lead, ["2", "11", "2026"]).await;
    assert!(given.says("Saved the protected time"), "{}", given.words());
    let row = ["1 hour a week", "2 November 2026", "No end", "Job plan"];
    assert!(has_row(&given, &row), "{}", given.words());

    // 60 minutes a week for the 150 days from today to 31 March: 1,285.7 minutes.
    let own = ben.visit("/my/protected-time").await;
    assert_eq!(sum(&own, "Allocated"), "21 hours 26 minutes");
    let answers = [("kind", "used"), ("time_use", "delivery"), ("minutes", "30")];
    let refused = ben.submit(&own, "write_time_entry", &answers).await;
    assert!(refused.says("sessions that you lead count by themselves"), "{}", refused.words());
    let answers = [("kind", "used"), ("time_use", "preparation"), ("minutes", "30")];
    let saved = ben.submit(&own, "write_time_entry", &answers).await;
    assert_eq!(sum(&saved, "Delivered"), "30 minutes");
    let lost = [
        ("kind", "lost"),
        ("time_use", "delivery"),
        ("minutes", "60"),
        ("why_lost", "clinical_work"),
        ("note", "The clinic was full"),
    ];
    let lost = ben.submit(&saved, "write_time_entry", &lost).await;
    let row = ["Lost: Clinical work took it", "The clinic was full"];
    assert!(has_row(&lost, &row), "{}", lost.words());
    let seen = lead.visit(&given.path).await;
    assert_eq!([sum(&seen, "Lost"), sum(&seen, "Left")], ["1 hour", "19 hours 56 minutes"]);
    // The latest entry is the first in the list.
    let back = ben.submit(&lost, "take_time_entry_back", &[]).await;
    assert!(back.says("no longer counts"), "{}", back.words());
    assert_eq!(sum(&back, "Lost"), "0 minutes");
    let again = ben.submit(&lost, "take_time_entry_back", &[]).await;
    assert!(again.status.is_client_error(), "{}", again.words());
}

#[tokio::test]
async fn time_is_changed_from_a_day_on_and_ended_and_what_was_so_stays() {
    let esteem = open_practice().await;
    let (_ben, mut lead) = (ben(&esteem).await, sign_in(&esteem, "lead").await);
    let given = gives_an_hour(&mut lead, ["1", "10", "2026"]).await;
    let page = lead.visit(&given.links("Change or end")[0]).await;
    assert!(page.says("It ends the day before the change"), "{}", page.words());
    let early = [("starts_on-day", "1"), ("starts_on-month", "10")];
    let refused = lead.submit(&page, "change_time", &early).await;
    assert!(refused.says("after 1 October 2026"), "{}", refused.words());
    let changed = lead.submit(&page, "change_time", &[("amount", "2")]).await;
    let before = ["1 hour a week", "1 October 2026", "1 November 2026"];
    let after = ["2 hours a week", "2 November 2026", "No end"];
    assert!(has_row(&changed, &before) && has_row(&changed, &after), "{}", changed.words());
    let page = lead.visit(&changed.links("Change or end")[0]).await;
    let ends = [("last_day-day", "31"), ("last_day-month", "12"), ("last_day-year", "2026")];
    let ended = lead.submit(&page, "end_time", &ends).await;
    assert!(ended.says("Last day saved: 31 December 2026"), "{}", ended.words());
    let ahead = gives_an_hour(&mut lead, ["1", "1", "2027"]).await;
    let page = lead.visit(ahead.links("Change or end").last().expect("the one ahead")).await;
    let removed = lead.submit(&page, "remove_time", &[]).await;
    assert!(removed.says("Removed what was planned"), "{}", removed.words());
    assert!(!removed.says("1 January 2027"), "{}", removed.words());
}

#[tokio::test]
async fn a_session_without_protected_time_goes_ahead_with_a_reason_that_the_lead_reads() {
    let esteem = open_practice().await;
    let (mut ben, mut lead) = (ben(&esteem).await, sign_in(&esteem, "lead").await);
    let at = planned(&mut ben, "Safety plans", ("7", "12")).await;
    let page = ben.visit(&at).await;
    assert!(!page.says("Why does it go ahead"), "it is not asked before it is needed");
    let refused = ben.submit(&page, "schedule_session", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("You have no protected time."), "{}", refused.words());
    assert!(refused.says("Why does it go ahead without protected time?"), "{}", refused.words());
    let number = [("reason", "For 401 023 2137")];
    let patient = ben.submit(&refused, "schedule_session", &number).await;
    assert!(patient.says("Remove the NHS number"), "{}", patient.words());
    let why = [("reason", "The practices asked for it")];
    let open = ben.submit(&patient, "schedule_session", &why).await;
    assert!(open.says("It can be booked now"), "{}", open.words());
    let told =
        "Ben Okoro: no protected time, 1 hour 30 minutes. Reason: The practices asked for it";
    assert!(open.says(told), "{}", open.words());
    let mut amina = sign_in(&esteem, "amina").await;
    assert!(!amina.visit(&at).await.says("The practices asked"), "not everybody's to read");
    let list = lead.visit("/protected-time").await;
    assert!(list.says("No protected time: 1 hour 30 minutes"), "{}", list.words());
    assert!(list.says("The practices asked for it"), "{}", list.words());
    let beyond = lead.visit("/protected-time?beyond=yes").await;
    assert!(beyond.says("Okoro, Ben") && beyond.says("Beyond by 1 hour 30 minutes"));
    let own = ben.visit("/my/protected-time").await;
    assert_eq!(sum(&own, "Planned"), "1 hour 30 minutes");
    assert!(own.says("Stays on record"), "{}", own.words());
    let stood = "No protected time, as it stood when scheduled or changed";
    assert!(own.says(stood) && !own.says("Since then"), "{}", own.words());
    let page = ben.visit(&at).await;
    let over = ben.submit(&page, "cancel_session", &[("reason", "low_numbers")]).await;
    assert!(over.says("Since then: cancelled. Reason: The practices"), "{}", over.words());
    let own = ben.visit("/my/protected-time").await;
    assert!(own.says(stood) && own.says("Since then: cancelled"), "{}", own.words());
    assert_eq!(sum(&own, "Planned"), "0 minutes");
}

#[tokio::test]
async fn with_enough_protected_time_no_reason_is_asked_and_outside_its_dates_one_is() {
    let esteem = open_practice().await;
    let (mut ben, mut lead) = (ben(&esteem).await, sign_in(&esteem, "lead").await);
    assert_eq!(TODAY, "2026-11-02");
    gives_an_hour(&mut lead, ["8", "12", "2026"]).await;
    let before = planned(&mut ben, "Before", ("7", "12")).await;
    let page = ben.visit(&before).await;
    let refused = ben.submit(&page, "schedule_session", &[]).await;
    assert!(refused.says("no protected time on the day of this session"), "{}", refused.words());
    let within = planned(&mut ben, "Within", ("9", "12")).await;
    let page = ben.visit(&within).await;
    let open = ben.submit(&page, "schedule_session", &[]).await;
    assert!(open.says("It can be booked now"), "{}", open.words());
    assert!(!open.says("beyond the protected time of those"), "{}", open.words());
}

#[tokio::test]
async fn a_session_that_is_moved_out_of_protected_time_asks_why_and_nothing_typed_is_lost() {
    let esteem = open_practice().await;
    let (mut ben, mut lead) = (ben(&esteem).await, sign_in(&esteem, "lead").await);
    gives_an_hour(&mut lead, ["8", "12", "2026"]).await;
    let at = planned(&mut ben, "Within", ("9", "12")).await;
    let page = ben.visit(&at).await;
    let open = ben.submit(&page, "schedule_session", &[]).await;
    assert!(open.says("It can be booked now"), "{}", open.words());
    let page = ben.visit(&format!("{at}/change")).await;
    let question = "Why does it go ahead without protected time?";
    assert!(!page.says(question), "it is not asked before it is needed");
    let typed = [("day-day", "7"), ("about", "Plans made together")];
    let refused = ben.submit(&page, "change_session", &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("no protected time on the day of this session"), "{}", refused.words());
    assert!(refused.says(question), "{}", refused.words());
    assert!(refused.html.contains("id=\"change_session-reason\""), "{}", refused.html);
    let stands = |page: &Page, (name, value): (&str, &str)| {
        page.form("change_session").contains(&(name.to_owned(), value.to_owned()))
    };
    assert!(typed.iter().all(|answer| stands(&refused, *answer)), "{}", refused.html);
    let number = [("reason", "For 401 023 2137")];
    let patient = ben.submit(&refused, "change_session", &number).await;
    assert!(patient.says("Remove the NHS number"), "{}", patient.words());
    let why = ("reason", "The practices asked for it");
    let untitled = ben.submit(&patient, "change_session", &[why, ("title", "")]).await;
    assert!(untitled.says("Enter a title") && stands(&untitled, why), "{}", untitled.html);
    let saved = ben.submit(&untitled, "change_session", &[("title", "Within")]).await;
    assert!(saved.says("Saved Within"), "{}", saved.words());
    let told = "Ben Okoro: outside the dates of protected time, 1 hour 30 minutes. Reason: The practices asked for it";
    assert!(saved.says(told), "{}", saved.words());
    let list = lead.visit("/protected-time").await;
    assert!(list.says("The practices asked for it"), "{}", list.words());
    // Its reason stands: it is not asked again.
    let page = ben.visit(&format!("{at}/change")).await;
    let again = ben.submit(&page, "change_session", &[("day-day", "4")]).await;
    assert!(again.says("Saved Within"), "{}", again.words());
}
