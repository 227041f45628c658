//! Who is told by mail what becomes of a session and of their seats, and what their calendars are told; reminders.

use super::place::{AMINA, BEN, DAN, colleague, full, other, says, scheduled, with_educator};
use crate::ground::{Ground, day};
use chrono::TimeDelta;
use domain::calendar::Method;
use domain::ids::{SessionId, SessionLeadId};
use domain::outbox::{MailKind, Outcome, Sender};
use domain::reminders::Preferences;
use domain::sessions::CancelReason;
use domain::sessions::forms::{CancelSession, DescribeSession};
use entities::{account, mail};
use sea_orm::EntityTrait;
use sea_orm::prelude::Expr;
use services::outbox::{due, hand_over, note};
use services::{Ctx, jobs, reminders, sessions};

pub const SENDER: Sender<'static> =
    Sender { base_url: "https://esteem.example", address: "esteem@example.nhs.uk" };

/// A mail as it was sent: to whom, its subject, what a calendar is told and under which number.
pub type Sent = (String, String, Option<(Method, i64)>);

pub async fn everybody_can_sign_in(ground: &Ground) {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value("set"))
        .exec(ground.services.db.read())
        .await
        .unwrap();
}

/// The process itself, so many days from now, on a day of the rules.
pub fn later(ground: &Ground, days: i64, today: &str) -> Ctx {
    let operator = ground.operator();
    Ctx { now: operator.now + TimeDelta::days(days), today: day(today), ..operator }
}

/// Sends whatever waits.
pub async fn sent(ctx: &Ctx) -> Vec<Sent> {
    let mut sent = Vec::new();
    for one in due(ctx, 99).await.unwrap() {
        let Some(letter) = hand_over(ctx, one, SENDER).await.unwrap() else { continue };
        note(ctx, &letter.attempt, Outcome::Sent, None).await.unwrap();
        let number = |text: &str| -> i64 {
            let line = text.lines().find_map(|line| line.strip_prefix("SEQUENCE:"));
            line.unwrap().parse().unwrap()
        };
        let told = letter.calendar.as_ref().map(|told| (told.method, number(&told.text)));
        sent.push((letter.to, letter.words.subject, told));
    }
    sent
}

/// The subjects and numbers of what went to one person, without `Esteem: `, by number.
pub fn to(sent: &[Sent], number: &str) -> Vec<(String, Option<(Method, i64)>)> {
    let address = format!("{}@staff.example", number.to_lowercase());
    let theirs = sent.iter().filter(|(to, ..)| *to == address);
    let mut theirs: Vec<_> =
        theirs.map(|(_, subject, told)| (subject.replace("Esteem: ", ""), *told)).collect();
    theirs.sort_by_key(|(_, told)| told.map(|(_, number)| number));
    theirs
}

pub async fn kinds(ground: &Ground) -> Vec<MailKind> {
    ground.all::<mail::Entity>().await.into_iter().map(|mail| mail.kind).collect()
}

#[tokio::test]
async fn whom_no_mail_reaches_is_sent_none() {
    let (ground, cara) = with_educator().await;
    full(&ground, &cara).await;
    assert!(kinds(&ground).await.is_empty(), "nobody has taken their invitation up");
}

#[tokio::test]
async fn a_seat_that_was_given_up_and_taken_again_stands_in_the_calendar_in_whatever_order_it_is_told()
 {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    everybody_can_sign_in(&ground).await;
    sessions::give_up(&ben, id).await.unwrap();
    sessions::book(&ben, id, "T1", false).await.unwrap();
    sessions::give_up(&ben, id).await.unwrap();
    sessions::book(&ben, id, "T1", false).await.unwrap();
    assert_eq!(kinds(&ground).await.len(), 4);
    let sent = sent(&later(&ground, 1, "2026-11-02")).await;
    let (given_up, seat) = (
        "you have given up your seat in Safety plans".to_owned(),
        "you have a seat in Safety plans".to_owned(),
    );
    // The first booking of the two is over, and its mail not sent. Both cancellations are older than what stands.
    let expected = [
        (given_up.clone(), Some((Method::Cancel, 2))),
        (given_up, Some((Method::Cancel, 4))),
        (seat, Some((Method::Request, 5))),
    ];
    assert_eq!(to(&sent, BEN), expected);
}

#[tokio::test]
async fn a_move_is_told_to_all_who_have_to_do_with_it_and_the_end_with_its_reason() {
    let (ground, cara) = with_educator().await;
    let (id, _ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    everybody_can_sign_in(&ground).await;
    let renamed = DescribeSession { capacity: 1, ..says("Plans") };
    sessions::change(&cara, id, &renamed, (&[], "")).await.unwrap();
    let told = sent(&later(&ground, 1, "2026-11-02")).await;
    let anew = "a session has a new title: Plans".to_owned();
    assert_eq!(to(&told, BEN), [(anew.clone(), Some((Method::Request, 2)))]);
    assert_eq!(to(&told, "E3"), [(anew.clone(), Some((Method::Request, 1)))], "who leads");
    assert_eq!(to(&told, AMINA), [(anew, None)], "who waits");
    let about = DescribeSession { about: Some("What helps".to_owned()), ..renamed };
    sessions::change(&cara, id, &about, (&[], "")).await.unwrap();
    let told = sent(&later(&ground, 1, "2026-11-02")).await;
    assert!(told.is_empty(), "what is said about it stands in no calendar");
    let online = Some("https://meet.example/other".to_owned());
    let elsewhere = DescribeSession { link: online, ..about };
    sessions::change(&cara, id, &elsewhere, (&[], "")).await.unwrap();
    let told = sent(&later(&ground, 1, "2026-11-02")).await;
    let moved = "Plans has moved".to_owned();
    assert_eq!(to(&told, BEN), [(moved.clone(), Some((Method::Request, 3)))]);
    assert_eq!(to(&told, "E3"), [(moved.clone(), Some((Method::Request, 2)))], "who leads");
    assert!(to(&told, AMINA).is_empty(), "the link is not for who waits");
    let starts = "2026-12-01T13:00:00".parse().unwrap();
    sessions::change(&cara, id, &DescribeSession { starts, ..elsewhere }, (&[], "")).await.unwrap();
    let told = sent(&later(&ground, 1, "2026-11-02")).await;
    assert_eq!(to(&told, BEN), [(moved.clone(), Some((Method::Request, 4)))]);
    assert_eq!(to(&told, AMINA), [(moved, None)], "nothing of it stands in her calendar");

    let why = CancelSession(CancelReason::LowNumbers);
    sessions::cancel(&cara, id, why).await.unwrap();
    let told = sent(&later(&ground, 1, "2026-11-02")).await;
    let cancelled = "Plans is cancelled".to_owned();
    assert_eq!(to(&told, BEN)[0].0, cancelled);
    let (method, number) = to(&told, BEN)[0].1.unwrap();
    assert!(method == Method::Cancel && number > 4, "{number}");
    assert_eq!(to(&told, AMINA), [(cancelled.clone(), None)]);
    assert_eq!(to(&told, "E3"), [(cancelled, Some((Method::Cancel, 4)))]);
}

#[tokio::test]
async fn who_leads_is_told_and_who_leads_no_more_is_too() {
    let (ground, cara) = with_educator().await;
    ground.sign_in(DAN, None).await;
    everybody_can_sign_in(&ground).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    sessions::add_lead(&cara, id, &other(true)).await.unwrap();
    let told = sent(&later(&ground, 1, "2026-11-02")).await;
    let leads = "you lead Safety plans".to_owned();
    assert_eq!(to(&told, "E3").len(), 1);
    assert_eq!(to(&told, DAN), [(leads, Some((Method::Request, 1)))]);
    let dans = dan_leads(&cara, id).await;
    sessions::remove_lead(&cara, id, dans).await.unwrap();
    let told = sent(&later(&ground, 1, "2026-11-02")).await;
    let no_more = "you no longer lead Safety plans".to_owned();
    assert_eq!(to(&told, DAN), [(no_more, Some((Method::Cancel, 2)))]);
    assert_eq!(told.len(), 1, "nobody else: {told:?}");
}

async fn dan_leads(ctx: &Ctx, id: SessionId) -> SessionLeadId {
    let leads = sessions::session(ctx, id).await.unwrap().leads;
    leads.iter().find(|lead| lead.name == "Dan Reid").unwrap().id
}

#[tokio::test]
async fn a_draft_that_is_dropped_is_told_nobody() {
    let (ground, cara) = with_educator().await;
    everybody_can_sign_in(&ground).await;
    let id = sessions::draft(&cara, &says("Safety plans")).await.unwrap();
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    sessions::cancel(&cara, id, CancelSession(CancelReason::Other)).await.unwrap();
    assert!(kinds(&ground).await.is_empty());
}

/// How many reminders there are once the jobs have run so many days from now, on a day of the rules.
async fn reminders_on(ground: &Ground, days: i64, today: &str) -> usize {
    jobs::do_what_is_due(&later(ground, days, today)).await.unwrap();
    let kinds = kinds(ground).await;
    kinds.into_iter().filter(|kind| *kind == MailKind::SessionReminder).count()
}

#[tokio::test]
async fn who_has_a_seat_is_reminded_a_week_and_a_day_before_and_of_the_new_day_when_it_is_moved() {
    let (ground, cara) = with_educator().await;
    let (id, _ben) = full(&ground, &cara).await;
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, id, "T1", false).await.unwrap();
    everybody_can_sign_in(&ground).await;
    // It is on 30 November, and Amina waits. The jobs are first looked at, then run once a day.
    assert_eq!(reminders_on(&ground, 0, "2026-11-01").await, 0);
    assert_eq!(reminders_on(&ground, 1, "2026-11-22").await, 0);
    assert_eq!(reminders_on(&ground, 2, "2026-11-23").await, 1);
    assert_eq!(reminders_on(&ground, 3, "2026-11-24").await, 1, "the same is not made twice");
    let told = sent(&later(&ground, 4, "2026-11-24")).await;
    assert_eq!(to(&told, BEN), [("Safety plans is in 6 days".to_owned(), None)]);
    let starts = "2026-12-08T13:00:00".parse().unwrap();
    let moved = DescribeSession { capacity: 1, starts, ..says("Safety plans") };
    sessions::change(&cara, id, &moved, (&[], "")).await.unwrap();
    assert_eq!(reminders_on(&ground, 5, "2026-11-29").await, 1);
    assert_eq!(reminders_on(&ground, 6, "2026-12-01").await, 2);
    assert_eq!(reminders_on(&ground, 7, "2026-12-07").await, 3);
    assert_eq!(reminders_on(&ground, 8, "2026-12-09").await, 3);
}

#[tokio::test]
async fn nobody_is_reminded_who_has_no_seat_any_more_or_does_not_want_to_be() {
    let (ground, cara) = with_educator().await;
    let (id, ben) = full(&ground, &cara).await;
    everybody_can_sign_in(&ground).await;
    reminders_on(&ground, 0, "2026-11-01").await;
    assert_eq!(reminders_on(&ground, 1, "2026-11-23").await, 1);
    let none = Preferences { session_reminders: false, ..Preferences::default() };
    reminders::choose(&ben, none).await.unwrap();
    assert!(sent(&later(&ground, 2, "2026-11-23")).await.is_empty(), "it waited, and is unwanted");
    assert_eq!(reminders_on(&ground, 2, "2026-11-29").await, 1, "and no other is made");
    reminders::choose(&ben, Preferences::default()).await.unwrap();
    assert_eq!(reminders_on(&ground, 3, "2026-11-29").await, 2);
    sessions::give_up(&ben, id).await.unwrap();
    let told = sent(&later(&ground, 4, "2026-11-29")).await;
    let subjects: Vec<_> = told.into_iter().map(|(_, subject, _)| subject).collect();
    assert_eq!(subjects, ["Esteem: you have given up your seat in Safety plans"]);
}
