//! A session from its first word to its end: by the educator who plans it and two nurses who want its only seat.

use crate::practice::{practice, sign_in};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

/// A draft in December with all that it takes to be scheduled; its address. `when` is its day and how many seats it has.
pub async fn planned(educator: &mut User, title: &str, when: (&str, &str)) -> String {
    let (day, seats) = when;
    planned_at(educator, title, &[("day-day", day), ("capacity", seats)]).await
}

/// The same with other answers than the usual ones.
pub async fn planned_at(educator: &mut User, title: &str, other: &[(&str, &str)]) -> String {
    let draft = drafted(educator, title, other).await;
    filled(educator, &draft.path).await;
    draft.path
}

/// A draft gets a lead who may lead it, and something that it builds.
pub async fn filled(educator: &mut User, at: &str) {
    let page = educator.visit(&format!("{at}/leads")).await;
    let lead = [("name", "Dr Ito"), ("organisation", "The trust"), ("professional", "yes")];
    let added = educator.submit(&page, "add_session_lead", &lead).await;
    assert!(added.says("Dr Ito, The trust Mental health professional"), "{}", added.words());
    let page = educator.visit(&format!("{at}/competencies")).await;
    let built = [("level[RSK-1]", "2")];
    let built = educator.submit(&page, "set_session_outcomes", &built).await;
    assert!(built.says("Saved what this session builds"), "{}", built.words());
}

/// Why a session goes ahead though nobody was promised time for it.
pub const WHY: (&str, &str) = ("reason", "The practices asked for it");

/// From now on it can be booked.
pub async fn scheduled(educator: &mut User, at: &str) {
    let page = educator.visit(at).await;
    let open = educator.submit(&page, "schedule_session", &[WHY]).await;
    assert!(open.says("It can be booked now"), "{}", open.words());
}

async fn drafted(educator: &mut User, title: &str, other: &[(&str, &str)]) -> Page {
    let page = educator.visit("/sessions/new?one_page=yes").await;
    let usual = [
        ("title", title),
        ("format", "workshop"),
        ("day-day", "7"),
        ("day-month", "12"),
        ("day-year", "2026"),
        ("time", "1pm"),
        ("minutes", "90"),
        ("held_for", "N1"),
        ("venue", "The surgery, room 2"),
        ("capacity", "1"),
    ];
    let is_usual = |(name, _): &&(&str, &str)| other.iter().all(|(known, _)| known != name);
    let answers: Vec<(&str, &str)> = usual.iter().filter(is_usual).chain(other).copied().collect();
    let draft = educator.submit(&page, "draft_session", &answers).await;
    assert!(draft.says("as a draft"), "{}", draft.words());
    draft
}

/// Ben, who teaches in the network of Amina and Eve.
async fn educator(esteem: &Installation) -> User {
    esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await
}

async fn books(user: &mut User, at: &str) -> Page {
    let page = user.visit(at).await;
    user.submit(&page, "book_seat", &[]).await
}

#[tokio::test]
async fn an_educator_plans_a_session_and_sees_what_the_draft_lacks() {
    let esteem = practice().await;
    let (mut ben, mut amina) = (educator(&esteem).await, sign_in(&esteem, "amina").await);
    assert!(amina.visit("/sessions").await.says("No sessions are coming"));
    let list = ben.visit("/sessions").await;
    let first = ben.visit(&list.links("Plan a session")[0]).await;
    let page = ben.visit(&first.links("Plan it on one page")[0]).await;
    let answers = [("title", "Safety plans"), ("time", "after lunch")];
    let refused = ben.submit(&page, "draft_session", &answers).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Enter when it starts as a time"), "{}", refused.words());
    assert!(refused.html.contains("after lunch"), "what was typed stays");

    let draft = drafted(&mut ben, "Safety plans", &[]).await;
    let at = draft.path.clone();
    assert!(draft.says("Choose at least one competency"), "{}", draft.words());
    assert!(!draft.says("Say who leads this session"), "whoever plans it leads it first");
    assert_eq!(amina.visit(&at).await.status, StatusCode::NOT_FOUND, "a draft is not hers to see");

    let page = ben.visit(&draft.links("Say who leads it")[0]).await;
    assert!(page.says("They agree that everybody reads this"), "{}", page.words());
    let nobody = ben.submit(&page, "add_session_lead", &[]).await;
    assert!(nobody.says("Enter a colleague’s work email"), "{}", nobody.words());
    let named = [("colleague", "ben@staff.example")];
    let twice = ben.submit(&nobody, "add_session_lead", &named).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.words());
    let named = [("colleague", ""), ("name", "Ada"), ("organisation", "Mind"), ("lived", "yes")];
    let leads = ben.submit(&twice, "add_session_lead", &named).await;
    assert!(leads.says("Ada, Mind Lived experience"), "{}", leads.words());
    let page = ben.visit(&draft.links("Choose what it builds")[0]).await;
    let built = ben.submit(&page, "set_session_outcomes", &[("level[RSK-1]", "3")]).await;
    assert!(built.says("Needs more evidence than taking part"), "{}", built.words());

    let page = ben.visit(&built.links("Change what, when and where")[0]).await;
    let number = [("about", "Bring the notes of 401 023 2137")];
    let refused = ben.submit(&page, "change_session", &number).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let saved = ben.submit(&page, "change_session", &[("about", "Plans made together")]).await;
    assert!(saved.says("Saved Safety plans"), "{}", saved.words());
    scheduled(&mut ben, &at).await;
    let page = ben.visit(&at).await;
    let refused = ben.submit(&page, "remove_session_lead", &[]).await;
    assert!(refused.says("Add a lead who is a mental health professional"), "{}", refused.words());
    let found = amina.visit("/sessions?q=safety").await;
    assert!(found.says("Monday 7 December 2026, 1pm to 2:30pm"), "{}", found.words());
    assert!(found.says("1 of 1 free") && found.says("No booking"), "{}", found.words());
    let led = ben.visit("/sessions").await;
    assert!(led.says("You lead this session") && !led.says("No booking"), "{}", led.words());
    let none = amina.visit("/sessions?q=nothing").await;
    assert!(none.says("No session found for “nothing”"), "{}", none.words());
}

#[tokio::test]
async fn the_only_seat_goes_to_whoever_waits_once_it_is_given_up() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = planned(&mut ben, "Safety plans", ("7", "1")).await;
    scheduled(&mut ben, &at).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    assert!(amina.visit("/my/sessions").await.says("You have no upcoming sessions"));
    let booked = books(&mut amina, &at).await;
    assert!(booked.says("You have a seat"), "{}", booked.words());
    let full = eve.visit(&at).await;
    assert!(full.says("Join the waiting list") && !full.says("Book a seat"), "{}", full.words());
    let waits = books(&mut eve, &at).await;
    assert!(waits.says("You are number 1 on the waiting list."), "{}", waits.words());
    assert!(!waits.says("some seats are kept"), "{}", waits.words());
    let full = eve.visit("/sessions").await;
    assert!(full.says("Full, 1 waiting") && full.says("On the waiting list"), "{}", full.words());

    let page = amina.visit(&at).await;
    assert!(page.says("It goes to whoever has waited longest"), "{}", page.words());
    let given_up = amina.submit(&page, "give_up_seat", &[]).await;
    assert!(given_up.says("You have given up your place"), "{}", given_up.words());
    let mine = eve.visit("/my/sessions").await;
    assert!(mine.says("A seat is offered to you"), "{}", mine.words());
    let offer = eve.visit(&mine.links("Safety plans")[0]).await;
    assert!(offer.says("A seat is offered to you until"), "{}", offer.words());
    let accepted = eve.submit(&offer, "accept_offer", &[]).await;
    assert!(accepted.says("You have a seat"), "{}", accepted.words());

    let run = ben.visit(&at).await;
    assert!(run.says("Ali, Eve"), "{}", run.words());
    let why = ben.submit(&run, "cancel_session", &[]).await;
    assert!(why.says("why it does not take place"), "{}", why.words());
    let cancelled = ben.submit(&why, "cancel_session", &[("reason", "low_numbers")]).await;
    assert!(cancelled.says("Cancelled this session and 1 booking"), "{}", cancelled.words());
    let told = eve.visit(&at).await;
    assert!(told.says("cancelled: Too few people would come"), "{}", told.words());
    assert!(eve.visit("/sessions?past=yes").await.says("Safety plans"));
}

#[tokio::test]
async fn a_session_is_read_at_once_and_booked_once_booking_opens() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let opens = [
        ("booking_opens-day", "9"),
        ("booking_opens-month", "11"),
        ("booking_opens-year", "2026"),
        ("booking_opens_time", "1:30pm"),
    ];
    let at = planned_at(&mut ben, "Safety plans", &opens).await;
    let page = ben.visit(&at).await;
    let open = ben.submit(&page, "schedule_session", &[WHY]).await;
    let when = "Booking opens on Monday 9 November 2026, 1:30pm";
    assert!(open.says(&format!("Scheduled this session. {when}")), "{}", open.words());
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit(&at).await;
    let row = "Booking opensMonday 9 November 2026, 1:30pm";
    assert!(page.says(row) && page.says(when), "{}", page.words());
    assert!(!page.says("Book a seat"), "{}", page.words());

    let page = ben.visit(&format!("{at}/change")).await;
    let no_day =
        [("booking_opens-day", ""), ("booking_opens-month", ""), ("booking_opens-year", "")];
    let refused = ben.submit(&page, "change_session", &no_day).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.words());
    assert!(refused.says("Enter the day on which booking opens"), "{}", refused.words());
    let typed = ("booking_opens_time".to_owned(), "1:30pm".to_owned());
    assert!(refused.form("change_session").contains(&typed), "what was typed stays");
    let saved = ben.submit(&refused, "change_session", &[("booking_opens_time", "")]).await;
    assert!(saved.says("Saved Safety plans") && !saved.says("Booking opens"), "{}", saved.words());
    let booked = books(&mut amina, &at).await;
    assert!(booked.says("You have a seat"), "{}", booked.words());
}

#[tokio::test]
async fn who_waits_has_a_seat_booked_without_asking_and_keeps_their_place() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = planned(&mut ben, "Safety plans", ("7", "1")).await;
    scheduled(&mut ben, &at).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    let mut dan = sign_in(&esteem, "dan").await;
    let booked = books(&mut amina, &at).await;
    assert!(!booked.says("While you wait"), "{}", booked.words());
    let waits = books(&mut eve, &at).await;
    assert!(waits.says("You are asked before it is booked"), "{}", waits.words());
    assert!(waits.says("You keep your place"), "{}", waits.words());
    assert!(books(&mut dan, &at).await.says("You are number 2 on the waiting list."));
    let saved = eve.submit(&waits, "change_wish", &[("at_once", "yes")]).await;
    assert!(saved.says("Saved. A seat that falls to you is booked"), "{}", saved.words());
    assert!(saved.says("You are number 1 on the waiting list."), "{}", saved.words());
    assert!(saved.says("You have chosen that a seat"), "{}", saved.words());
    let page = amina.visit(&at).await;
    amina.submit(&page, "give_up_seat", &[]).await;
    let mine = eve.visit(&at).await;
    assert!(mine.says("Give up my seat"), "{}", mine.words());
    // From the page of before: she waits no more.
    let late = eve.submit(&saved, "change_wish", &[("at_once", "")]).await;
    assert!(late.says("You are not waiting for a seat in this session"), "{}", late.words());
    assert!(dan.visit(&at).await.says("You are number 1 on the waiting list."));
}

#[tokio::test]
async fn a_seat_that_is_kept_for_a_team_waits_for_it_until_it_is_released() {
    let esteem = practice().await;
    let mut ben = educator(&esteem).await;
    let at = planned(&mut ben, "Safety plans", ("7", "1")).await;
    let page = ben.visit(&format!("{at}/teams")).await;
    assert!(page.says("Everyone this session is for can book"), "{}", page.words());
    let invited = ben.submit(&page, "invite_team", &[("team", "T2")]).await;
    assert!(invited.says("Practice 2 team (T2)"), "{}", invited.words());
    let page = ben.visit(&format!("{at}/seats")).await;
    let nobody = ben.submit(&page, "keep_seats", &[]).await;
    assert!(nobody.says("Choose a profession or a team"), "{}", nobody.words());
    let kept = [
        ("team", "T2"),
        ("least", "1"),
        ("released_on-day", "1"),
        ("released_on-month", "12"),
        ("released_on-year", "2026"),
    ];
    let kept = ben.submit(&nobody, "keep_seats", &kept).await;
    assert!(kept.says("1 seat is kept, to be released on 1 December 2026"), "{}", kept.words());
    scheduled(&mut ben, &at).await;
    let (mut amina, mut finn) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "finn").await);
    let waits = books(&mut amina, &at).await;
    assert!(waits.says("You are number 1 on the waiting list."), "{}", waits.words());
    let booked = books(&mut finn, &at).await;
    assert!(booked.says("You have a seat"), "{}", booked.words());
}
