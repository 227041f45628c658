//! Two processes on one database and a mail server, one of them stopped in the middle: no mail twice, none lost.

use crate::mail_server::{MailServer, Manner};
use crate::program::Process;
use chrono::TimeDelta;
use domain::ids::MailId;
use domain::outbox::MailState;
use domain::policy::Actor;
use services::clock::Clock;
use services::db::Db;
use services::outbox::{self, Listing};
use services::{Ctx, Services, demo, jobs};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;
use tokio::time::sleep;

const TODAY: &str = "2026-11-21";

/// A process that sends what waits to this server.
fn sender(database: &str, server: &MailServer) -> Process {
    let url = server.url();
    Process::start(&[
        ("ESTEEM_DATABASE_URL", database),
        ("ESTEEM_TODAY", TODAY),
        ("ESTEEM_SMTP_URL", url.as_str()),
        ("ESTEEM_MAIL_FROM", "Esteem <esteem@example.nhs.uk>"),
    ])
}

/// The demonstration, in which those who can sign in have something to hear, and hear it now; but for one, who hears it
/// later.
async fn waiting_mail(database: &str) -> (Ctx, MailId) {
    let db = Db::connect(database).await.unwrap();
    db.migrate().await.unwrap();
    let services = Services::new(db, Clock::new(Some(TODAY.parse().unwrap())));
    let operator = services.as_actor(Actor::Operator);
    demo::load(&operator, 100, demo::SEED).await.unwrap();
    demo::renew_password(&operator).await.unwrap();
    jobs::do_what_is_due(&operator).await.unwrap();
    let monday = Ctx { now: operator.now + TimeDelta::days(8), ..operator.clone() };
    jobs::do_what_is_due(&monday).await.unwrap();
    let made = outbox::list(&operator, &Listing::default(), 1).await.unwrap().mails.entries;
    let (later, now) = made.split_first().unwrap();
    for mail in now {
        outbox::try_again(&operator, mail.id).await.unwrap();
    }
    (operator, later.id)
}

async fn count(ctx: &Ctx, state: Option<MailState>) -> usize {
    let listing = Listing { state, ..Listing::default() };
    outbox::list(ctx, &listing, 1).await.unwrap().mails.total
}

/// Waits until all mails but so many are known to be sent.
async fn all_but(ctx: &Ctx, left: usize) {
    while count(ctx, Some(MailState::Sent)).await + left < count(ctx, None).await {
        sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn of_two_processes_one_is_stopped_while_it_sends_and_no_mail_is_sent_twice_or_lost() {
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("stopping.db");
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
    }
    let database = format!("sqlite://{}", file.display());
    let (ctx, later) = Box::pin(waiting_mail(&database)).await;
    let mails = count(&ctx, None).await;
    assert!(mails >= 4, "only {mails} people have something to hear");

    let server = MailServer::start().await;
    server.answers(Manner { slowness: Duration::from_millis(300), ..Manner::default() });
    let stopped = sender(&database, &server);
    while count(&ctx, Some(MailState::BeingSent)).await == 0 {
        sleep(Duration::from_millis(5)).await;
    }
    stopped.signal("-STOP");
    let other = sender(&database, &server);
    // All but the one in the stopped hands, and the one for later; where it was stopped with the database in its hands too, none until it wakes.
    for _ in 0..100 {
        if server.taken().len() + 2 >= mails {
            break;
        }
        sleep(Duration::from_millis(50)).await;
    }
    stopped.signal("-CONT");
    all_but(&ctx, 1).await;
    // The one who was stopped goes through what it had seen before; once it sends something new, it is past all that.
    drop(other);
    outbox::try_again(&ctx, later).await.unwrap();
    all_but(&ctx, 0).await;
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for letter in server.taken() {
        *times.entry(letter.head("Message-ID")).or_default() += 1;
    }
    assert_eq!(times.len(), mails, "none lost");
    assert!(times.values().all(|times| *times == 1), "none twice: {times:?}");
}
