//! A session is repeated, its dates looked at before they are made, booked at one press, then changed and cancelled together; one
//! that took place before is recorded.

use crate::practice::{practice, sign_in};
use crate::sessions::{WHY, filled, planned, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, User};

/// Ben, who teaches in the network of Amina and Eve.
pub async fn educator(esteem: &Installation) -> User {
    esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await
}

/// Ben's session on Monday 7 December, scheduled and repeated on the three Mondays after it; the address of the first.
pub async fn in_series(ben: &mut User) -> String {
    let at = planned(ben, "Safety plans", ("7", "1")).await;
    scheduled(ben, &at).await;
    let page = ben.visit(&format!("{at}/repeat?pace=weekly&every=1&count=4")).await;
    let all = [("dates[]", "2026-12-14"), ("dates[]", "2026-12-21"), ("dates[]", "2026-12-28")];
    let series = ben.submit(&page, "repeat_session", &[all.as_slice(), &[WHY]].concat()).await;
    assert!(series.says("Made 3 more sessions"), "{}", series.words());
    at
}

#[tokio::test]
async fn the_dates_of_a_series_are_looked_at_before_they_are_made() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = planned(&mut ben, "Safety plans", ("7", "12")).await;
    let draft = ben.visit(&at).await;
    let page = ben.visit(&draft.links("Repeat this session")[0]).await;
    assert!(page.says("How is it repeated?"), "{}", page.words());
    let choices = page.all("option");
    assert!(choices.contains(&"On the first Monday of each month".to_owned()), "{choices:?}");
    assert!(!choices.iter().any(|one| one.contains("last Monday")), "the 7th is not the last");
    let wrong = ben.visit(&format!("{at}/repeat?pace=weekly&every=1&count=61")).await;
    assert!(wrong.text("title").starts_with("Error: "), "{}", wrong.text("title"));
    assert!(wrong.says("There is a problem"), "{}", wrong.words());
    assert!(wrong.says("from 2 to 60"), "{}", wrong.words());
    let dates = ben.visit(&format!("{at}/repeat?pace=weekly&every=1&count=4")).await;
    assert!(dates.says("every Monday at 1pm"), "{}", dates.words());
    assert!(dates.says("Monday 28 December 2026"), "{}", dates.words());
    assert_eq!(dates.all(".nhsuk-checkboxes__hint"), ["Bank holiday."]);
    let ticked = dates.form("repeat_session");
    let ticked: Vec<_> = ticked.iter().filter(|(name, _)| name == "dates[]").collect();
    assert_eq!(ticked.len(), 2, "the bank holiday is not");
    let series = ben.submit(&dates, "repeat_session", &[]).await;
    assert!(series.says("Made 2 more sessions"), "{}", series.words());
    assert!(series.says("Every Monday at 1pm, 3 sessions."), "{}", series.words());
    let opened = ben.submit(&series, "schedule_series", &[WHY]).await;
    assert!(opened.says("Scheduled 3 sessions"), "{}", opened.words());
    let second = ben.visit(&opened.links("2: Monday 14 December 2026")[0]).await;
    assert!(second.says("One of 3: every Monday at 1pm. This is number 2."), "{}", second.words());
    let third = ben.visit(&second.links("Next: Monday 21 December 2026")[0]).await;
    assert!(third.says("This is number 3"), "{}", third.words());
}

#[tokio::test]
async fn a_series_is_booked_at_one_press_and_the_list_tells_each() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = in_series(&mut ben).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    let page = amina.visit(&at).await;
    amina.submit(&page, "book_seat", &[]).await;
    let first = eve.visit(&at).await;
    let series = eve.visit(&first.links("See all of them")[0]).await;
    let booked = eve.submit(&series, "book_series", &[]).await;
    let told = "You have a seat in 3 sessions. You are on the waiting list of 1 session.";
    assert!(booked.says(told), "{}", booked.words());
    assert!(!booked.says("Book all sessions"), "nothing is left to book");
    // Ben leads them all, so he has no seat to book.
    let run = ben.visit(&series.path).await;
    assert!(run.says("You lead this session"), "{}", run.words());
}

#[tokio::test]
async fn several_sessions_are_changed_and_cancelled_from_one_of_them() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = in_series(&mut ben).await;
    let first = ben.visit(&at).await;
    let page = ben.visit(&first.links("Change or cancel several")[0]).await;
    let many = page.all(".nhsuk-radios__hint");
    assert_eq!(many[..3], ["1 session", "4 sessions", "4 sessions"], "this, later ones, and all");
    let mut amina = sign_in(&esteem, "amina").await;
    let seat = amina.visit(&at).await;
    amina.submit(&seat, "book_seat", &[]).await;
    let page = ben.visit(&first.links("Change or cancel several")[0]).await;
    let many = page.all(".nhsuk-radios__hint");
    assert_eq!(many[2], "4 sessions, in which 1 person has a seat");
    let before = "1 person has a seat in one or more of these sessions: they are told by mail";
    assert!(page.says(before), "{}", page.words());
    let unsaid = ben.submit(&page, "change_series", &[("time", "2pm")]).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsaid.says("Choose which sessions are meant"), "{}", unsaid.words());
    let number = [("part", "all"), ("about", "Bring the notes of 401 023 2137")];
    let refused = ben.submit(&page, "change_series", &number).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let changed = ben.submit(&page, "change_series", &[("part", "all"), ("time", "3pm")]).await;
    assert!(changed.says("Changed 4 sessions. 1 person is told"), "{}", changed.words());
    assert!(changed.says("every Monday at 3pm"), "{}", changed.words());
    // A page of before that is refused first still knows what it showed, and takes nothing back.
    let stale = ben.submit(&page, "change_series", &[]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = ben.submit(&stale, "change_series", &[("part", "all")]).await;
    assert!(again.says("Nothing was changed"), "{}", again.words());
    // To the time of another session of his: refused with the day, and nothing moves.
    let other = planned(&mut ben, "Recovery", ("21", "12")).await;
    scheduled(&mut ben, &other).await;
    let page = ben.visit(&first.links("Change or cancel several")[0]).await;
    let back = ben.submit(&page, "change_series", &[("part", "all"), ("time", "1pm")]).await;
    assert!(back.says("Monday 21 December 2026: You are in “Recovery” then"), "{}", back.words());
    let why = [("part", "later"), ("reason", "low_numbers")];
    let cancelled = ben.submit(&page, "cancel_series", &why).await;
    assert!(cancelled.says("Cancelled 4 sessions and 1 booking"), "{}", cancelled.words());
    let over = ben.visit(&format!("{at}/series")).await;
    assert!(over.says("0 sessions"), "{}", over.words());
}

#[tokio::test]
async fn a_session_is_planned_like_another_and_one_that_is_over_recorded() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = planned(&mut ben, "Safety plans", ("7", "12")).await;
    let draft = ben.visit(&at).await;
    let page = ben.visit(&draft.links("Plan another like this")[0]).await;
    assert!(page.html.contains("value=\"Safety plans\""), "{}", page.words());
    let answers = [("day-day", "11"), ("day-month", "1"), ("day-year", "2027")];
    let like = ben.submit(&page, "draft_session", &answers).await;
    assert!(like.says("Monday 11 January 2027, 1pm") && like.says("Dr Ito"), "{}", like.words());
    scheduled(&mut ben, &like.path).await;

    let plan = ben.visit("/sessions/new").await;
    let page = ben.visit(&plan.links("Record a session that has taken place")[0]).await;
    let mut answers = vec![
        ("title", "Grieving"),
        ("format", "workshop"),
        ("day-day", "7"),
        ("day-month", "12"),
        ("day-year", "2026"),
        ("time", "1pm"),
        ("minutes", "90"),
        ("held_for", "N1"),
        ("venue", "The surgery, room 2"),
        ("capacity", "12"),
    ];
    let early = ben.submit(&page, "record_session", &answers).await;
    assert!(early.says("Enter a day and time that have passed"), "{}", early.words());
    answers.extend([("day-day", "20"), ("day-month", "10")]);
    answers.retain(|answer| *answer != ("day-day", "7") && *answer != ("day-month", "12"));
    let over = ben.submit(&page, "record_session", &answers).await;
    assert!(over.says("The time of this draft has passed. Before"), "{}", over.words());
    filled(&mut ben, &over.path).await;
    let ready = ben.visit(&over.path).await;
    let recorded = ben.submit(&ready, "session_took_place", &[WHY]).await;
    assert!(recorded.says("Recorded that this session took place"), "{}", recorded.words());
    assert!(recorded.says("Taken place"), "{}", recorded.words());
    let mut amina = sign_in(&esteem, "amina").await;
    assert!(amina.visit("/sessions?past=yes").await.says("Grieving"));
    assert!(!amina.visit(&over.path).await.says("Book a seat"));
}

#[tokio::test]
async fn a_series_is_looked_back_on_by_practice_and_what_was_agreed_is_kept() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = in_series(&mut ben).await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit(&at).await;
    amina.submit(&page, "book_seat", &[]).await;
    let after = esteem.beside_on("2026-12-08").await;
    let mut ben = ben.at(&after);
    let page = ben.visit(&format!("{at}/register")).await;
    let page = ben.submit(&page, "take_register", &[("form", "everyone_arrived")]).await;
    let session = ben.visit(&at).await;
    let series = ben.visit(&session.links("See all of them")[0]).await;
    let address = series.links("Practices and agreed actions").remove(0);
    let open = ben.visit(&address).await;
    assert!(open.says("Nobody has come yet"), "the register is open: {}", open.words());
    ben.submit(&page, "close_register", &[]).await;
    let closed = ben.visit(&address).await;
    assert!(
        closed.says("Practice 1") && closed.says("Monday 7 December 2026"),
        "{}",
        closed.words()
    );
    let number = [("what", "Ring about 401 023 2137"), ("by_whom", "Dr Ali")];
    let refused = ben.submit(&closed, "agree_action", &number).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let answers = [
        ("what", "Ring the link worker"),
        ("due_on-day", "15"),
        ("due_on-month", "12"),
        ("due_on-year", "2026"),
    ];
    let agreed = ben.submit(&refused, "agree_action", &answers).await;
    assert!(agreed.says("Ring the link worker") && agreed.says("Dr Ali"), "{}", agreed.words());
    assert!(agreed.says("15 December 2026") && agreed.says("Open"), "{}", agreed.words());
    let early = ben.submit(&agreed, "action_done", &[("done_on-day", "7")]).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(early.says("when it was agreed"), "{}", early.words());
    let done = ben.submit(&early, "action_done", &[("done_on-day", "8")]).await;
    assert!(done.says("Saved that it is done"), "{}", done.words());
    // Whoever answers for people of a practice sees its row; nobody else finds the page.
    let mut dan = sign_in(&esteem, "dan").await.at(&after);
    let seen = dan.visit(&address).await;
    assert!(seen.says("Practice 1") && !seen.says("Add an action"), "{}", seen.words());
    let mut eve = sign_in(&esteem, "eve").await.at(&after);
    assert_eq!(eve.visit(&address).await.status, StatusCode::NOT_FOUND);
}
