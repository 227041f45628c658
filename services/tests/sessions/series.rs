//! A series is made of copies of one session on the days of a rule; several of them are changed, cancelled and booked at once, all
//! of them or none.

use super::place::{
    AMINA, BEN, CARA, DAN, EVE, WHY, colleague, drafted, is_not_found, on, own_state, refused,
    says, scheduled, with_educator,
};
use crate::ground::Ground;
use crate::protected_time::{lead, minutes, noted, person, reasons};
use chrono::NaiveDateTime;
use domain::codes::GrantKind::Educator;
use domain::ids::{SessionId, SessionSeriesId};
use domain::sessions::forms::{CancelSession, DescribeSession, KeepSeats};
use domain::sessions::series::Part;
use domain::sessions::series::forms::{
    CancelSeries, ChangeSeries, Repeat, RepeatFields, SharedFields, ShownFields,
};
use domain::sessions::series::views::PossibleDate;
use domain::sessions::{BookingState, CancelReason};
use entities::session;
use services::db::counted;
use services::sessions::{self, series};
use services::{Ctx, protected_time};

/// Weekly, so many of them.
pub fn weekly(count: &str) -> RepeatFields {
    let text = str::to_owned;
    RepeatFields { pace: text("weekly"), every: text("1"), count: text(count), until: text("") }
}

/// Repeats a session on each date that the rule gives it.
pub async fn repeated(ctx: &Ctx, id: SessionId, typed: &RepeatFields) -> SessionSeriesId {
    let form = series::preview(ctx, id, typed.clone()).await.unwrap();
    let days: Vec<String> =
        form.dates.iter().map(|date| date.slot.starts.date().to_string()).collect();
    let says = Repeat::parse(typed).unwrap();
    let (series, made) = series::repeat(ctx, id, says, (&days, WHY)).await.unwrap();
    assert_eq!(made, days.len());
    series
}

/// The sessions of the only series, in the order of its dates.
async fn rows(ground: &Ground) -> Vec<session::Model> {
    let mut rows = ground.all::<session::Entity>().await;
    rows.retain(|row| row.series_id.is_some());
    rows.sort_by_key(|row| row.occurs_on);
    rows
}

pub async fn ids(ground: &Ground) -> Vec<SessionId> {
    rows(ground).await.into_iter().map(|row| row.id).collect()
}

/// What changes of several sessions; what is not said stays as `says` has it.
pub fn shared(part: &str, time: &str, venue: &str) -> ChangeSeries {
    let text = str::to_owned;
    let typed = SharedFields {
        part: text(part),
        title: text("Safety plans"),
        about: String::new(),
        time: text(time),
        venue: text(venue),
        link: text("https://meet.example/risk"),
        capacity: text("5"),
    };
    ChangeSeries::parse(&typed, &ShownFields::default()).unwrap()
}

#[tokio::test]
async fn sessions_stay_at_one_pm_in_london_over_the_clock_change() {
    let (ground, cara) = with_educator().await;
    let march = DescribeSession { starts: at("2027-03-16T13:00:00"), ..says("Safety plans") };
    let id = scheduled(&cara, &march).await;
    repeated(&cara, id, &weekly("4")).await;
    let told: Vec<String> = rows(&ground)
        .await
        .iter()
        .map(|row| row.starts_at.format("%d %H:%M").to_string())
        .collect();
    // In UTC an hour earlier from 28 March on.
    assert_eq!(told, ["16 13:00", "23 13:00", "30 12:00", "06 12:00"]);
    let occurs: Vec<_> = rows(&ground).await.iter().map(|row| row.occurs_on).collect();
    assert_eq!(occurs[2], Some(at("2027-03-30T13:00:00")));
}

fn at(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

#[tokio::test]
async fn each_is_a_copy_and_what_is_some_days_before_one_is_as_many_before_another() {
    let (ground, cara) = with_educator().await;
    let ends = Some(at("2026-11-28T00:00:00"));
    let opens = Some(at("2026-11-16T09:00:00"));
    let says = DescribeSession { booking_opens: opens, booking_ends: ends, ..says("Plans") };
    let id = drafted(&cara, &says, "RSK-1").await;
    sessions::add_lead(&cara, id, &colleague(DAN)).await.unwrap();
    sessions::invite(&cara, id, "T2").await.unwrap();
    let kept = KeepSeats {
        profession: Some("Nursing".to_owned()),
        team: None,
        least: 2,
        most: None,
        released_on: "2026-11-23".parse().unwrap(),
    };
    sessions::keep_seats(&cara, id, &kept).await.unwrap();
    repeated(&cara, id, &weekly("2")).await;
    let copy = sessions::session(&cara, ids(&ground).await[1]).await.unwrap();
    assert_eq!(copy.slot.starts, at("2026-12-07T13:00:00"));
    assert_eq!(copy.booking_opens, Some(at("2026-11-23T09:00:00")));
    assert_eq!(copy.booking_ends, at("2026-12-05T00:00:00"));
    assert_eq!(copy.quotas[0].released_on, "2026-11-30".parse().unwrap());
    let leads: Vec<_> = copy.leads.iter().map(|lead| lead.name.as_str()).collect();
    assert_eq!(leads, ["Cara Miah", "Dan Reid"]);
    assert_eq!((copy.outcomes.len(), copy.invited.len()), (1, 1));
    let place = copy.series.unwrap();
    assert_eq!((place.number, place.of, place.words.as_str()), (2, 2, "every Monday at 1pm"));
    assert_eq!((place.previous.map(|one| one.id), place.next), (Some(id), None));
    // A draft's copies are drafts, and a session is repeated once.
    assert!(rows(&ground).await.iter().all(|row| row.scheduled_at.is_none()));
    let again = series::preview(&cara, id, RepeatFields::default()).await;
    assert!(refused(again).contains("one of a series already"));
}

#[tokio::test]
async fn bank_holidays_and_clashes_are_shown_before_and_refuse_what_is_scheduled() {
    let (ground, cara) = with_educator().await;
    let elsewhere = DescribeSession { starts: at("2026-12-14T13:30:00"), ..says("Recovery") };
    scheduled(&cara, &elsewhere).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    // Mondays from 30 November: the 28th of December is the holiday of Boxing Day.
    let form = series::preview(&cara, id, weekly("5")).await.unwrap();
    let plain: Vec<_> = form.dates.iter().map(PossibleDate::is_plain).collect();
    assert_eq!(plain, [true, false, true, false]);
    assert!(form.dates[1].clashes[0].contains("You are in “Recovery” then"));
    assert!(form.dates[3].bank_holiday && form.dates[3].clashes.is_empty());
    let says = Repeat::parse(&weekly("5")).unwrap();
    let days = ["2026-12-07", "2026-12-14"].map(str::to_owned);
    let refusal = refused(series::repeat(&cara, id, says, (&days, WHY)).await);
    assert!(refusal.starts_with("Monday 14 December 2026: You are in “Recovery”"), "{refusal}");
    assert!(rows(&ground).await.is_empty(), "none is made");
    let holiday = ["2026-12-28".to_owned()];
    series::repeat(&cara, id, says, (&holiday, WHY)).await.unwrap();
    assert_eq!(rows(&ground).await.len(), 2, "an educator may hold it on that day");
    assert!(rows(&ground).await.iter().all(|row| row.scheduled_at.is_some()));
}

#[tokio::test]
async fn the_dates_take_as_many_queries_for_many_as_for_few() {
    let (_ground, cara) = with_educator().await;
    scheduled(&cara, &DescribeSession { starts: at("2026-12-14T13:00:00"), ..says("Other") }).await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let few = counted(series::preview(&cara, id, weekly("3"))).await.1;
    assert_eq!(counted(series::preview(&cara, id, weekly("60"))).await.1, few);
    let series = repeated(&cara, id, &weekly("2")).await;
    let opened = counted(series::series(&cara, series)).await.1;
    assert!(opened <= 11, "{opened}");
}

#[tokio::test]
async fn one_that_is_moved_keeps_its_place_and_a_room_of_its_own() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let series = repeated(&cara, id, &weekly("3")).await;
    let second = ids(&ground).await[1];
    // Two days later and in the hall, as any session is moved.
    let moved = DescribeSession {
        starts: at("2026-12-09T10:00:00"),
        venue: Some("Hall".to_owned()),
        ..says("Safety plans")
    };
    sessions::change(&cara, second, &moved, (&[], "")).await.unwrap();
    let row = rows(&ground).await.remove(1);
    assert_eq!((row.id, row.occurs_on), (second, Some(at("2026-12-07T13:00:00"))));
    let detail = series::series(&cara, series).await.unwrap();
    assert_eq!(detail.words, "every Monday", "at different times");

    // Another title and time for all: the hall stays.
    let changed = series::change(&cara, id, &shared("all", "2pm", "Room 1")).await.unwrap();
    assert_eq!(changed.sessions, 3);
    let told: Vec<_> = rows(&ground)
        .await
        .iter()
        .map(|row| (row.starts_at.format("%d %H:%M").to_string(), row.venue.clone().unwrap()))
        .collect();
    let expected = [("30 14:00", "Room 1"), ("09 14:00", "Hall"), ("14 14:00", "Room 1")];
    assert_eq!(told, expected.map(|(when, venue)| (when.to_owned(), venue.to_owned())));
    let same = series::change(&cara, id, &shared("all", "2pm", "Room 1")).await;
    assert!(refused(same).contains("Nothing was changed"));
}

#[tokio::test]
async fn a_form_from_before_undoes_nothing_that_a_colleague_changed_since() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    repeated(&cara, id, &weekly("3")).await;
    let shown = shared("all", "1pm", "Room 1").shared;
    series::change(&cara, id, &shared("all", "1pm", "Room 2")).await.unwrap();
    let later = ChangeSeries { shown: Some(shown), ..shared("all", "2pm", "Room 1") };
    series::change(&cara, id, &later).await.unwrap();
    for row in rows(&ground).await {
        let stands = (row.starts_at.format("%H:%M").to_string(), row.venue.as_deref());
        assert_eq!(stands, ("14:00".to_owned(), Some("Room 2")));
    }
}

#[tokio::test]
async fn what_cannot_be_for_one_is_done_to_none_and_told_with_its_day() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    repeated(&cara, id, &weekly("3")).await;
    let later = DescribeSession { starts: at("2026-12-14T15:00:00"), ..says("Recovery") };
    scheduled(&cara, &later).await;
    let refusal = refused(series::change(&cara, id, &shared("all", "3pm", "Room 1")).await);
    assert!(refusal.starts_with("Monday 14 December 2026: You are in “Recovery”"), "{refusal}");
    assert!(rows(&ground).await.iter().all(|row| row.starts_at.format("%H").to_string() == "13"));
    // Of the first alone it can be.
    let first = series::change(&cara, id, &shared("this", "3pm", "Room 1")).await.unwrap();
    assert_eq!(first.sessions, 1);
    // Fewer seats than are held stays beside its field.
    let second = ids(&ground).await[1];
    for number in [AMINA, BEN] {
        let ctx = ground.sign_in(number, None).await;
        sessions::book(&ctx, second, "T1", false).await.unwrap();
    }
    let mut fewer = shared("later", "1pm", "Room 1");
    fewer.shared.capacity = 1;
    let refusal = refused(series::change(&cara, second, &fewer).await);
    let alone = "Monday 7 December 2026: Enter more seats, or change this session alone";
    assert!(refusal.contains(alone), "{refusal}");
}

#[tokio::test]
async fn later_ones_are_cancelled_and_what_has_taken_place_stays() {
    let (ground, cara) = with_educator().await;
    let id = scheduled(&cara, &says("Safety plans")).await;
    let series = repeated(&cara, id, &weekly("4")).await;
    let [first, second, third, fourth]: [SessionId; 4] = ids(&ground).await.try_into().unwrap();
    let ben = ground.sign_in(BEN, None).await;
    series::book(&ben, series, "T1", false).await.unwrap();
    let reason = CancelReason::CoverFailed;
    let cancelled = series::cancel(&cara, third, CancelSeries { part: Part::Later, reason }).await;
    assert_eq!(cancelled.unwrap(), (2, 2));
    let states = async |id: SessionId| own_state(&ben, id).await.unwrap();
    assert_eq!(states(second).await, BookingState::Booked);
    assert_eq!(states(fourth).await, BookingState::CancelledBySession);
    // On 2 December the first has taken place.
    let then = on(&cara, "2026-12-02");
    let all = CancelSeries { part: Part::All, reason };
    assert_eq!(series::cancel(&then, first, all).await.unwrap().0, 1);
    assert!(refused(series::cancel(&then, first, all).await).contains("any more"));
    let detail = series::series(&ben, series).await.unwrap();
    assert_eq!(detail.sessions.len(), 4, "what was cancelled is still told");
    let other = ground.sign_in(EVE, Some((Educator, "N2"))).await;
    assert!(is_not_found(series::cancel(&other, first, all).await));
    assert!(is_not_found(series::change(&other, first, &shared("all", "2pm", "Hall")).await));
}

#[tokio::test]
async fn all_are_booked_at_one_press_and_each_is_told() {
    let (ground, cara) = with_educator().await;
    let one_seat = DescribeSession { capacity: 1, ..says("Safety plans") };
    let id = scheduled(&cara, &one_seat).await;
    let series = repeated(&cara, id, &weekly("4")).await;
    let [first, second, third, fourth]: [SessionId; 4] = ids(&ground).await.try_into().unwrap();
    let (amina, ben) = (ground.sign_in(AMINA, None).await, ground.sign_in(BEN, None).await);
    // Ben has the only seat of the first, Amina is in another session during the second, and the third is cancelled.
    sessions::book(&ben, first, "T1", false).await.unwrap();
    let dan = ground.sign_in(DAN, Some((Educator, "TH"))).await;
    let other = DescribeSession { starts: at("2026-12-07T13:30:00"), ..says("Recovery") };
    let other = scheduled(&dan, &other).await;
    sessions::book(&amina, other, "T1", false).await.unwrap();
    let why = CancelSession(CancelReason::LowNumbers);
    sessions::cancel(&cara, third, why).await.unwrap();
    let before = series::series(&amina, series).await.unwrap();
    assert!(before.bookable);
    assert_eq!(before.teams.len(), 2, "she has posts in two teams there");
    assert!(before.sessions[1].why_not.as_ref().unwrap().contains("Recovery"));

    let asked = series::book(&amina, series, "T1", false).await.unwrap();
    let told: Vec<_> = asked.iter().map(|one| (one.id, one.answer.clone())).collect();
    let clash = told[1].1.clone().unwrap_err();
    assert!(clash.contains("You are in “Recovery” then"), "{clash}");
    assert_eq!((told[0].clone(), told.len()), ((first, Ok(BookingState::Waitlisted)), 3));
    assert_eq!(told[2], (fourth, Ok(BookingState::Booked)));
    assert_eq!(own_state(&amina, second).await, None, "nothing is left of what was refused");
    // Once more there is nothing to ask for: refused with each day.
    let again = refused(series::book(&amina, series, "T1", false).await);
    assert!(again.contains("Monday 21 December 2026: You have a seat"), "{again}");
    let after = series::series(&amina, series).await.unwrap();
    assert!(!after.bookable);
    assert!(is_not_found(series::book(&amina, series_of_nobody(), "T1", false).await));
}

fn series_of_nobody() -> SessionSeriesId {
    "0198f3c0-0000-7000-8000-000000000000".parse().unwrap()
}

#[tokio::test]
async fn drafts_of_a_series_are_scheduled_together_and_seen_by_those_who_run_them() {
    let (ground, cara) = with_educator().await;
    let id = drafted(&cara, &says("Safety plans"), "RSK-1").await;
    let series = repeated(&cara, id, &weekly("3")).await;
    let amina = ground.sign_in(AMINA, None).await;
    assert!(is_not_found(series::series(&amina, series).await));
    assert!(is_not_found(series::schedule(&amina, series, WHY).await));
    let second = ids(&ground).await[1];
    let leads = sessions::session(&cara, second).await.unwrap().leads;
    sessions::remove_lead(&cara, second, leads[0].id).await.unwrap();
    let refusal = refused(series::schedule(&cara, series, WHY).await);
    assert!(refusal.starts_with("Monday 7 December 2026: Say who leads"), "{refusal}");
    sessions::add_lead(&cara, second, &colleague(CARA)).await.unwrap();
    assert_eq!(series::schedule(&cara, series, WHY).await.unwrap(), 3);
    let detail = series::series(&amina, series).await.unwrap();
    assert_eq!((detail.sessions.len(), detail.drafts, detail.to_change), (3, 0, None));
}

#[tokio::test]
async fn why_they_go_ahead_stands_in_the_ledger_of_each_and_in_the_audit_log() {
    let (ground, cara) = with_educator().await;
    protected_time::give(&lead(&ground).await, person(&cara), &minutes(60)).await.unwrap();
    let id = scheduled(&cara, &says("Safety plans")).await;
    let says_weekly = Repeat::parse(&weekly("3")).unwrap();
    let days = ["2026-12-07", "2026-12-14"].map(str::to_owned);
    let refusal = refused(series::repeat(&cara, id, says_weekly, (&days, "")).await);
    assert!(refusal.starts_with("Monday 7 December 2026: You have no protected time"), "{refusal}");
    series::repeat(&cara, id, says_weekly, (&days, WHY)).await.unwrap();
    let told = ids(&ground).await;
    let ledger = reasons(&ground).await;
    let mut of: Vec<_> = ledger.iter().filter_map(|entry| entry.session_id).collect();
    of.sort_by_key(|one| told.iter().position(|id| id == one));
    assert_eq!(of, told[1..], "the first lies within protected time");
    assert!(ledger.iter().all(|entry| entry.note.as_deref() == Some(WHY)));
    assert_eq!(noted(&ground, "repeat session").await, [Some(WHY.to_owned())]);
}

#[tokio::test]
async fn several_that_stay_on_their_days_take_no_protected_time_anew() {
    let (ground, cara) = with_educator().await;
    protected_time::give(&lead(&ground).await, person(&cara), &minutes(60)).await.unwrap();
    let id = scheduled(&cara, &says("Safety plans")).await;
    repeated(&cara, id, &weekly("2")).await;
    // Another one goes beyond the year, with its reason: the first would be asked if it were new.
    scheduled(&cara, &DescribeSession { starts: at("2026-12-01T13:00:00"), ..says("Other") }).await;
    assert_eq!(reasons(&ground).await.len(), 2);
    let changed = series::change(&cara, id, &shared("all", "3pm", "Room 1")).await.unwrap();
    assert_eq!(changed.sessions, 2);
    assert_eq!(reasons(&ground).await.len(), 2);
}
