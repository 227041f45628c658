//! However many workers and processes there are, and whichever of them is stopped: no mail twice, none lost.

use super::place::{Practice, SENDER, noon, the_practice, waiting};
use chrono::TimeDelta;
use domain::ids::MailId;
use domain::outbox::Outcome;
use entities::account;
use sea_orm::EntityTrait;
use sea_orm::prelude::Expr;
use services::outbox::{self, Due, Letter};
use services::{Ctx, Services};
use std::collections::BTreeMap;

async fn due(ctx: &Ctx) -> Vec<Due> {
    outbox::due(ctx, 100).await.unwrap()
}

async fn hand_over(ctx: &Ctx, due: Due) -> Option<Letter> {
    outbox::hand_over(ctx, due, SENDER).await.unwrap()
}

async fn note(ctx: &Ctx, letter: &Letter, outcome: Outcome) {
    outbox::note(ctx, &letter.attempt, outcome, Some("what went wrong")).await.unwrap();
}

#[tokio::test]
async fn of_many_workers_in_two_processes_one_hands_each_mail_over() {
    const MAILS: usize = 50;
    let practice = the_practice().await;
    for _ in 0..MAILS {
        practice.waits().await;
    }
    let here = practice.ground.services.clone();
    let beside = Services::new(here.db.clone(), here.clock);
    let workers = [&here, &beside, &here, &beside].map(|services| {
        let ctx = Ctx { services: services.clone(), ..practice.at(noon()) };
        tokio::spawn(async move {
            let mut sent: Vec<MailId> = Vec::new();
            loop {
                let waiting = due(&ctx).await;
                if waiting.is_empty() {
                    return sent;
                }
                for one in waiting {
                    if let Some(letter) = hand_over(&ctx, one).await {
                        sent.push(letter.id);
                        note(&ctx, &letter, Outcome::Sent).await;
                    }
                }
            }
        })
    });
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for worker in workers {
        for id in worker.await.unwrap() {
            *times.entry(id.to_string()).or_default() += 1;
        }
    }
    assert_eq!(times.len(), MAILS, "none lost");
    assert!(times.values().all(|times| *times == 1), "none twice: {times:?}");
    assert!(practice.mails().await.iter().all(|mail| mail.sent_at.is_some() && mail.tries == 1));
}

#[tokio::test]
async fn who_was_stopped_before_the_hand_over_sends_nothing_that_another_has_tried() {
    // Sent meanwhile; or tried without success, so that it waits again.
    for outcome in [Outcome::Sent, Outcome::NotNow] {
        let practice = the_practice().await;
        practice.waits().await;
        let stopped = due(&practice.at(noon())).await[0];
        let other = practice.after(TimeDelta::minutes(1));
        let letter = hand_over(&other, due(&other).await[0]).await.unwrap();
        note(&other, &letter, outcome).await;
        let awake = practice.after(TimeDelta::hours(1));
        assert!(hand_over(&awake, stopped).await.is_none(), "{outcome:?}");
        let open = due(&awake).await;
        assert_eq!(open.len(), usize::from(outcome == Outcome::NotNow), "not lost either");
    }
}

#[tokio::test]
async fn who_was_stopped_where_nobody_else_is_goes_on() {
    let practice = the_practice().await;
    practice.waits().await;
    let seen = due(&practice.at(noon())).await[0];
    let awake = practice.after(TimeDelta::hours(1));
    let letter = hand_over(&awake, seen).await.expect("nobody has sent it");
    note(&awake, &letter, Outcome::Sent).await;
    assert_eq!(practice.mail().await.sent_at, Some(awake.now));
}

#[tokio::test]
async fn a_hand_over_that_is_under_way_is_left_alone_for_hours_and_then_tried_again() {
    let practice = the_practice().await;
    practice.waits().await;
    let stopped = practice.at(noon());
    let first = hand_over(&stopped, due(&stopped).await[0]).await.unwrap();
    assert!(!first.attempt.is_late(noon() + TimeDelta::minutes(5)));
    assert!(first.attempt.is_late(noon() + TimeDelta::hours(1)), "it sends nothing when it wakes");
    for minutes in [1, 60, 359] {
        assert!(due(&practice.after(TimeDelta::minutes(minutes))).await.is_empty(), "{minutes}");
    }
    let later = practice.after(TimeDelta::hours(6));
    let second = hand_over(&later, due(&later).await[0]).await.unwrap();
    assert_eq!(first.id, second.id, "the same Message-ID");
    // The first wakes: what it says of a failure does not touch the try that is under way.
    note(&later, &first, Outcome::Refused).await;
    assert_eq!(practice.mail().await.given_up_at, None);
    note(&later, &second, Outcome::Sent).await;
    note(&later, &first, Outcome::Sent).await;
    assert_eq!(practice.mail().await.sent_at, Some(later.now));
    assert!(due(&practice.after(TimeDelta::days(9))).await.is_empty());
}

#[tokio::test]
async fn that_it_was_sent_counts_whoever_has_begun_again() {
    let practice = the_practice().await;
    practice.waits().await;
    let stopped = practice.at(noon());
    let first = hand_over(&stopped, due(&stopped).await[0]).await.unwrap();
    let later = practice.after(TimeDelta::hours(6));
    let second = hand_over(&later, due(&later).await[0]).await.unwrap();
    note(&later, &first, Outcome::Sent).await;
    note(&later, &second, Outcome::NotNow).await;
    let mail = practice.mail().await;
    assert!(mail.sent_at.is_some() && mail.next_try_at.is_none(), "{mail:?}");
}

/// Tries at a moment, and hears that the server does not take it yet.
async fn fails(practice: &Practice, since: TimeDelta) {
    let ctx = practice.after(since);
    let one = *due(&ctx).await.first().expect("it is due");
    let letter = hand_over(&ctx, one).await.expect("it is handed over");
    note(&ctx, &letter, Outcome::NotNow).await;
}

#[tokio::test]
async fn what_is_not_taken_is_tried_with_growing_pauses_and_given_up_after_days() {
    let practice = the_practice().await;
    practice.waits().await;
    fails(&practice, TimeDelta::zero()).await;
    assert!(due(&practice.after(TimeDelta::seconds(59))).await.is_empty());
    fails(&practice, TimeDelta::minutes(1)).await;
    assert!(due(&practice.after(TimeDelta::minutes(5))).await.is_empty());
    fails(&practice, TimeDelta::minutes(6)).await;
    fails(&practice, TimeDelta::days(3)).await;
    assert_eq!(practice.mail().await.given_up_at, None);
    fails(&practice, TimeDelta::days(4)).await;
    let mail = practice.mail().await;
    assert_eq!(mail.given_up_at, Some(noon() + TimeDelta::days(4)));
    assert_eq!((mail.tries, mail.last_error.as_deref()), (5, Some("what went wrong")));
    assert!(due(&practice.after(TimeDelta::days(30))).await.is_empty());
}

#[tokio::test]
async fn what_waited_long_without_a_server_has_all_its_days_before_it() {
    let practice = the_practice().await;
    practice.waits().await;
    fails(&practice, TimeDelta::days(30)).await;
    assert_eq!(practice.mail().await.given_up_at, None);
}

#[tokio::test]
async fn nothing_is_sent_to_a_disabled_account_or_after_its_time() {
    let practice = the_practice().await;
    let account = practice.amina.actor.account_id().unwrap();
    let until = noon() + TimeDelta::days(1);
    practice
        .puts(entities::mail::ActiveModel {
            useful_until: sea_orm::ActiveValue::Set(Some(until)),
            ..waiting(account)
        })
        .await;
    assert!(due(&practice.at(until)).await.is_empty(), "its time is over");
    account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(noon()))
        .exec(practice.ground.services.db.read())
        .await
        .unwrap();
    let ctx = practice.at(noon());
    assert!(hand_over(&ctx, due(&ctx).await[0]).await.is_none());
    let mail = practice.mail().await;
    assert_eq!((mail.useful_until, mail.next_try_at), (Some(noon()), None), "not needed");
}

#[tokio::test]
async fn a_mail_that_cannot_be_written_waits_and_does_not_stand_in_the_way() {
    let practice = the_practice().await;
    let account = practice.amina.actor.account_id().unwrap();
    let arguments = sea_orm::ActiveValue::Set("no such thing".to_owned());
    practice.puts(entities::mail::ActiveModel { arguments, ..waiting(account) }).await;
    let ctx = practice.at(noon());
    assert!(hand_over(&ctx, due(&ctx).await[0]).await.is_none());
    assert!(due(&ctx).await.is_empty());
    let mail = practice.mail().await;
    assert_eq!(mail.last_error.as_deref(), Some("Esteem could not write it"));
    assert_eq!(mail.next_try_at, Some(noon() + TimeDelta::minutes(1)));
}

#[tokio::test]
async fn looking_for_mail_and_jobs_writes_nothing_where_nothing_waits() {
    let practice = the_practice().await;
    let ctx = practice.at(noon());
    services::jobs::do_what_is_due(&ctx).await.unwrap();
    let (_, jobs) = services::db::counted(services::jobs::do_what_is_due(&ctx)).await;
    let (_, mails) = services::db::counted(due(&ctx)).await;
    assert_eq!((jobs, mails), (1, 1), "one query each");
}
