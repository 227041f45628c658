//! Mail from the Monday's job to the mail server and back, with two processes; and the pages about it.

use crate::practice::{practice, sign_in};
use crate::small::{bring, small_place};
use chrono::TimeDelta;
use domain::codes::GrantKind::Administrator;
use domain::imports::Kind;
use sea_orm::ConnectionTrait;
use server::jobs::send_some;
use server::mail::Post;
use services::{Ctx, accounts, jobs, outbox};
use std::collections::BTreeMap;
use std::time::Duration;
use tests::Installation;
use tests::mail_server::{MailServer, Manner};

const TODAY: &str = "2026-11-02";
const BASE: &str = "http://esteem.test";
const PEOPLE: usize = 50;

/// What a mail server finds of a place where fifty people have something to hear.
async fn fifty_wait() -> Installation {
    let esteem = small_place(TODAY).await;
    let each = |row: fn(usize) -> String| (0..PEOPLE).map(row).collect::<String>();
    let framework = "code,domain_code,title,statement,strand,refresh_months\n\
                     RSK-1,RSK,Ask about risk,Asks openly,mental_health,24\n";
    bring(&esteem, Kind::Framework, framework).await;
    let roles =
        "code,title,setting,mental_health_professional\nPN,Practice nurse,primary_care,no\n";
    bring(&esteem, Kind::Roles, roles).await;
    let asked = "role_code,competency_code,required_level\nPN,RSK-1,3\n";
    bring(&esteem, Kind::Requirements, asked).await;
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,start_date\n"
        .to_owned()
        + &each(|n| format!("E{n},First{n},Last{n},T1,PN,1.00,2024-01-01\n"));
    bring(&esteem, Kind::Staff, &staff).await;
    let expired = "employee_number,competency_code,kind,made_on,level,evidence\n".to_owned()
        + &each(|n| format!("E{n},RSK-1,confirmed,2024-10-01,3,observation\n"));
    bring(&esteem, Kind::Judgements, &expired).await;
    let operator = esteem.operator();
    let facts = operator.facts().await.expect("facts");
    for (n, person) in facts.people.iter().enumerate() {
        let email = format!("e{n}@staff.example");
        accounts::add(&operator, &email, Some(person.id)).await.expect("an account");
    }
    passwords(&esteem).await;
    make_digests(&esteem).await;
    esteem
}

/// Hashing fifty passwords takes longer than everything else here.
async fn passwords(esteem: &Installation) {
    let set = "UPDATE account SET password_hash = 'set' WHERE password_hash IS NULL";
    esteem.services.db.read().execute_unprepared(set).await.expect("passwords");
}

/// Lets a Monday come, makes the digests, and goes back: what was made waits now.
pub async fn make_digests(esteem: &Installation) {
    let operator = esteem.operator();
    jobs::do_what_is_due(&operator).await.expect("the jobs are known");
    let monday = Ctx { now: operator.now + TimeDelta::days(8), ..operator };
    jobs::do_what_is_due(&monday).await.expect("the digests are made");
    be_due(esteem).await;
}

/// Lets everything that waits be tried now.
async fn be_due(esteem: &Installation) {
    let ctx = esteem.operator();
    let waiting = outbox::list(&ctx, &outbox::Listing::default(), 1).await.expect("the outbox");
    for mail in waiting.mails.entries {
        outbox::try_again(&ctx, mail.id).await.expect("it waits");
    }
}

pub fn post(server: &MailServer) -> Post {
    let settings = server::Settings {
        database_url: "sqlite:".to_owned(),
        base_url: BASE.to_owned(),
        smtp_url: Some(server.url().parse().expect("an address")),
        mail_from: Some("Esteem <esteem@example.nhs.uk>".to_owned()),
        signing_key: None,
        issuer_name: None,
        today: None,
    };
    Post::of(&settings).expect("settings without faults").expect("a mail server")
}

/// Sends until nothing is due, or the mail server is gone.
pub async fn send(esteem: &Installation, post: &Post) {
    while send_some(&esteem.services, post, BASE, || true).await.expect("sent") {}
}

/// How often each address got a mail.
fn times(server: &MailServer) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    for letter in server.taken() {
        *times.entry(letter.to).or_default() += 1;
    }
    times
}

#[tokio::test]
async fn fifty_mails_by_several_workers_of_two_processes_arrive_once_each() {
    let esteem = fifty_wait().await;
    let other = esteem.beside().await;
    let server = MailServer::start().await;
    let workers = [&esteem, &other, &esteem, &other].map(|process| {
        let (services, post) = (process.services.clone(), post(&server));
        tokio::spawn(async move {
            while send_some(&services, &post, BASE, || true).await.expect("sent") {}
        })
    });
    for worker in workers {
        worker.await.expect("a worker");
    }
    let times = times(&server);
    assert_eq!(times.len(), PEOPLE, "none lost");
    assert!(times.values().all(|times| *times == 1), "none twice: {times:?}");
    send(&esteem, &post(&server)).await;
    assert_eq!(server.taken().len(), PEOPLE, "and none later");
}

#[tokio::test]
async fn a_letter_says_who_it_is_from_and_that_no_person_wrote_it() {
    let esteem = fifty_wait().await;
    let server = MailServer::start().await;
    send_some(&esteem.services, &post(&server), BASE, || true).await.expect("sent");
    let letter = &server.taken()[0];
    assert_eq!(letter.head("From"), "Esteem <esteem@example.nhs.uk>");
    assert_eq!(letter.head("To"), letter.to);
    assert_eq!(letter.head("Auto-Submitted"), "auto-generated");
    assert_eq!(letter.head("Subject"), "Esteem: 1 confirmation has expired");
    assert!(letter.head("Message-ID").ends_with("@example.nhs.uk>"), "{}", letter.text);
    assert!(letter.text.contains("http://esteem.test/account/mail"), "{}", letter.text);
}

#[tokio::test]
async fn mail_waits_while_the_server_is_down_and_is_sent_when_it_is_up() {
    let esteem = fifty_wait().await;
    let server = MailServer::start().await;
    let (address, post) = (server.address, post(&server));
    drop(server);
    tokio::task::yield_now().await;
    send(&esteem, &post).await;
    let ctx = esteem.operator();
    assert_eq!(outbox::due(&ctx, 99).await.expect("the outbox").len(), PEOPLE, "none was touched");
    let server = MailServer::start_at(address).await;
    send(&esteem, &post).await;
    assert_eq!(times(&server).len(), PEOPLE);
}

#[tokio::test]
async fn what_the_server_does_not_take_yet_is_sent_later() {
    let esteem = fifty_wait().await;
    let server = MailServer::start().await;
    let refusal = Some("451 4.7.1 come back later, e1@staff.example");
    server.answers(Manner { refusal, ..Manner::default() });
    send(&esteem, &post(&server)).await;
    assert!(server.taken().is_empty());
    let waiting = outbox::list(&esteem.operator(), &outbox::Listing::default(), 1).await;
    let line = waiting.expect("the outbox").mails.entries.remove(0);
    let told = line.last_error.expect("what went wrong");
    assert!(told.contains("451") && !told.contains("staff.example"), "{told}");
    assert_eq!(line.tries, 1);
    be_due(&esteem).await;
    server.answers(Manner::default());
    send(&esteem, &post(&server)).await;
    assert!(times(&server).values().all(|times| *times == 1));
    assert_eq!(times(&server).len(), PEOPLE);
}

#[tokio::test]
async fn an_administrator_sees_what_was_refused_for_good_and_has_it_tried_again() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let page = amina.visit("/my/competencies/EMG-1").await;
    let answers = [("level", "2"), ("evidence", "observation"), ("note", "On the ward")];
    amina.submit(&page, "ask_for_confirmation", &answers).await;
    sign_in(&esteem, "ben").await;
    let mut yusra = sign_in(&esteem, "yusra").await;
    let none = yusra.visit("/outbox").await;
    assert!(none.says("No email found"), "{}", none.words());
    make_digests(&esteem).await;

    let server = MailServer::start().await;
    let refusal = Some("550 5.1.1 no ben@staff.example here");
    server.answers(Manner { refusal, slowness: Duration::ZERO });
    send(&esteem, &post(&server)).await;
    let page = yusra.visit("/outbox?state=given_up&search=ben").await;
    assert!(page.says("ben@staff.example") && page.says("code 550"), "{}", page.words());
    assert!(!page.says("5.1.1"), "{}", page.words());
    let tried = yusra.submit(&page, "try_mail_again", &[]).await;
    assert!(tried.says("tries to send this email again"), "{}", tried.words());
    server.answers(Manner::default());
    send(&esteem, &post(&server)).await;
    assert_eq!(times(&server).get("ben@staff.example"), Some(&1));
    let sent = yusra.visit("/outbox?state=sent").await;
    assert!(sent.says("ben@staff.example"), "{}", sent.words());
}

#[tokio::test]
async fn somebody_reads_and_changes_what_they_get_by_email() {
    let esteem = practice().await;
    let mut amina = sign_in(&esteem, "amina").await;
    let account = amina.visit("/account").await;
    let page = amina.visit(&account.links("Change email from esteem")[0]).await;
    assert!(page.says("amina@staff.example"), "{}", page.words());
    assert_eq!(page.all("input[name='parts[]'][checked]").len(), 4, "everything, at first");
    let saved = amina.submit(&page, "choose_reminders", &[("weekly_digest", "no")]).await;
    assert!(saved.says("Saved what you get by email"), "{}", saved.words());
    let again = amina.visit("/account/mail").await;
    let chosen = again.form("choose_reminders");
    assert!(chosen.contains(&("weekly_digest".to_owned(), "no".to_owned())), "{chosen:?}");
    let empty = [("weekly_digest", "yes"), ("parts[]", "")];
    let asked = amina.submit(&again, "choose_reminders", &empty).await;
    assert!(asked.says("Choose at least one part"), "{}", asked.words());
}

#[tokio::test]
async fn who_has_no_staff_record_is_told_why_there_is_nothing() {
    let esteem = practice().await;
    let mut alex = esteem.somebody("alex@elsewhere.example", &[(Administrator, "")]).await;
    let page = alex.visit("/account/mail").await;
    assert!(page.says("not linked to a staff record"), "{}", page.words());
}
