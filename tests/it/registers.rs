//! The register of a session, by the educator who leads it: on the day, closed, and opened again; and who may not see it.

use crate::practice::{practice, sign_in};
use crate::sessions::{planned_at, scheduled};
use domain::codes::GrantKind;
use http::StatusCode;
use tests::{Installation, Page, User};

/// A session on 7 December that Ben leads, with seats for Amina and Eve; its address.
pub async fn with_two_seats(esteem: &Installation, seats: &str) -> (User, String) {
    let held = [(GrantKind::Educator, "N1"), (GrantKind::Assessor, "N1")];
    let mut ben = esteem.somebody("ben@staff.example", &held).await;
    let at = planned_at(&mut ben, "Safety plans", &[("capacity", seats)]).await;
    scheduled(&mut ben, &at).await;
    for name in ["amina", "eve"] {
        let mut user = sign_in(esteem, name).await;
        let page = user.visit(&at).await;
        let booked = user.submit(&page, "book_seat", &[]).await;
        assert!(booked.says("You have a seat"), "{}", booked.words());
    }
    (ben, at)
}

/// Somebody who has signed in before, on another day.
pub async fn signed_in(esteem: &Installation, name: &str) -> User {
    let mut user = esteem.stranger();
    user.sign_in(&format!("{name}@staff.example"), tests::installation::PASSWORD).await;
    user
}

/// The second button of the register.
const EVERYONE: [(&str, &str); 1] = [("form", "everyone_arrived")];

/// Whether a line of the summary says so.
fn counts(page: &Page, name: &str, value: &str) -> bool {
    page.all(".nhsuk-summary-list__row").contains(&format!("{name}{value}"))
}

/// The name of the radio buttons about somebody in a register, by their place in it.
fn radios(page: &Page) -> Vec<String> {
    let fields = page.form("take_register");
    let names = fields.into_iter().map(|(name, _)| name);
    names.filter(|name| name.starts_with("came[")).collect()
}

#[tokio::test]
async fn a_register_is_taken_on_the_day_closed_and_opened_again_for_a_reason() {
    let esteem = practice().await;
    let (mut ben, at) = with_two_seats(&esteem, "2").await;
    let address = format!("{at}/register");
    let early = ben.visit(&address).await;
    assert!(early.says("opens on 7 December 2026, the day of the session"), "{}", early.words());
    let sheet = ben.visit(&early.links("A sheet to sign")[0]).await;
    assert!(sheet.says("Khan, Amina") && sheet.says("Signature"), "{}", sheet.words());

    let day = esteem.beside_on("2026-12-07").await;
    let mut ben_that_day = ben.at(&day);
    let session = ben_that_day.visit(&at).await;
    let page = ben_that_day.visit(&session.links("Register")[0]).await;
    assert!(counts(&page, "Not said", "2 people"), "{}", page.words());
    let [eve, amina]: [String; 2] = radios(&page).try_into().expect("two people, by surname");
    let answers = [(amina.as_str(), "part_attended"), ("service_users", "3")];
    let first = page.clone();
    let saved = ben_that_day.submit(&page, "take_register", &answers).await;
    assert!(counts(&saved, "Came for a part", "1 person"), "{}", saved.words());
    assert!(counts(&saved, "Service users and carers", "3 people"), "{}", saved.words());
    let wrong = ben_that_day.submit(&saved, "take_register", &[("service_users", "some")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("whole number"), "{}", wrong.words());

    let after = esteem.beside_on("2026-12-08").await;
    let mut ben = ben.at(&after);
    let page = ben.visit(&address).await;
    assert!(page.says("Say of 1 person whether they came"), "{}", page.words());
    // From the page of before, on which nothing was said of Amina and nobody counted: what was said since stays.
    let stale = ben.submit(&first, "take_register", &EVERYONE).await;
    assert!(stale.says("Saved the register for 1 person"), "{}", stale.words());
    let page = ben.visit(&address).await;
    assert!(counts(&page, "Service users and carers", "3 people"), "{}", page.words());
    assert!(counts(&page, "Arrived", "1 person") && counts(&page, "Came for a part", "1 person"));
    let closed = ben.submit(&page, "close_register", &[]).await;
    assert!(closed.says("The register is closed."), "{}", closed.words());
    let late = ben.submit(&page, "take_register", &[(eve.as_str(), "did_not_attend")]).await;
    assert!(late.says("Open it again first, and say why"), "{}", late.words());
    let why = ben.submit(&closed, "reopen_register", &[]).await;
    assert!(why.says("Choose why the register is opened again"), "{}", why.words());
    let open = ben.submit(&why, "reopen_register", &[("reason", "marked_wrongly")]).await;
    assert!(open.says("closed and opened again: Somebody was marked wrongly"), "{}", open.words());
    let changed = ben.submit(&open, "take_register", &[(eve.as_str(), "did_not_attend")]).await;
    assert!(changed.says("Before: Arrived. Changed because: Somebody was marked wrongly"));
    let closed = ben.submit(&changed, "close_register", &[]).await;
    assert!(counts(&closed, "Did not attend", "1 person"), "{}", closed.words());

    let mut eve = signed_in(&after, "eve").await;
    let own = eve.visit(&at).await;
    assert!(own.says("The register says: Did not attend"), "{}", own.words());
    assert!(!own.says("Booked"), "one word: {}", own.words());
    assert_eq!(eve.visit(&address).await.status, StatusCode::NOT_FOUND);
    let mut amina = signed_in(&after, "amina").await;
    let evidence = amina.visit("/my/evidence").await;
    assert!(evidence.says("Attended a part of “Safety plans” (workshop)"), "{}", evidence.words());
    let own = amina.visit("/my/competencies").await;
    assert!(own.says("You attended “Safety plans” on 7 December 2026"), "{}", own.words());
    let home = amina.visit("/").await;
    assert!(home.says("Assess yourself again in 1 competency after a session"));
}

#[tokio::test]
async fn what_a_colleague_said_meanwhile_is_told_and_not_written_over() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    // The day after: who did not attend is said once the session has started.
    let day = esteem.beside_on("2026-12-08").await;
    let (mut ben, mut colleague) = (ben.at(&day), sign_in(&esteem, "lead").await.at(&day));
    let page = ben.visit(&format!("{at}/register")).await;
    let [eve, amina]: [String; 2] = radios(&page).try_into().expect("two people, by surname");
    let theirs = colleague.visit(&format!("{at}/register")).await;
    colleague.submit(&theirs, "take_register", &[(amina.as_str(), "part_attended")]).await;

    // Refused for something else, the page shows of whom he ticked nothing what the colleague said: saved again it stays.
    let wrong = ben.submit(&page, "take_register", &[("service_users", "some")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = wrong.form("take_register");
    assert!(fields.contains(&(amina.clone(), "part_attended".to_owned())), "{}", wrong.words());

    let answers = [(eve.as_str(), "attended"), (amina.as_str(), "did_not_attend")];
    let refused = ben.submit(&page, "take_register", &answers).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("“Came for a part” was said meanwhile."), "{}", refused.words());
    assert!(counts(&refused, "Not said", "1 person"), "nothing of it was kept");
    let fields = refused.form("take_register");
    assert!(fields.contains(&(amina, "did_not_attend".to_owned())), "what was ticked stays");
    // Who saves it again knows what was said.
    let saved = ben.submit(&refused, "take_register", &[]).await;
    assert!(counts(&saved, "Arrived", "1 person"), "{}", saved.words());
    assert!(counts(&saved, "Did not attend", "1 person"), "{}", saved.words());
}

#[tokio::test]
async fn a_tick_by_mistake_is_taken_back() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    let day = esteem.beside_on("2026-12-08").await;
    let mut ben = ben.at(&day);
    let page = ben.visit(&format!("{at}/register")).await;
    let page = ben.submit(&page, "add_walk_in", &[("colleague", "dan@staff.example")]).await;
    // By surname: Eve, Amina, and Dan, who walked in.
    let [_, amina, dan]: [String; 3] = radios(&page).try_into().expect("three people");
    let page = ben.submit(&page, "take_register", &EVERYONE).await;
    assert!(!page.says("Say of"), "{}", page.words());
    let mut own = signed_in(&day, "amina").await;
    assert!(own.visit(&at).await.says("The register says: Attended"));
    let back = [(amina.as_str(), ""), (dan.as_str(), "")];
    let page = ben.submit(&page, "take_register", &back).await;
    assert!(counts(&page, "Arrived", "1 person") && counts(&page, "Not said", "1 person"));
    assert!(!page.says("Reid, Dan"), "he had no seat: {}", page.words());
    assert!(page.says("Say of 1 person whether they came"), "{}", page.words());
    let told = own.visit(&at).await;
    assert!(!told.says("The register says"), "{}", told.words());
    let mine = sign_in(&day, "dan").await.visit("/my/sessions").await;
    assert!(!mine.says("Safety plans"), "{}", mine.words());
}

#[tokio::test]
async fn whoever_walks_in_is_recorded_beyond_the_seats_and_marked() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    let day = esteem.beside_on("2026-12-07").await;
    let mut ben = ben.at(&day);
    let page = ben.visit(&format!("{at}/register")).await;
    let page = ben.submit(&page, "take_register", &EVERYONE).await;
    for (colleague, why) in [
        ("", "Enter a colleague’s work email"),
        ("nobody@staff.example", "Nobody is found by this"),
        ("ben@staff.example", "They lead this session"),
        ("amina@staff.example", "They are in the register already"),
    ] {
        let refused = ben.submit(&page, "add_walk_in", &[("colleague", colleague)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says(why), "{}", refused.words());
    }
    let page = ben.submit(&page, "add_walk_in", &[("colleague", "dan@staff.example")]).await;
    assert!(page.says("Reid, Dan") && page.says("Walked in"), "{}", page.words());
    let guest = [("name", "Ada"), ("organisation", "Mind"), ("profession", "401 023 2137")];
    let refused = ben.submit(&page, "add_walk_in", &guest).await;
    assert!(refused.says("Remove the NHS number"), "{}", refused.words());
    let guest = [("name", "Ada"), ("organisation", "Mind"), ("profession", "Peer support")];
    let page = ben.submit(&refused, "add_walk_in", &guest).await;
    assert!(page.says("Mind, Peer support"), "{}", page.words());
    assert!(counts(&page, "Seats booked", "2 of 2"), "{}", page.words());
    assert!(counts(&page, "Walk-ins", "2 people, beside the 2 who booked"), "{}", page.words());
}

#[tokio::test]
async fn lists_say_what_the_register_says_and_lead_to_the_certificate() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    let after = esteem.beside_on("2026-12-08").await;
    let mut ben = ben.at(&after);
    let page = ben.visit(&format!("{at}/register")).await;
    let [eve, amina]: [String; 2] = radios(&page).try_into().expect("two people, by surname");
    let answers = [(eve.as_str(), "did_not_attend"), (amina.as_str(), "part_attended")];
    let page = ben.submit(&page, "take_register", &answers).await;
    let mut amina = signed_in(&after, "amina").await;
    let open = amina.visit("/my/sessions").await;
    assert!(open.says("Part attended"), "{}", open.words());
    assert!(open.links("Your certificate").is_empty(), "the register is open");
    ben.submit(&page, "close_register", &[]).await;
    let certificate = format!("{at}/certificate.pdf");
    for list in ["/my/sessions", "/sessions?past=yes"] {
        let page = amina.visit(list).await;
        assert!(page.says("Part attended") && !page.says("Booked"), "{}", page.words());
        assert!(page.says("2 seats"), "nobody can book any: {}", page.words());
        assert_eq!(page.links("Your certificate"), [certificate.as_str()], "{list}");
    }
    for days in ["view=month&month=2026-12", "view=week&week=2026-W50"] {
        let page = amina.visit(&format!("/sessions?{days}")).await;
        assert!(page.says("Part attended") && !page.says("Booked"), "{}", page.words());
    }
    let absent = signed_in(&after, "eve").await.visit("/my/sessions").await;
    assert!(absent.says("Did not attend") && !absent.says("Booked"), "{}", absent.words());
    assert!(absent.links("Your certificate").is_empty(), "{}", absent.words());
}

#[tokio::test]
async fn people_check_in_with_the_code_that_the_room_sees() {
    let esteem = practice().await;
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    // From midday of the day before for 40 hours, so that it goes on whatever the time is.
    let all_day = [("day-day", "6"), ("time", "midday"), ("minutes", "2400"), ("capacity", "4")];
    let at = planned_at(&mut ben, "Safety plans", &all_day).await;
    scheduled(&mut ben, &at).await;
    let (mut amina, dan) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "dan").await);
    let page = amina.visit(&at).await;
    let booked = amina.submit(&page, "book_seat", &[]).await;
    assert!(booked.links("Check in").is_empty(), "five weeks before: {}", booked.words());
    let address = format!("{at}/check-in");
    let early = amina.visit(&address).await;
    assert!(early.says("Check-in opens on 6 December 2026 at 11am."), "{}", early.words());
    let shut = ben.visit(&format!("{at}/code")).await;
    assert!(shut.says("Check-in opens on") && shut.all(".check-in-code").is_empty());
    assert!(!shut.says("Scan"), "nothing is there to scan: {}", shut.words());

    let day = esteem.beside_on("2026-12-07").await;
    let (mut ben, mut amina, mut dan) = (ben.at(&day), amina.at(&day), dan.at(&day));
    assert_eq!(amina.visit(&at).await.links("Check in"), std::slice::from_ref(&address));
    let page = amina.visit(&address).await;
    let wrong = amina.submit(&page, "check_in", &[("code", "BBBBBB")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("This is not the code of this session"), "{}", wrong.words());
    assert!(wrong.html.contains("BBBBBB"), "what was typed stays");
    let room = ben.visit(&format!("{at}/code")).await;
    let code = room.text(".check-in-code");
    let drawn = room.all("svg.check-in-qr[role=img][aria-label] > path[d]");
    assert_eq!(drawn.len(), 1, "there to scan: {}", room.html);
    assert!(room.says("Scan the QR code with a phone, or open this address"), "{}", room.words());
    assert!(room.headers.contains_key("refresh"), "with the code of each minute");
    // She scans it; nothing happens until she presses the button.
    let link = room.links("/check-in?code=").remove(0);
    let scanned = amina.visit(link.strip_prefix("http://esteem.test").expect("our own")).await;
    let register = ben.visit(&format!("{at}/register")).await;
    assert!(!register.says("Checked in at"), "{}", register.words());
    let there = amina.submit(&scanned, "check_in", &[]).await;
    assert!(there.says("You are checked in"), "{}", there.words());
    let again = amina.submit(&wrong, "check_in", &[("code", &code)]).await;
    assert!(again.says("You are already checked in"), "{}", again.words());
    let friend = dan.visit(&format!("{address}?code={}", code.replace(' ', "+"))).await;
    assert!(friend.says("they can add you as a walk-in"), "{}", friend.words());
    let register = ben.visit(&format!("{at}/register")).await;
    assert!(register.says("Checked in at"), "{}", register.words());
    let fields = register.form("take_register");
    assert!(fields.iter().any(|(name, said)| name.starts_with("came[") && said == "attended"));
}

#[tokio::test]
async fn a_certificate_is_given_to_whoever_came_alone() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    let after = esteem.beside_on("2026-12-08").await;
    let mut ben = ben.at(&after);
    let page = ben.visit(&format!("{at}/register")).await;
    let page = ben.submit(&page, "take_register", &EVERYONE).await;
    let mut amina = signed_in(&after, "amina").await;
    let address = format!("{at}/certificate.pdf");
    assert_eq!(amina.visit(&address).await.status, StatusCode::NOT_FOUND, "the register is open");
    ben.submit(&page, "close_register", &[]).await;
    let run = ben.visit(&at).await;
    assert!(run.links("A sheet to sign").is_empty() && run.links("Check-in code").is_empty());
    assert!(!run.says("Booking ends") && !run.says("of 2 free"), "{}", run.words());
    assert!(run.links("Say where you stand now").is_empty(), "he taught it");
    let own = amina.visit(&at).await;
    assert_eq!(own.links("Say where you stand now"), ["/my/competencies"], "{}", own.words());
    let file = amina.visit(&own.links("Your certificate")[0]).await;
    // The file's properties are plain text in it; its pages are not.
    assert!(file.html.starts_with("%PDF-1.7"), "{}", file.status);
    assert!(file.html.contains("Certificate of attendance: Amina Khan"));
    assert_eq!(file.headers["content-type"], "application/pdf");
    let mut dan = sign_in(&after, "dan").await;
    for other in [&mut ben, &mut dan] {
        let refused = other.visit(&address).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "they did not come");
    }
    let stranger = after.stranger().visit(&address).await;
    assert!(stranger.path.starts_with("/sign-in"), "{}", stranger.path);
}

#[tokio::test]
async fn whoever_came_gives_feedback_once_and_the_educator_reads_no_single_answer() {
    let esteem = practice().await;
    let (ben, at) = with_two_seats(&esteem, "2").await;
    let after = esteem.beside_on("2026-12-08").await;
    let mut ben = ben.at(&after);
    let page = ben.visit(&format!("{at}/register")).await;
    let page = ben.submit(&page, "take_register", &EVERYONE).await;
    ben.submit(&page, "close_register", &[]).await;
    let mut amina = signed_in(&after, "amina").await;
    let own = amina.visit(&at).await;
    let home = amina.visit("/").await;
    let mine = amina.visit(&home.links("1 session asks for your feedback")[0]).await;
    assert!(mine.says("1 session asks for your feedback"), "{}", mine.words());
    let from_list = mine.links("Give feedback on “Safety plans”").remove(0);
    assert_eq!(own.links("Give feedback"), [from_list.as_str()]);
    let asked = amina.visit(&from_list).await;
    let missing = amina.submit(&asked, "give_feedback", &[("reaction", "useful")]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.says("Choose how confident you were before"), "{}", missing.words());
    let answers = [("before[RSK-1]", "2"), ("now[RSK-1]", "4")];
    let given = amina.submit(&missing, "give_feedback", &answers).await;
    assert!(given.says("Thank you for your feedback"), "{}", given.words());
    assert!(given.says("once more from 1 February 2027"), "{}", given.words());
    let twice = amina.submit(&missing, "give_feedback", &answers).await;
    assert!(twice.says("You have given your feedback"), "{}", twice.words());
    for (path, words) in
        [(at.as_str(), "Give feedback"), ("/", "your feedback"), ("/my/sessions", "your feedback")]
    {
        let answered = amina.visit(path).await;
        assert!(answered.links(words).is_empty() && !answered.says(words), "{path}");
    }
    let told = ben.visit(&at).await;
    assert!(told.says("2 colleagues came, and 1 of them gave feedback"), "{}", told.words());
    assert!(told.says("Too few to tell") && !told.says("answers)"), "{}", told.words());
    let address = format!("{at}/feedback");
    assert_eq!(ben.visit(&address).await.status, StatusCode::NOT_FOUND, "he led it");

    let later = esteem.beside_on("2027-02-01").await;
    let mut amina = amina.at(&later);
    let own = amina.visit(&at).await;
    let asked = amina.visit(&own.links("Say once more how confident you are")[0]).await;
    assert!(!asked.says("How useful was it"), "{}", asked.words());
    let again = amina.submit(&asked, "give_feedback", &[("now[RSK-1]", "3")]).await;
    assert!(again.says("Thank you for answering once more"), "{}", again.words());
    assert!(amina.visit(&at).await.links("Say once more").is_empty());
}
