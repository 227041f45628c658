//! The weekly digest: who hears what, once a week, whichever process makes it and whatever was missed.

use super::place::{AMINA, BEN, DAN, Practice, SENDER, noon, the_practice};
use crate::ground::day;
use crate::judgements::ask;
use chrono::{DateTime, TimeDelta, Utc};
use domain::codes::JudgementKind;
use domain::jobs::Job;
use domain::outbox::Outcome;
use domain::reminders::words::Words;
use entities::{account, job};
use sea_orm::EntityTrait;
use services::outbox::{due, hand_over, note};
use services::{Ctx, Services, jobs, judgements};
use std::collections::BTreeSet;

/// At half past seven on a day, with that day as today.
fn on(practice: &Practice, date: &str) -> Ctx {
    let now: DateTime<Utc> = format!("{date}T07:30:00Z").parse().unwrap();
    Ctx { today: day(date), ..practice.at(now) }
}

async fn does(ctx: &Ctx) -> Vec<Job> {
    jobs::do_what_is_due(ctx).await.unwrap()
}

/// Makes the digests of a day; the jobs were first looked at on the Sunday before 2 November.
async fn digests_of(practice: &Practice, date: &str) {
    does(&practice.at(noon())).await;
    let done = does(&on(practice, date)).await;
    assert!(done.contains(&Job::WeeklyDigests), "{done:?}");
}

/// To whom mails go, by employee number.
async fn readers(practice: &Practice) -> BTreeSet<String> {
    let accounts = practice.ground.all::<account::Entity>().await;
    let number = |id| {
        let email = accounts.iter().find(|a| a.id == id).map(|a| a.email.clone());
        email.unwrap().split('@').next().unwrap().to_uppercase()
    };
    practice.mails().await.iter().map(|mail| number(mail.account_id)).collect()
}

/// Sends whatever waits, and returns what was in it.
async fn sent(ctx: &Ctx) -> Vec<(String, Words)> {
    let mut sent = Vec::new();
    for one in due(ctx, 100).await.unwrap() {
        if let Some(letter) = hand_over(ctx, one, SENDER).await.unwrap() {
            note(ctx, &letter.attempt, Outcome::Sent, None).await.unwrap();
            sent.push((letter.to, letter.words));
        }
    }
    sent
}

#[tokio::test]
async fn a_digest_is_made_for_whoever_has_something_to_hear_and_for_nobody_else() {
    let practice = the_practice().await;
    digests_of(&practice, "2026-11-02").await;
    assert_eq!(readers(&practice).await, [AMINA.to_owned()].into());

    let practice = the_practice().await;
    ask(&practice.amina, "").await.unwrap();
    judgements::claim(&practice.amina, "EMG-1", "Not my post").await.unwrap();
    digests_of(&practice, "2026-11-02").await;
    // Amina has asked again, so nothing is hers to do; Dan is named by her post as line manager.
    assert_eq!(readers(&practice).await, [BEN.to_owned(), DAN.to_owned()].into());
}

#[tokio::test]
async fn it_says_what_is_true_when_it_is_sent_and_names_nobody() {
    let practice = the_practice().await;
    ask(&practice.amina, &practice.ground.person(BEN).await.to_string()).await.unwrap();
    digests_of(&practice, "2026-11-02").await;
    let sent = sent(&on(&practice, "2026-11-02")).await;
    let (to, words) = &sent[0];
    assert_eq!((sent.len(), to.as_str()), (1, "e2@staff.example"));
    assert_eq!(words.subject, "Esteem: 1 request waits for you");
    assert!(words.text.contains("Dear Ben") && words.text.contains("1 of them names you"));
    assert!(words.text.contains("https://esteem.example/confirm"));
    for hidden in ["Amina", "Khan", "harder than I thought", "crisis team"] {
        assert!(!words.text.contains(hidden), "{hidden}");
    }
}

#[tokio::test]
async fn what_was_done_between_making_and_sending_is_not_told_any_more() {
    let practice = the_practice().await;
    digests_of(&practice, "2026-11-02").await;
    ask(&practice.amina, "").await.unwrap();
    assert!(sent(&on(&practice, "2026-11-02")).await.is_empty());
    let mail = practice.mail().await;
    assert!(mail.sent_at.is_none() && mail.next_try_at.is_none(), "not needed: {mail:?}");
}

#[tokio::test]
async fn who_was_told_hears_it_again_only_when_there_is_news() {
    let practice = the_practice().await;
    digests_of(&practice, "2026-11-02").await;
    assert_eq!(sent(&on(&practice, "2026-11-02")).await.len(), 1);
    does(&on(&practice, "2026-11-09")).await;
    assert_eq!(practice.mails().await.len(), 1, "it expired before she was told");
    let soon = "employee_number,competency_code,kind,made_on,level,evidence\n\
                E1,EMG-1,confirmed,2025-11-20,2,observation\n";
    practice.ground.bring(services::imports::Kind::Judgements, soon).await;
    does(&on(&practice, "2026-11-16")).await;
    let told = sent(&on(&practice, "2026-11-16")).await;
    let text = &told[0].1.text;
    assert!(text.contains("due on 20 November 2026"), "{text}");
    assert!(text.contains("Ask about risk: level 3, expired after 20 October 2026"), "{text}");
}

#[tokio::test]
async fn what_a_role_newly_asks_is_told() {
    let practice = the_practice().await;
    let asked = "role_code,competency_code,required_level,necessity,critical,effective_from\n\
                 MHN,EMG-1,2,core,yes,2026-10-30\n";
    practice.ground.bring(services::imports::Kind::Requirements, asked).await;
    digests_of(&practice, "2026-11-02").await;
    assert_eq!(readers(&practice).await.len(), 3, "Amina, and both mental health nurses");
    let told = sent(&on(&practice, "2026-11-02")).await;
    let (_, ben) = told.iter().find(|(to, _)| to == "e2@staff.example").unwrap();
    assert!(ben.text.contains("Act in an emergency: level 2, critical"), "{}", ben.text);
}

#[tokio::test]
async fn a_job_missed_for_three_weeks_runs_once_for_now() {
    let practice = the_practice().await;
    does(&practice.at(noon())).await;
    let wednesday = on(&practice, "2026-11-25");
    assert!(does(&wednesday).await.contains(&Job::WeeklyDigests));
    assert!(does(&wednesday).await.is_empty(), "once");
    let mail = practice.mail().await;
    assert!(mail.key.ends_with(":2026-11-23"), "{}", mail.key);
    assert_eq!(mail.useful_until.unwrap().to_string(), "2026-11-30 07:00:00 UTC");
}

#[tokio::test]
async fn of_many_processes_one_does_a_job_and_a_mail_is_made_once() {
    let practice = the_practice().await;
    does(&practice.at(noon())).await;
    let here = practice.ground.services.clone();
    let monday = on(&practice, "2026-11-02");
    let processes = [0, 1, 2, 3].map(|_| {
        let services = Services::new(here.db.clone(), here.clock);
        let ctx = Ctx { services, ..monday.clone() };
        tokio::spawn(async move { does(&ctx).await })
    });
    let mut done = Vec::new();
    for process in processes {
        done.extend(process.await.unwrap());
    }
    done.sort_unstable();
    let each_once = [
        Job::WeeklyDigests,
        Job::TidyOutbox,
        Job::GiveOutSeats,
        Job::SessionReminders,
        Job::ScheduledReturns,
    ];
    assert_eq!(done, each_once);
    assert_eq!(practice.mails().await.len(), 1);
}

#[tokio::test]
async fn a_job_that_nobody_ended_is_taken_up_and_makes_nothing_twice() {
    let practice = the_practice().await;
    digests_of(&practice, "2026-11-02").await;
    // As if the process had died before it noted the end.
    let left_alone = on(&practice, "2026-11-02").now + TimeDelta::minutes(30);
    job::Entity::update_many()
        .col_expr(job::Column::NextAt, sea_orm::prelude::Expr::value(left_alone))
        .exec(practice.ground.services.db.read())
        .await
        .unwrap();
    let too_early = Ctx { now: left_alone - TimeDelta::seconds(1), ..on(&practice, "2026-11-02") };
    assert!(does(&too_early).await.is_empty());
    let ctx = Ctx { now: left_alone, ..too_early };
    assert!(does(&ctx).await.contains(&Job::WeeklyDigests));
    assert_eq!(practice.mails().await.len(), 1, "the same mail has the same key");
}

#[tokio::test]
async fn the_queries_of_the_job_do_not_grow_with_people() {
    let practice = the_practice().await;
    does(&practice.at(noon())).await;
    let (_, first) = services::db::counted(does(&on(&practice, "2026-11-02"))).await;
    let staff = "employee_number,first_name,last_name,team_code,role_code,fte,start_date\n"
        .to_owned()
        + &(0..40)
            .map(|n| format!("X{n},First,Last{n},T1,PN,1.00,2026-11-05\n"))
            .collect::<String>();
    practice.ground.bring(services::imports::Kind::Staff, &staff).await;
    for n in 0..40 {
        practice.ground.sign_in(&format!("X{n}"), None).await;
    }
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, sea_orm::prelude::Expr::value("set"))
        .exec(practice.ground.services.db.read())
        .await
        .unwrap();
    // The facts are read anew once, which is none of the job's.
    practice.ground.operator().facts().await.unwrap();
    let (_, second) = services::db::counted(does(&on(&practice, "2026-11-09"))).await;
    assert!(second <= first, "{first}, then {second}");
    assert!(practice.mails().await.len() >= 40, "each of the new starters hears what is asked");
}

#[tokio::test]
async fn what_is_long_done_with_is_forgotten() {
    let practice = the_practice().await;
    digests_of(&practice, "2026-11-02").await;
    sent(&on(&practice, "2026-11-02")).await;
    does(&on(&practice, "2027-01-25")).await;
    assert!(practice.mails().await.iter().any(|mail| mail.sent_at.is_some()), "after 84 days");
    does(&on(&practice, "2027-02-08")).await;
    assert!(practice.mails().await.iter().all(|mail| mail.sent_at.is_none()), "after 98 days");
    let said = practice.ground.all::<entities::judgement::Entity>().await;
    assert!(said.iter().any(|row| row.kind == JudgementKind::Confirmed), "history stays");
}
