//! Which times there are, who is free at them, and which come first.

use super::forms::TimesFields;
use super::*;
use crate::ids::ReleaseWindowId;
use crate::release::windows::Window;
use chrono::NaiveTime;
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(first: &str, last: &str) -> Days {
    Days { first: day(first), last: day(last) }
}

fn slot(starts: &str, minutes: u32) -> Slot {
    Slot { starts: starts.parse().unwrap(), minutes }
}

fn starts(slots: &[Slot]) -> Vec<String> {
    slots.iter().map(|slot| slot.starts.format("%d %H:%M").to_string()).collect()
}

/// A team that lets its people go on Wednesdays from 1pm to 5pm.
fn wednesdays() -> Release {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let window = Window {
        id: ReleaseWindowId(Uuid::nil()),
        first: day("2026-12-02"),
        every_weeks: 1,
        last: None,
        from: time(13),
        to: time(17),
    };
    Release { windows: vec![window], ..Release::default() }
}

fn person(team: usize, busy: &[Slot]) -> Invited {
    Invited { team, busy: busy.to_vec() }
}

#[test]
fn times_lie_in_working_hours_and_on_no_weekend_or_bank_holiday() {
    // Christmas Day 2026 is a Friday; Boxing Day's holiday is Monday 28 December.
    let found = days("2026-12-24", "2026-12-29").slots(420);
    assert_eq!(
        starts(&found),
        ["24 09:00", "24 09:30", "24 10:00", "29 09:00", "29 09:30", "29 10:00"]
    );
    assert_eq!(days("2026-12-24", "2026-12-24").slots(480).len(), 1);
    assert!(days("2026-12-24", "2026-12-29").slots(481).is_empty(), "longer than a day");
    assert!(days("2026-12-26", "2026-12-27").slots(60).is_empty());
}

#[test]
fn leads_come_first_then_protected_time_then_how_many_could_come() {
    let (teams, none) = ([wednesdays(), Release::default()], Vec::new());
    let people = [person(0, &[]), person(1, &[]), person(1, &[slot("2026-12-02T13:00:00", 240)])];
    let around = Around { leads: &[none], people: &people, teams: &teams };
    let wednesday = around.best(days("2026-12-01", "2026-12-03").slots(120)).remove(0);
    // Only 2 of 3 could come, but one in protected time.
    assert_eq!(wednesday.slot, slot("2026-12-02T13:00:00", 120));
    assert_eq!((wednesday.could_come, wednesday.protected), (2, 1));
    assert_eq!((wednesday.protected_of, wednesday.leads_taken), (vec![0], vec![]));
    // Once the lead is taken then, another day is better.
    let taken = [vec![slot("2026-12-02T09:00:00", 480)]];
    let around = Around { leads: &taken, people: &people, teams: &teams };
    let best = around.best(days("2026-12-01", "2026-12-03").slots(120));
    assert_eq!(best[0].slot, slot("2026-12-01T09:00:00", 120));
    let last = best.last().unwrap();
    assert_eq!(
        (last.slot.starts.date(), last.leads_taken.as_slice()),
        (day("2026-12-02"), &[0][..])
    );
}

#[test]
fn without_days_the_search_goes_from_8_to_12_weeks_ahead() {
    let parse = |from: &str, until: &str| {
        let typed = TimesFields { from: from.to_owned(), until: until.to_owned() };
        Days::parse(&typed, day("2026-11-02"))
    };
    assert_eq!(parse("", ""), Ok(days("2026-12-28", "2027-01-25")));
    assert_eq!(parse("2026-11-09", ""), Ok(days("2026-11-09", "2026-12-07")));
    assert_eq!(parse("", "2026-11-09"), Ok(days("2026-11-02", "2026-11-09")));
    let beside = |from, until| parse(from, until).unwrap_err().0.remove(0).field;
    assert_eq!(beside("2026-11-01", ""), "from");
    assert_eq!(beside("2026-11-10", "2026-11-09"), "until");
    assert_eq!(beside("2026-11-02", "2027-02-02"), "until");
    assert_eq!(beside("soon", "2026-11-09"), "from");
    assert!(parse("2026-11-02", "2027-02-01").is_ok());
}

proptest! {
    #[test]
    fn the_best_do_not_overlap_and_none_that_was_left_out_is_better(
        taken in proptest::collection::vec((0_i64..2_000, 30_u32..300), 0..6),
        busy in proptest::collection::vec((0_usize..2, 0_i64..2_000, 30_u32..300), 0..8),
        minutes in 30_u32..300,
    ) {
        let search = days("2026-12-01", "2026-12-03");
        let at = |ahead: i64, minutes| {
            let starts = search.first.and_time(NaiveTime::MIN) + TimeDelta::minutes(ahead * 2);
            Slot { starts, minutes }
        };
        let leads = [taken.into_iter().map(|(ahead, long)| at(ahead, long)).collect::<Vec<_>>()];
        let people: Vec<Invited> =
            busy.into_iter().map(|(team, ahead, long)| person(team, &[at(ahead, long)])).collect();
        let teams = [wednesdays(), Release::default()];
        let around = Around { leads: &leads, people: &people, teams: &teams };
        let slots = search.slots(minutes);
        let best = around.best(slots.clone());
        prop_assert!(best.len() <= BEST_MOST);
        prop_assert!(best.is_sorted_by_key(Found::rank));
        for (nth, one) in best.iter().enumerate() {
            prop_assert!(best[..nth].iter().all(|other| !other.slot.overlaps(&one.slot)));
            prop_assert!(one.protected <= one.could_come && one.could_come <= people.len());
        }
        // Whatever is not among them overlaps one that is as good, or the list was full before.
        for slot in slots {
            let found = around.look_at(slot);
            let better = best.iter().filter(|one| one.rank() <= found.rank());
            let stands_back = better.clone().any(|one| one.slot.overlaps(&slot));
            prop_assert!(stands_back || better.count() == BEST_MOST);
        }
    }
}
