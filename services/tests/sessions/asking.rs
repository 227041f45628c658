//! Those who came are asked for feedback: by mail the day after and 8 weeks later, by their own pages, and never twice.

use super::giving_feedback::answers;
use super::place::{AMINA, BEN, on, says, scheduled, with_educator};
use super::telling::{everybody_can_sign_in, kinds, later, sent, to};
use crate::ground::Ground;
use domain::ids::SessionId;
use domain::outbox::MailKind;
use domain::reminders::Preferences;
use domain::sessions::Attendee;
use domain::sessions::feedback::{FeedbackFields, Phase};
use domain::sessions::forms::{AddGuest, DescribeSession};
use domain::sessions::register::{Attendance, Mark, TakeRegister};
use services::db::counted;
use services::{Ctx, Services, jobs, judgements, reminders, sessions};

/// The session is on 30 November: the day after it, and 8 and 12 weeks after it.
const AFTER: &str = "2026-12-01";
const WEEKS_AFTER: &str = "2027-01-25";
const LAST_DAY: &str = "2027-02-22";

/// A session that Ben came to, and Amina did not; both have an account.
async fn ben_came() -> (Ground, SessionId, Ctx, Ctx) {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let (ben, amina) = (ground.sign_in(BEN, None).await, ground.sign_in(AMINA, None).await);
    for person in [&ben, &amina] {
        sessions::book(person, id, "T1", false).await.unwrap();
    }
    let attendee = Attendee::Person(amina.actor.person().unwrap());
    let absent = Mark { attendee, was: None, now: Some(Attendance::DidNotAttend) };
    let says =
        TakeRegister { marks: vec![absent], service_users: None, everyone_else_arrived: true };
    sessions::take_register(&on(&cara, AFTER), id, &says).await.unwrap();
    everybody_can_sign_in(&ground).await;
    jobs::do_what_is_due(&later(&ground, 0, "2026-11-01")).await.unwrap();
    (ground, id, ben, amina)
}

/// How many mails ask for feedback and for the follow-up once the jobs have run so many days from now, on a day of the rules.
async fn asked_on(ground: &Ground, days: i64, today: &str) -> (usize, usize) {
    jobs::do_what_is_due(&later(ground, days, today)).await.unwrap();
    let kinds = kinds(ground).await;
    let count = |wanted| kinds.iter().filter(|kind| **kind == wanted).count();
    (count(MailKind::SessionFeedback), count(MailKind::SessionFollowUp))
}

async fn answers_on(ctx: &Ctx, day: &str, id: SessionId) -> Phase {
    let (before, now) = (answers("2"), answers("4"));
    let fields = FeedbackFields { reaction: "useful", before: &before, now: &now, wellbeing: "" };
    sessions::give_feedback(&on(ctx, day), id, fields).await.unwrap()
}

#[tokio::test]
async fn whoever_came_is_asked_the_day_after_and_8_weeks_later_once_each() {
    let (ground, id, ben, _amina) = ben_came().await;
    assert_eq!(asked_on(&ground, 1, "2026-11-30").await, (0, 0), "not on the day itself");
    assert_eq!(asked_on(&ground, 2, AFTER).await, (1, 0), "Ben, and not Amina");
    let told = sent(&later(&ground, 3, AFTER)).await;
    assert_eq!(to(&told, BEN), [("please give feedback on Safety plans".to_owned(), None)]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(asked_on(&ground, 4, "2026-12-02").await, (1, 0), "once");
    answers_on(&ben, "2026-12-02", id).await;
    assert_eq!(asked_on(&ground, 5, "2027-01-24").await, (1, 0));
    assert_eq!(asked_on(&ground, 6, WEEKS_AFTER).await, (1, 1));
    let told = sent(&later(&ground, 7, WEEKS_AFTER)).await;
    let subject = "please say once more how confident you are, after Safety plans".to_owned();
    assert_eq!(to(&told, BEN), [(subject, None)]);
    assert_eq!(asked_on(&ground, 8, LAST_DAY).await, (1, 1), "once");
}

#[tokio::test]
async fn what_was_missed_is_made_up_for_two_weeks() {
    let (ground, ..) = ben_came().await;
    assert_eq!(asked_on(&ground, 1, "2026-12-14").await, (1, 0), "nothing ran for two weeks");
    assert_eq!(asked_on(&ground, 2, "2027-02-07").await, (1, 1));
    let (ground, ..) = ben_came().await;
    assert_eq!(asked_on(&ground, 1, "2026-12-15").await, (0, 0));
    assert_eq!(asked_on(&ground, 2, "2027-02-08").await, (0, 0));
}

#[tokio::test]
async fn whoever_has_answered_is_not_asked_and_what_waits_is_not_sent() {
    let (ground, id, ben, _amina) = ben_came().await;
    assert_eq!(asked_on(&ground, 1, AFTER).await, (1, 0));
    assert_eq!(answers_on(&ben, AFTER, id).await, Phase::After);
    assert!(sent(&later(&ground, 2, AFTER)).await.is_empty(), "he answered before it was sent");
    answers_on(&ben, WEEKS_AFTER, id).await;
    assert_eq!(asked_on(&ground, 3, "2027-01-26").await, (1, 0), "he answered before it was made");
}

#[tokio::test]
async fn a_mail_that_waited_past_its_phase_is_not_sent() {
    let (ground, ..) = ben_came().await;
    assert_eq!(asked_on(&ground, 1, AFTER).await, (1, 0));
    assert!(sent(&later(&ground, 2, WEEKS_AFTER)).await.is_empty());
}

#[tokio::test]
async fn whoever_wants_no_reminders_of_sessions_is_not_asked_by_mail() {
    let (ground, _id, ben, _amina) = ben_came().await;
    let none = Preferences { session_reminders: false, ..Preferences::default() };
    reminders::choose(&ben, none.clone()).await.unwrap();
    assert_eq!(asked_on(&ground, 1, AFTER).await, (0, 0));
    reminders::choose(&ben, Preferences::default()).await.unwrap();
    assert_eq!(asked_on(&ground, 2, "2026-12-02").await, (1, 0));
    reminders::choose(&ben, none).await.unwrap();
    assert!(sent(&later(&ground, 3, "2026-12-02")).await.is_empty(), "it waited, and is unwanted");
}

#[tokio::test]
async fn guests_and_whoever_cannot_sign_in_are_asked_by_no_mail() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let ben = ground.sign_in(BEN, None).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    sessions::add_guest(&cara, id, &guest()).await.unwrap();
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    sessions::take_register(&on(&cara, AFTER), id, &everyone).await.unwrap();
    asked_on(&ground, 0, "2026-11-01").await;
    assert_eq!(asked_on(&ground, 1, AFTER).await, (0, 0), "he has not taken his invitation up");
    assert_eq!(sessions::mine(&on(&ben, AFTER), 1).await.unwrap().asked.len(), 1, "the page asks");
    everybody_can_sign_in(&ground).await;
    assert_eq!(asked_on(&ground, 2, AFTER).await, (1, 0));
}

#[tokio::test]
async fn of_two_processes_one_asks() {
    let (ground, ..) = ben_came().await;
    let now = later(&ground, 1, AFTER);
    let processes = [0, 1, 2].map(|_| {
        let here = &ground.services;
        let services = Services::new(here.db.clone(), here.clock);
        let ctx = Ctx { services, ..now.clone() };
        tokio::spawn(async move { jobs::do_what_is_due(&ctx).await })
    });
    for process in processes {
        process.await.unwrap().unwrap();
    }
    assert_eq!(kinds(&ground).await, [MailKind::SessionFeedback]);
}

#[tokio::test]
async fn the_queries_of_the_job_do_not_grow_with_sessions() {
    let (ground, cara) = with_educator().await;
    let ben = ground.sign_in(BEN, None).await;
    everybody_can_sign_in(&ground).await;
    jobs::do_what_is_due(&later(&ground, 0, "2026-11-01")).await.unwrap();
    let everyone =
        TakeRegister { marks: Vec::new(), service_users: None, everyone_else_arrived: true };
    let takes_place = async |day: u32| {
        let starts = format!("2026-11-{day:02}T09:00:00").parse().unwrap();
        let id = scheduled(&cara, &DescribeSession { starts, ..says("Safety plans") }).await;
        sessions::book(&ben, id, "T1", false).await.unwrap();
        sessions::take_register(&on(&cara, AFTER), id, &everyone).await.unwrap();
    };
    takes_place(20).await;
    // More than a week apart, so that each time every job is due.
    ground.operator().facts().await.unwrap();
    let (_, one) = counted(asked_on(&ground, 8, AFTER)).await;
    for day in 21..=28 {
        takes_place(day).await;
    }
    ground.operator().facts().await.unwrap();
    let (asked, many) = counted(asked_on(&ground, 16, AFTER)).await;
    assert_eq!((asked, many), ((9, 0), one));
}

#[tokio::test]
async fn the_page_the_list_and_the_home_page_ask_until_it_is_answered() {
    let (_ground, id, ben, amina) = ben_came().await;
    let table = [
        ("2026-11-29", None),
        (AFTER, Some(Phase::After)),
        (WEEKS_AFTER, Some(Phase::FollowUp)),
        ("2027-02-23", None),
    ];
    for (day, phase) in table {
        assert_eq!(asks(&ben, day, id).await, (phase, usize::from(phase.is_some())), "{day}");
        assert_eq!(asks(&amina, day, id).await, (None, 0), "{day}: she did not come");
    }
    answers_on(&ben, AFTER, id).await;
    assert_eq!(asks(&ben, "2026-12-02", id).await, (None, 0));
    assert_eq!(asks(&ben, WEEKS_AFTER, id).await, (Some(Phase::FollowUp), 1));
    answers_on(&ben, WEEKS_AFTER, id).await;
    assert_eq!(asks(&ben, LAST_DAY, id).await, (None, 0));
}

/// What the session's page asks somebody on a day, and how many sessions *My sessions* and the home page say to ask.
async fn asks(ctx: &Ctx, day: &str, id: SessionId) -> (Option<Phase>, usize) {
    let ctx = on(ctx, day);
    let phase = Box::pin(sessions::session(&ctx, id)).await.unwrap().own.feedback;
    let mine = sessions::mine(&ctx, 1).await.unwrap().asked.len();
    let home = judgements::waiting(&ctx).await.unwrap().own.unwrap().feedback;
    assert_eq!(mine, home);
    (phase, mine)
}

fn guest() -> AddGuest {
    AddGuest {
        name: "Ada".to_owned(),
        organisation: "Mind".to_owned(),
        profession: "Peer support".to_owned(),
        from_list: false,
    }
}
