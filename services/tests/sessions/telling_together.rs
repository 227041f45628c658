//! One act on a series makes one mail to a person; whatever becomes of one of its sessions, calendars are told all that they have.

use super::place::{AMINA, BEN, is_not_found, says, scheduled, with_educator};
use super::series::{ids, repeated, shared, weekly};
use super::telling::{everybody_can_sign_in, later, sent, to};
use crate::ground::Ground;
use chrono::NaiveDateTime;
use domain::calendar::Method::{self, Cancel, Request};
use domain::calendar::{Entry, Part, Series, What};
use domain::ids::{SessionId, SessionSeriesId};
use domain::sessions::CancelReason;
use domain::sessions::changing::{Concerned, SeveralChanged};
use domain::sessions::forms::DescribeSession;
use domain::sessions::series::Part::{All, Later, This};
use domain::sessions::series::forms::CancelSeries;
use services::Ctx;
use services::db::counted;
use services::sessions::{self, series};

/// Cara's four Mondays from 30 November, scheduled; and Ben, who works where they are for.
async fn four() -> (Ground, Ctx, Ctx, SessionSeriesId, [SessionId; 4]) {
    let (ground, cara) = with_educator().await;
    let ben = ground.sign_in(BEN, None).await;
    everybody_can_sign_in(&ground).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let series = repeated(&cara, id, &weekly("4")).await;
    let all = ids(&ground).await.try_into().unwrap();
    (ground, cara, ben, series, all)
}

/// The subject of a mail, what a calendar is told beside it and under which number.
type Told = (String, Option<(Method, i64)>);

/// What goes out to somebody when all that waits is sent a day later, by the subjects.
async fn told(ground: &Ground, number: &str) -> Vec<Told> {
    let mut told = to(&sent(&later(ground, 1, "2026-11-02")).await, number);
    told.sort_by(|(one, _), (other, _)| one.cmp(other));
    told
}

fn whole(entry: Entry) -> Series {
    match entry.what {
        What::Series(series) => series,
        What::Session(one) => panic!("{one:?} is no series"),
    }
}

fn one(subject: &str, method: Method, number: i64) -> Told {
    (subject.to_owned(), Some((method, number)))
}

#[tokio::test]
async fn whoever_leads_a_series_is_told_of_all_its_sessions_at_once() {
    let (ground, _cara, ..) = four().await;
    // Each of the four was scheduled: that is the number of both.
    let expected = [
        one("you lead 3 sessions of Safety plans", Request, 4),
        one("you lead Safety plans", Request, 4),
    ];
    assert_eq!(told(&ground, "E3").await, expected);
}

/// How many sessions of each part can be changed, and how many people and guests have a seat in them.
async fn concerned(ctx: &Ctx, id: SessionId) -> Vec<(domain::sessions::series::Part, Concerned)> {
    series::form(ctx, id).await.unwrap().parts
}

#[tokio::test]
async fn before_several_sessions_change_it_is_said_who_has_a_seat_in_each_part() {
    let (ground, cara, ben, series, [_, second, third, fourth]) = four().await;
    let of = |sessions, people, guests| Concerned { sessions, people, guests };
    let nobody = [(This, of(1, 0, 0)), (Later, of(3, 0, 0)), (All, of(4, 0, 0))];
    assert_eq!(concerned(&cara, second).await, nobody);
    let (_, few) = counted(series::form(&cara, second)).await;
    series::book(&ben, series, "T1", false).await.unwrap();
    let amina = ground.sign_in(AMINA, None).await;
    sessions::book(&amina, third, "T1", false).await.unwrap();
    sessions::give_up(&ben, fourth).await.unwrap();
    // Ben has three seats and counts once.
    let some = [(This, of(1, 1, 0)), (Later, of(3, 2, 0)), (All, of(4, 2, 0))];
    assert_eq!(concerned(&cara, second).await, some);
    let (_, more) = counted(series::form(&cara, second)).await;
    assert_eq!(more, few, "as many queries for any number of seats");
    let changed = series::change(&cara, second, &shared("later", "3pm", "Room 1")).await.unwrap();
    assert_eq!(changed, SeveralChanged { sessions: 3, told: 2 });
}

#[tokio::test]
async fn what_is_done_to_several_sessions_is_one_mail_and_its_number_goes_up() {
    let (ground, cara, ben, series, [first, second, third, _]) = four().await;
    sent(&later(&ground, 1, "2026-11-02")).await;
    series::book(&ben, series, "T1", false).await.unwrap();
    // Four scheduled, and an event of his in each.
    let booked = one("you have a seat in 4 sessions of Safety plans", Request, 8);
    assert_eq!(told(&ground, BEN).await, [booked]);

    let changed = series::change(&cara, first, &shared("all", "3pm", "Room 1")).await.unwrap();
    assert_eq!(changed, SeveralChanged { sessions: 4, told: 1 }, "Ben, and Cara knows");
    let sent_now = sent(&later(&ground, 1, "2026-11-02")).await;
    let moved = "4 sessions of Safety plans have moved";
    assert_eq!(to(&sent_now, BEN), [one(moved, Request, 12)]);
    assert_eq!(to(&sent_now, "E3"), [one(moved, Request, 8)]);

    sessions::give_up(&ben, second).await.unwrap();
    let given_up = one("you have given up your seat in Safety plans", Request, 13);
    assert_eq!(told(&ground, BEN).await, [given_up], "the others are still his");

    let reason = CancelReason::LowNumbers;
    series::cancel(&cara, third, CancelSeries { part: Later, reason }).await.unwrap();
    let sent_now = sent(&later(&ground, 1, "2026-11-02")).await;
    let cancelled = "2 sessions of Safety plans are cancelled";
    // Two revisions and two events of his.
    assert_eq!(to(&sent_now, BEN), [one(cancelled, Request, 17)]);
    assert_eq!(to(&sent_now, "E3"), [one(cancelled, Request, 10)]);

    series::cancel(&cara, first, CancelSeries { part: All, reason }).await.unwrap();
    let sent_now = sent(&later(&ground, 1, "2026-11-02")).await;
    // He had a seat in one of the two: nothing is left to either of them.
    assert_eq!(to(&sent_now, BEN), [one("Safety plans is cancelled", Cancel, 20)]);
    assert_eq!(to(&sent_now, "E3"), [one(cancelled, Cancel, 12)]);
}

#[tokio::test]
async fn a_mail_that_was_held_up_tells_what_stands_when_it_is_sent() {
    let (ground, cara, ben, series, [first, second, ..]) = four().await;
    sent(&later(&ground, 1, "2026-11-02")).await;
    series::book(&ben, series, "T1", false).await.unwrap();
    sessions::give_up(&ben, second).await.unwrap();
    let elsewhere = DescribeSession { venue: Some("Hall".to_owned()), ..says("Safety plans") };
    sessions::change(&cara, first, &elsewhere, (&[], "")).await.unwrap();
    // All three say the same, since all three are sent now; one session of the first mail is not his any more.
    let expected = [
        one("Safety plans has moved", Request, 10),
        one("you have a seat in 3 sessions of Safety plans", Request, 10),
        one("you have given up your seat in Safety plans", Request, 10),
    ];
    assert_eq!(told(&ground, BEN).await, expected);
}

#[tokio::test]
async fn a_seat_from_before_a_session_was_repeated_stays_under_its_name() {
    let (ground, cara) = with_educator().await;
    let ben = ground.sign_in(BEN, None).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    sessions::book(&ben, id, "T1", false).await.unwrap();
    let alone = sessions::own_entry(&ben, id).await.unwrap();
    let series = repeated(&cara, id, &weekly("3")).await;
    assert_eq!(series.0, id.0, "the name that his calendar knows");
    let now = sessions::own_entry(&ben, id).await.unwrap();
    assert!(now.sequence > alone.sequence, "{now:?}");
    let starts: NaiveDateTime = "2026-11-30T13:00:00".parse().unwrap();
    let theirs: Vec<_> = whole(now).appointments.into_keys().collect();
    assert_eq!(theirs, [starts], "the others are not his");
}

#[tokio::test]
async fn a_file_has_all_that_somebody_has_of_a_series_and_is_for_nobody_else() {
    let (ground, cara, ben, series, [first, second, third, _]) = four().await;
    let amina = ground.sign_in(AMINA, None).await;
    for id in [first, third] {
        sessions::book(&ben, id, "T1", false).await.unwrap();
    }
    let file = sessions::own_entry(&ben, first).await.unwrap();
    assert_eq!(sessions::own_series_entry(&ben, series).await.unwrap(), file);
    let theirs = whole(file);
    assert_eq!(theirs.appointments.len(), 2);
    assert!(theirs.appointments.values().all(|one| one.part == Part::Seat && one.link.is_some()));
    assert!(is_not_found(sessions::own_entry(&ben, second).await), "he has no part in it");
    assert!(is_not_found(sessions::own_series_entry(&amina, series).await));
    let hers = whole(sessions::own_series_entry(&cara, series).await.unwrap());
    assert!(
        hers.appointments.len() == 4
            && hers.appointments.values().all(|one| one.part == Part::Lead)
    );
    let none = "0198f3c0-0000-7000-8000-000000000000".parse().unwrap();
    assert!(is_not_found(sessions::own_series_entry(&ben, none).await));
}
