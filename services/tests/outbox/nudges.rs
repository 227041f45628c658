//! The mail of a nudge: one at most in a week, to whoever can be reached and wants it, and true when it is sent.

use super::place::{AMINA, CARA, Practice, SENDER, noon, the_practice};
use crate::ground::day;
use chrono::TimeDelta;
use domain::codes::GrantKind::TeamManager;
use domain::imports::Kind;
use domain::outbox::{MailKind, Outcome};
use domain::people::due::Nudged;
use domain::reminders::Preferences;
use domain::reminders::words::Words;
use entities::{account, nudge};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::outbox::{due, hand_over, note};
use services::{Ctx, accounts, judgements, reminders, teams};

async fn nudges(practice: &Practice, by: &Ctx) -> Nudged {
    let amina = practice.ground.person(AMINA).await.to_string();
    teams::nudge(by, "T1", &[amina]).await.unwrap()
}

/// Dan so many days later.
fn later(practice: &Practice, days: i64) -> Ctx {
    let dan = &practice.dan;
    Ctx {
        now: dan.now + TimeDelta::days(days),
        today: dan.today + TimeDelta::days(days),
        ..dan.clone()
    }
}

/// Amina so many hours after Dan, or before him.
fn amina_hours_from(practice: &Practice, hours: i64) -> Ctx {
    Ctx { now: practice.dan.now + TimeDelta::hours(hours), ..practice.amina.clone() }
}

/// Sends whatever waits at a moment.
async fn sent(practice: &Practice, by: &Ctx) -> Vec<(String, Words)> {
    let ctx = Ctx { now: by.now, today: by.today, ..practice.ground.operator() };
    let mut sent = Vec::new();
    for one in due(&ctx, 9).await.unwrap() {
        if let Some(letter) = hand_over(&ctx, one, SENDER).await.unwrap() {
            note(&ctx, &letter.attempt, Outcome::Sent, None).await.unwrap();
            sent.push((letter.to, letter.words));
        }
    }
    sent
}

#[tokio::test]
async fn a_nudge_is_mailed_once_in_a_week_and_says_what_is_due_and_who_not() {
    let practice = the_practice().await;
    let nudged = nudges(&practice, &practice.dan).await;
    assert_eq!((nudged.people.len(), nudged.not_mailed.len()), (1, 0));
    assert_eq!(practice.mail().await.kind, MailKind::Nudge);
    for days in [0, 6] {
        assert!(nudges(&practice, &later(&practice, days)).await.people.is_empty());
    }
    assert_eq!(practice.mails().await.len(), 1);
    let sent_now = sent(&practice, &practice.dan).await;
    let (to, words) = &sent_now[0];
    assert_eq!((sent_now.len(), to.as_str()), (1, "e1@staff.example"));
    assert!(words.text.contains("Dear Amina") && words.text.contains("1 confirmation has expired"));
    assert!(!words.text.contains("Dan") && !words.text.contains("Reid"), "{}", words.text);

    nudges(&practice, &later(&practice, 7)).await;
    assert_eq!(practice.mails().await.len(), 2, "a week later");
}

#[tokio::test]
async fn of_two_who_nudge_somebody_at_once_one_does_and_one_mail_is_made() {
    let practice = the_practice().await;
    let cara = practice.ground.sign_in(CARA, Some((TeamManager, "T1"))).await;
    let (one, other) = tokio::join!(nudges(&practice, &practice.dan), nudges(&practice, &cara));
    assert_eq!(one.people.len() + other.people.len(), 1);
    assert_eq!(practice.ground.all::<nudge::Entity>().await.len(), 1);
    assert_eq!(practice.mails().await.len(), 1);
}

#[tokio::test]
async fn what_was_done_before_it_is_sent_is_not_asked_any_more() {
    let practice = the_practice().await;
    nudges(&practice, &practice.dan).await;
    crate::judgements::ask(&amina_hours_from(&practice, 1), "").await.unwrap();
    assert!(sent(&practice, &practice.dan).await.is_empty());
    assert!(practice.mail().await.next_try_at.is_none(), "not needed");
}

#[tokio::test]
async fn what_was_done_earlier_on_the_day_of_a_nudge_is_no_answer_to_it() {
    let practice = the_practice().await;
    crate::judgements::ask(&amina_hours_from(&practice, -1), "").await.unwrap();
    nudges(&practice, &practice.dan).await;
    assert_eq!(sent(&practice, &practice.dan).await.len(), 1);
}

#[tokio::test]
async fn a_nudge_that_waited_for_a_week_is_not_sent() {
    let practice = the_practice().await;
    nudges(&practice, &practice.dan).await;
    assert!(sent(&practice, &later(&practice, 8)).await.is_empty());
}

#[tokio::test]
async fn whoever_wants_no_such_email_gets_none_made_or_waiting() {
    let practice = the_practice().await;
    let none = Preferences { nudges: false, ..Preferences::default() };
    nudges(&practice, &practice.dan).await;
    reminders::choose(&practice.amina, none).await.unwrap();
    assert!(sent(&practice, &practice.dan).await.is_empty(), "it waited");
    let nudged = nudges(&practice, &later(&practice, 7)).await;
    assert_eq!(
        (nudged.people.len(), nudged.not_mailed.as_slice()),
        (1, &["Amina Khan".to_owned()][..])
    );
    assert_eq!(practice.mails().await.len(), 1, "seen on her home page alone");
    let digest = Preferences { weekly_digest: false, ..Preferences::default() };
    reminders::choose(&practice.amina, digest).await.unwrap();
    assert!(nudges(&practice, &later(&practice, 14)).await.not_mailed.is_empty(), "another email");
}

#[tokio::test]
async fn who_cannot_be_reached_by_email_is_told_by_name() {
    let practice = the_practice().await;
    let starter = "employee_number,first_name,last_name,team_code,role_code,fte,assignment_number,start_date,\
                   assignment_status,line_manager_employee_number\n\
                   E8,Nadia,Miah,T1,PN,1.00,A8,2024-01-01,active,E4\nE9,Omar,Ali,T1,PN,1.00,A9,2024-01-01,away,E4\n";
    practice.ground.bring(Kind::Staff, starter).await;
    for number in ["E8", "E9"] {
        let person = practice.ground.person(number).await;
        let email = format!("{number}@staff.example");
        accounts::add(&practice.ground.operator(), &email, Some(person)).await.unwrap();
    }
    // Omar has signed in once; Nadia has not taken her invitation up.
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value("set"))
        .filter(account::Column::Email.eq("e9@staff.example"))
        .exec(practice.ground.services.db.read())
        .await
        .unwrap();
    let mut all = Vec::new();
    for number in [AMINA, "E8", "E9"] {
        all.push(practice.ground.person(number).await.to_string());
    }
    let nudged = teams::nudge(&practice.dan, "T1", &all).await.unwrap();
    assert_eq!((nudged.people.len(), practice.mails().await.len()), (3, 1));
    assert_eq!(nudged.not_mailed, ["Nadia Miah", "Omar Ali"]);
    assert!(nudged.to_string().contains("No email goes to Nadia Miah, Omar Ali"), "{nudged}");
}

#[tokio::test]
async fn what_a_manager_asked_for_somebody_stands_in_their_digest() {
    use domain::codes::Evidence;
    use domain::judgements::asking_for::AskFor;
    let practice = the_practice().await;
    let (level, note) = (domain::frameworks::Level::KNOWS_HOW, "On her visits".to_owned());
    let asked = AskFor { level, evidence: Evidence::CaseDiscussion, note };
    let amina = practice.ground.person(AMINA).await;
    judgements::ask_for(&practice.dan, amina, "EMG-1", asked, "").await.unwrap();
    services::jobs::do_what_is_due(&practice.at(noon())).await.unwrap();
    let monday = Ctx { today: day("2026-11-02"), ..practice.after(TimeDelta::hours(20)) };
    services::jobs::do_what_is_due(&monday).await.unwrap();
    let mails = sent(&practice, &monday).await;
    let (_, words) = mails.iter().find(|(to, _)| to == "e1@staff.example").unwrap();
    let told =
        "Act in an emergency: somebody who manages you asked for confirmation on 1 November 2026";
    assert!(words.text.contains(told), "{}", words.text);
    assert!(!words.text.contains("Dan") && !words.text.contains("visits"), "{}", words.text);
}
