//! The people of an invited team are told by mail: once, when there is something to book, and only those who want it.

use super::place::{AMINA, EVE, WHY, drafted, full, says, scheduled, with_educator};
use crate::ground::Ground;
use domain::ids::SessionId;
use domain::outbox::{MailKind, Sender};
use domain::reminders::Preferences;
use domain::sessions::forms::DescribeSession;
use domain::sessions::series::forms::{Repeat, RepeatFields};
use entities::{account, mail};
use sea_orm::EntityTrait;
use sea_orm::prelude::Expr;
use services::outbox::{due, hand_over};
use services::{Ctx, reminders, sessions};

const SENDER: Sender<'static> =
    Sender { base_url: "https://esteem.example", address: "esteem@example.nhs.uk" };

/// Whoever has an account has taken their invitation up.
async fn everybody_can_sign_in(ground: &Ground) {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value("set"))
        .exec(ground.services.db.read())
        .await
        .unwrap();
}

/// Eve's practice can be told of a session of the other network, and Amina and Ben of one of theirs.
async fn with_accounts() -> (Ground, Ctx, Ctx) {
    let (ground, cara) = with_educator().await;
    let eve = ground.sign_in(EVE, None).await;
    ground.sign_in(AMINA, None).await;
    everybody_can_sign_in(&ground).await;
    (ground, cara, eve)
}

/// The subjects of the invitations that would be sent now, each with to whom.
async fn invitations(ground: &Ground) -> Vec<(String, String)> {
    let operator = ground.operator();
    let mut told = Vec::new();
    for one in due(&operator, 99).await.unwrap() {
        let letter = hand_over(&operator, one, SENDER).await.unwrap();
        told.extend(letter.map(|letter| (letter.to, letter.words.subject)));
    }
    told.retain(|(_, subject)| subject.contains("is invited"));
    told
}

async fn made(ground: &Ground) -> usize {
    let mails = ground.all::<mail::Entity>().await;
    mails.iter().filter(|mail| mail.kind == MailKind::SessionInvitation).count()
}

async fn invited_draft(cara: &Ctx, says: &DescribeSession) -> SessionId {
    let id = drafted(cara, says, "RSK-1").await;
    sessions::invite(cara, id, "T2").await.unwrap();
    id
}

#[tokio::test]
async fn a_team_is_told_when_its_session_is_scheduled_and_not_before_nor_twice() {
    let (ground, cara, _eve) = with_accounts().await;
    let id = invited_draft(&cara, &says("Safety plans")).await;
    assert_eq!(made(&ground).await, 0, "nobody sees a draft");
    sessions::schedule(&cara, id, WHY).await.unwrap();
    let told = [("e5@staff.example".to_owned(), subject())];
    assert_eq!(invitations(&ground).await, told);
    sessions::uninvite(&cara, id, "T2").await.unwrap();
    sessions::invite(&cara, id, "T2").await.unwrap();
    assert_eq!(made(&ground).await, 1);
}

#[tokio::test]
async fn a_team_is_told_at_once_from_when_on_it_can_book() {
    let (ground, cara, _eve) = with_accounts().await;
    let booking_opens = Some("2026-11-10T13:30:00".parse().unwrap());
    let later = DescribeSession { booking_opens, ..says("Safety plans") };
    let id = invited_draft(&cara, &later).await;
    assert_eq!(sessions::schedule(&cara, id, WHY).await.unwrap(), booking_opens);
    let operator = ground.operator();
    let mut texts = Vec::new();
    for one in due(&operator, 99).await.unwrap() {
        let letter = hand_over(&operator, one, SENDER).await.unwrap();
        texts.extend(letter.map(|letter| letter.words.text));
    }
    texts.retain(|text| text.contains("Your team is invited"));
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert!(texts[0].contains("Booking opens on Tuesday 10 November 2026, 1:30pm."), "{texts:?}");
}

fn subject() -> String {
    "Esteem: your team is invited to Safety plans".to_owned()
}

#[tokio::test]
async fn a_team_that_is_invited_later_is_told_then_but_not_whoever_has_asked_already() {
    let (ground, cara, _eve) = with_accounts().await;
    let (id, _ben) = full(&ground, &cara).await;
    everybody_can_sign_in(&ground).await;
    sessions::invite(&cara, id, "T1").await.unwrap();
    // Ben has the seat; of two teams, Amina is told for the one that is invited.
    assert_eq!(invitations(&ground).await, [("e1@staff.example".to_owned(), subject())]);
}

#[tokio::test]
async fn nobody_is_told_who_does_not_want_it_or_has_booked_since_or_is_invited_no_more() {
    let (ground, cara, eve) = with_accounts().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let none = Preferences { session_invitations: false, ..Preferences::default() };
    reminders::choose(&eve, none).await.unwrap();
    sessions::invite(&cara, id, "T2").await.unwrap();
    assert_eq!(made(&ground).await, 0);
    reminders::choose(&eve, Preferences::default()).await.unwrap();
    let other = DescribeSession { starts: next_week(), ..says("Recovery") };
    let second = invited_draft(&cara, &other).await;
    sessions::schedule(&cara, second, WHY).await.unwrap();
    assert_eq!(made(&ground).await, 1);
    sessions::uninvite(&cara, second, "T2").await.unwrap();
    assert!(invitations(&ground).await.is_empty(), "it waited, and is not true any more");
}

fn next_week() -> chrono::NaiveDateTime {
    "2026-12-07T13:00:00".parse().unwrap()
}

#[tokio::test]
async fn whoever_has_booked_before_the_mail_goes_out_is_sent_none() {
    let (ground, cara, eve) = with_accounts().await;
    let id = invited_draft(&cara, &says("Safety plans")).await;
    sessions::schedule(&cara, id, WHY).await.unwrap();
    sessions::book(&eve, id, "T2", false).await.unwrap();
    assert!(invitations(&ground).await.is_empty());
}

#[tokio::test]
async fn of_a_series_one_mail_is_sent() {
    let (ground, cara, _eve) = with_accounts().await;
    let id = invited_draft(&cara, &says("Safety plans")).await;
    let typed = RepeatFields {
        pace: "weekly".to_owned(),
        every: "1".to_owned(),
        count: "3".to_owned(),
        until: String::new(),
    };
    let rule = Repeat::parse(&typed).unwrap();
    let days = ["2026-12-07".to_owned(), "2026-12-14".to_owned()];
    let (series, many) = sessions::series::repeat(&cara, id, rule, (&days, "")).await.unwrap();
    assert_eq!(many, 2);
    sessions::series::schedule(&cara, series, WHY).await.unwrap();
    assert_eq!(made(&ground).await, 1);
    assert_eq!(invitations(&ground).await[0].1, subject());
}
