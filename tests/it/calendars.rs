//! Sessions in people's calendars: read from a feed at a secret address, taken along as a file, told by mail.

use crate::outbox::{post, send};
use crate::practice::{practice, sign_in};
use crate::sessions::{planned, scheduled};
use crate::small::bring;
use axum::body::Body;
use domain::codes::GrantKind;
use domain::imports::Kind;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{Request, StatusCode};
use sea_orm::ConnectionTrait;
use server::mail::Post;
use tests::mail_server::{MailServer, Taken};
use tests::{Installation, Page, User};
use tower::ServiceExt;

const LINK: &str = "https://meet.example/plans";

/// Ben, who teaches in the network of Amina and Eve, and his session with a single seat and a link; its address.
async fn with_one_seat(esteem: &Installation) -> (User, String) {
    let mut ben = esteem.somebody("ben@staff.example", &[(GrantKind::Educator, "N1")]).await;
    let at = planned(&mut ben, "Safety plans", ("7", "1")).await;
    let page = ben.visit(&format!("{at}/change")).await;
    let online = ben.submit(&page, "change_session", &[("link", LINK)]).await;
    assert!(online.says("Saved Safety plans"), "{}", online.words());
    scheduled(&mut ben, &at).await;
    (ben, at)
}

pub async fn does(user: &mut User, at: &str, act: &str, said: &str) {
    let page = user.visit(at).await;
    let done = user.submit(&page, act, &[]).await;
    assert!(done.says(said), "{}", done.words());
}

/// Makes an address, and reads it from the page: as a path.
pub async fn makes_a_feed(user: &mut User) -> String {
    let page = user.visit("/my/calendar").await;
    assert!(page.says("does not give up your seat"), "{}", page.words());
    let made = user.submit(&page, "make_calendar_feed", &[]).await;
    assert!(made.says("Copy this link now"), "{}", made.words());
    let address = made.text("code.secret-link");
    address.strip_prefix("http://esteem.test").expect("an address of ours").to_owned()
}

/// What a calendar reads at an address, its folded lines whole.
pub async fn read(esteem: &Installation, path: &str) -> String {
    let page = esteem.stranger().visit(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    whole(&page)
}

pub fn whole(page: &Page) -> String {
    page.html.replace("\r\n ", "")
}

#[tokio::test]
async fn a_feed_holds_ones_own_sessions_and_names_nobody() {
    let esteem = practice().await;
    let (mut ben, at) = with_one_seat(&esteem).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    does(&mut amina, &at, "book_seat", "You have a seat").await;
    does(&mut eve, &at, "book_seat", "You are number 1 on the waiting list").await;
    let mine = amina.visit("/my/sessions").await;
    let page = amina.visit(&mine.links("Show my sessions in my calendar")[0]).await;
    assert!(page.says("It shows no names of people"), "{}", page.words());
    let (hers, eves) = (makes_a_feed(&mut amina).await, makes_a_feed(&mut eve).await);
    let bens = makes_a_feed(&mut ben).await;

    let text = read(&esteem, &hers).await;
    for line in [
        "SUMMARY:Safety plans\r\n",
        "DTSTART;TZID=Europe/London:20261207T130000\r\n",
        "DTEND;TZID=Europe/London:20261207T143000\r\n",
        "LOCATION:The surgery\\, room 2\r\n",
        "STATUS:CONFIRMED\r\n",
        "TZID:Europe/London\r\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    for absent in ["Amina", "Khan", "Ben", "Okoro", "ATTENDEE", "ORGANIZER", "METHOD", LINK] {
        assert!(!text.contains(absent), "{absent} in {text}");
    }
    assert!(
        read(&esteem, &bens).await.contains("You lead this session"),
        "who leads it has it too"
    );
    assert!(!read(&esteem, &eves).await.contains("VEVENT"), "who waits has nothing yet");

    does(&mut amina, &at, "give_up_seat", "You have given up your place").await;
    assert!(!read(&esteem, &hers).await.contains("VEVENT"));
    assert!(
        read(&esteem, &eves).await.contains("STATUS:TENTATIVE\r\n"),
        "a seat is offered to her"
    );
}

#[tokio::test]
async fn a_feed_is_sent_again_only_when_it_has_changed_and_is_kept_by_nobody_on_the_way() {
    let esteem = practice().await;
    let (_ben, at) = with_one_seat(&esteem).await;
    let mut amina = sign_in(&esteem, "amina").await;
    let hers = makes_a_feed(&mut amina).await;
    let first = esteem.stranger().visit(&hers).await;
    assert_eq!(first.headers[CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert_eq!(first.headers[CACHE_CONTROL], "private, no-cache");
    let again = async || {
        let request = Request::get(&hers).header(IF_NONE_MATCH, &first.headers[ETAG]);
        let request = request.body(Body::empty()).expect("a request");
        esteem.router.clone().oneshot(request).await.expect("an answer").status()
    };
    assert_eq!(again().await, StatusCode::NOT_MODIFIED);
    does(&mut amina, &at, "book_seat", "You have a seat").await;
    assert_eq!(again().await, StatusCode::OK);
}

#[tokio::test]
async fn a_secret_that_is_wrong_replaced_or_ended_shows_nothing() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let status = async |path: &str| esteem.stranger().visit(path).await.status;
    let first = makes_a_feed(&mut amina).await;
    assert_eq!(status(&first).await, StatusCode::OK);
    let bare = first.strip_suffix(".ics").expect("its ending");
    for wrong in ["/calendar/.ics", "/calendar/0000.ics", bare] {
        assert_eq!(status(wrong).await, StatusCode::NOT_FOUND, "{wrong}");
    }
    let page = amina.visit("/my/calendar").await;
    assert!(page.says("Esteem cannot show it again"), "{}", page.words());
    let second = makes_a_feed(&mut amina).await;
    assert_eq!(
        [status(&first).await, status(&second).await],
        [StatusCode::NOT_FOUND, StatusCode::OK]
    );
    let page = amina.visit("/my/calendar").await;
    let ended = amina.submit(&page, "end_calendar_feed", &[]).await;
    assert!(ended.says("Your calendar address no longer works"), "{}", ended.words());
    assert!(ended.says("Make a calendar address"), "{}", ended.words());
    assert_eq!(status(&second).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_feed_of_an_account_that_is_disabled_or_of_somebody_who_has_left_shows_nothing() {
    let esteem = practice().await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    let (hers, eves) = (makes_a_feed(&mut amina).await, makes_a_feed(&mut eve).await);
    let disable = "UPDATE account SET disabled_at = created_at WHERE email = 'amina@staff.example'";
    esteem.services.db.read().execute_unprepared(disable).await.expect("disabled");
    let left = "employee_number,first_name,last_name,work_email,team_code,role_code,fte,assignment_number,start_date,\
                leaving_date\nE3,Eve,Ali,eve@staff.example,T1,PN,0.50,A3,2024-01-01,2026-11-01\n";
    assert_eq!(esteem.stranger().visit(&eves).await.status, StatusCode::OK);
    bring(&esteem, Kind::Staff, left).await;
    for path in [&hers, &eves] {
        assert_eq!(esteem.stranger().visit(path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_session_is_taken_along_by_those_alone_who_have_a_part_in_it() {
    let esteem = practice().await;
    let (mut ben, at) = with_one_seat(&esteem).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    let file = format!("{at}/calendar.ics");
    for user in [&mut amina, &mut eve] {
        assert_eq!(user.visit(&file).await.status, StatusCode::NOT_FOUND);
        assert!(user.visit(&at).await.links("Add to your calendar").is_empty());
    }
    assert!(esteem.stranger().visit(&file).await.path.starts_with("/sign-in"));
    does(&mut amina, &at, "book_seat", "You have a seat").await;
    does(&mut eve, &at, "book_seat", "You are number 1 on the waiting list").await;
    let page = amina.visit(&at).await;
    let taken = amina.visit(&page.links("Add to your calendar")[0]).await;
    assert_eq!(taken.headers[CONTENT_TYPE], "text/calendar; charset=utf-8");
    let text = whole(&taken);
    assert!(text.contains(&format!("DESCRIPTION:Join online: {LINK}\\n")), "{text}");
    assert!(!text.contains("ATTENDEE"), "{text}");
    assert!(ben.visit(&file).await.status.is_success(), "he leads it");
    assert_eq!(eve.visit(&file).await.status, StatusCode::NOT_FOUND, "she waits");
    assert_eq!(amina.visit("/sessions/nothing/calendar.ics").await.status, StatusCode::NOT_FOUND);
}

/// A mail server, and how many letters of it were looked at.
pub struct Mailbox {
    server: MailServer,
    post: Post,
    seen: usize,
}

impl Mailbox {
    pub async fn start() -> Self {
        let server = MailServer::start().await;
        Self { post: post(&server), server, seen: 0 }
    }

    /// The letters since the last look.
    pub async fn letters(&mut self, esteem: &Installation) -> Vec<Taken> {
        send(esteem, &self.post).await;
        let taken = self.server.taken();
        let new = taken[self.seen..].to_vec();
        self.seen = taken.len();
        new
    }
}

/// The only letter to somebody: its subject without `Esteem: `, and all of it as it reads.
pub fn only(letters: &[Taken], name: &str) -> (String, String) {
    let address = format!("{name}@staff.example");
    let theirs: Vec<_> = letters.iter().filter(|letter| letter.to == address).collect();
    assert_eq!(theirs.len(), 1, "{name} of {letters:?}");
    (theirs[0].head("Subject").replace("Esteem: ", ""), theirs[0].readable())
}

/// Whether a letter holds all of this.
pub fn holds(text: &str, all: &[&str]) {
    for one in all {
        assert!(text.contains(one), "{one} in {text}");
    }
}

#[tokio::test]
async fn what_becomes_of_a_seat_is_mailed_with_what_outlook_needs() {
    let esteem = practice().await;
    let mut mail = Mailbox::start().await;
    let (mut ben, at) = with_one_seat(&esteem).await;
    let (subject, text) = only(&mail.letters(&esteem).await, "ben");
    assert_eq!(subject, "you lead Safety plans");
    holds(&text, &["METHOD:REQUEST", "SEQUENCE:0", "mailto:ben@staff.example"]);

    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    does(&mut amina, &at, "book_seat", "You have a seat").await;
    let (subject, text) = only(&mail.letters(&esteem).await, "amina");
    assert_eq!(subject, "you have a seat in Safety plans");
    holds(
        &text,
        &[
            "Content-Type: multipart/mixed",
            "Content-Type: multipart/alternative",
            "Content-Type: text/calendar; charset=",
            "method=REQUEST",
            "Content-Type: application/ics; name=\"invite.ics\"",
            "Content-Disposition: attachment; filename=\"invite.ics\"",
            "When: Monday 7 December 2026, 1pm to 2:30pm",
            "Removing it from your calendar does not give up your seat.",
            "Join online: https://meet.example/plans",
            "METHOD:REQUEST",
            "SEQUENCE:1",
            "ORGANIZER;CN=Esteem:mailto:esteem@example.nhs.uk",
            "RSVP=FALSE:mailto:amina@staff.example",
            "DTSTART;TZID=Europe/London:20261207T130000",
        ],
    );
    for absent in ["Okoro", "ben@staff.example"] {
        assert!(!text.contains(absent), "{absent} in {text}");
    }
    does(&mut eve, &at, "book_seat", "You are number 1 on the waiting list").await;
    let (subject, text) = only(&mail.letters(&esteem).await, "eve");
    assert_eq!(subject, "you are on the waiting list of Safety plans");
    assert!(!text.contains("VCALENDAR") && !text.contains(LINK), "{text}");

    let page = ben.visit(&format!("{at}/change")).await;
    ben.submit(&page, "change_session", &[("day-day", "8")]).await;
    let letters = mail.letters(&esteem).await;
    assert_eq!(letters.len(), 3, "who has the seat, who waits, who leads");
    let (subject, text) = only(&letters, "amina");
    assert_eq!(subject, "Safety plans has moved");
    holds(&text, &["SEQUENCE:2", "DTSTART;TZID=Europe/London:20261208T130000", "METHOD:REQUEST"]);

    does(&mut amina, &at, "give_up_seat", "You have given up your place").await;
    let letters = mail.letters(&esteem).await;
    let (_, text) = only(&letters, "amina");
    holds(&text, &["method=CANCEL", "METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4"]);
    assert!(!text.contains(LINK), "it is not hers to join any more: {text}");
    let (subject, text) = only(&letters, "eve");
    assert_eq!(subject, "a seat in Safety plans is offered to you");
    holds(&text, &["is offered to you until"]);

    does(&mut eve, &at, "accept_offer", "You have a seat").await;
    holds(&only(&mail.letters(&esteem).await, "eve").1, &["METHOD:REQUEST", "SEQUENCE:6"]);
    let page = ben.visit(&at).await;
    ben.submit(&page, "cancel_session", &[("reason", "low_numbers")]).await;
    let letters = mail.letters(&esteem).await;
    assert_eq!(letters.len(), 2, "nobody who gave their seat up");
    holds(&only(&letters, "eve").1, &["Too few people would come", "METHOD:CANCEL", "SEQUENCE:8"]);
    holds(&only(&letters, "ben").1, &["Too few people would come", "METHOD:CANCEL", "SEQUENCE:2"]);
}

#[tokio::test]
async fn a_mail_that_is_not_true_any_more_is_not_sent() {
    let esteem = practice().await;
    let (_ben, at) = with_one_seat(&esteem).await;
    let (mut amina, mut eve) = (sign_in(&esteem, "amina").await, sign_in(&esteem, "eve").await);
    does(&mut amina, &at, "book_seat", "You have a seat").await;
    does(&mut eve, &at, "book_seat", "You are number 1 on the waiting list").await;
    does(&mut eve, &at, "give_up_seat", "You have left the waiting list").await;
    does(&mut amina, &at, "give_up_seat", "You have given up your place").await;
    let mut mail = Mailbox::start().await;
    let letters = mail.letters(&esteem).await;
    let (subject, text) = only(&letters, "amina");
    assert_eq!(subject, "you have given up your seat in Safety plans");
    assert!(text.contains("METHOD:CANCEL"), "{text}");
    assert!(letters.iter().all(|letter| letter.to != "eve@staff.example"), "nothing to tell her");
}
