//! Which times there are, who is free at them, which come first, and which gaps they would help to close.

use super::forms::TimesFields;
use super::gaps::gaps;
use super::*;
use crate::codes::{JudgementKind, PostStatus};
use crate::coverage::small_place::{self, role, said, small_place};
use crate::coverage::{Facts, Person};
use crate::dates::Period;
use crate::frameworks::Level;
use crate::fte::Fte;
use crate::ids::{AllocationId, PersonId, ReleaseWindowId};
use crate::people::counting::met_by;
use crate::protected_time::amount::Amount;
use crate::protected_time::ledger::Standing;
use crate::protected_time::{Shortfall, TimeUnit};
use crate::release::windows::Window;
use crate::requirements::Asked;
use crate::standing::Event;
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
    Invited { team, busy: busy.to_vec(), leads: false, gaps: Vec::new() }
}

/// Two hours for the week that begins with a day.
fn two_hours(first: &str) -> Allocation {
    Allocation {
        id: AllocationId(Uuid::nil()),
        person: PersonId(Uuid::nil()),
        held: Period::new(Some(day(first)), Some(days_after(day(first), 6))),
        amount: Amount { unit: TimeUnit::Hours, minutes: 120 },
        source: String::new(),
        agreed_by: String::new(),
    }
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
    let (teams, none) = ([wednesdays(), Release::default()], LeadTime::default());
    let people = [person(0, &[]), person(1, &[]), person(1, &[slot("2026-12-02T13:00:00", 240)])];
    let around = Around { leads: &[none], people: &people, teams: &teams };
    let wednesday = around.best(days("2026-12-01", "2026-12-03").slots(120)).remove(0);
    // Only 2 of 3 could come, but one in protected time.
    assert_eq!(wednesday.slot, slot("2026-12-02T13:00:00", 120));
    assert_eq!((wednesday.could_come, wednesday.protected), (2, 1));
    assert_eq!((wednesday.protected_of, wednesday.leads_taken), (vec![0], vec![]));
    // Once the lead is taken then, another day is better.
    let busy = vec![slot("2026-12-02T09:00:00", 480)];
    let taken = [LeadTime { busy, ..LeadTime::default() }];
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
fn what_lies_within_the_leads_protected_time_comes_before_what_goes_beyond_it() {
    let (teams, people) = ([wednesdays()], [person(0, &[])]);
    let search = days("2026-12-01", "2026-12-03");
    let best = |lead: &LeadTime| {
        let leads = std::slice::from_ref(lead);
        Around { leads, people: &people, teams: &teams }.best(search.slots(120))
    };
    let (thursday, wednesday) =
        (slot("2026-12-03T09:00:00", 120), slot("2026-12-02T13:00:00", 120));
    let lead = LeadTime { promised: vec![two_hours("2026-12-03")], ..LeadTime::default() };
    let found = best(&lead);
    // 4 times on Thursday; the team's own afternoon, which her allocation does not reach, comes after them.
    assert_eq!(found[0].slot, thursday);
    assert!(found[..4].iter().all(|one| one.slot.starts.date() == day("2026-12-03")));
    assert!(found[..4].iter().all(|one| one.lacking.is_empty()));
    let outside = Lack { why: Shortfall::OutsideDates, minutes: 120 };
    assert_eq!((found[4].slot, found[4].lacking.as_slice()), (wednesday, &[(0, outside)][..]));
    // With half an hour of the year planned elsewhere, Thursday goes beyond it too.
    let spent = Spent { on: day("2027-03-31"), minutes: 30, standing: Standing::Planned };
    let busier = LeadTime { spent: vec![spent], ..lead.clone() };
    let found = best(&busier);
    assert_eq!(found[0].slot, wednesday);
    let of_thursday = found.iter().find(|one| one.slot == thursday).unwrap();
    let beyond = Lack { why: Shortfall::Beyond, minutes: 30 };
    assert_eq!(of_thursday.lacking, [(0, beyond)]);
    // Whoever is taken cannot lead at all, however much time was promised.
    let taken = LeadTime { busy: vec![slot("2026-12-03T09:00:00", 480)], ..lead };
    assert_eq!(best(&taken)[0].slot, wednesday);
}

/// A nurse is asked A-1 at 3 and A-2 at 2; nobody is asked B-1.
fn nurses() -> Facts {
    let nurse = role("NURSE", "Nursing", &[(0, 3, true), (1, 2, false)]);
    let framework = [("A-1", 24, 0), ("A-2", 24, 0), ("B-1", 24, 1)];
    Facts { roles: vec![nurse], ..small_place(["T0", "T1"], &framework) }
}

fn nurse(judgements: Vec<Event>) -> Person {
    let post = small_place::post(0, 0, Fte::FULL, PostStatus::Active);
    small_place::person(1, vec![post], judgements)
}

fn outcomes(levels: [Level; 3]) -> Vec<Asked> {
    let asked = |(competency, level)| Asked { competency, level, critical: false };
    (0..).zip(levels).map(asked).collect()
}

#[test]
fn a_gap_is_what_is_asked_and_not_held_at_the_level_of_the_session_or_of_the_role() {
    use JudgementKind::{Confirmed, Exempted, SelfAssessment};
    let (facts, today) = (nurses(), day("2026-11-02"));
    // A-1 below what is asked, A-2 above it.
    let builds = outcomes([Level::KNOWS_HOW, Level::PRACTISES_WITH_SUPPORT, Level::KNOWS_HOW]);
    let all = outcomes([Level::LEADS_AND_TEACHES; 3]);
    let table: [(Option<Event>, &[usize]); 7] = [
        (None, &[0, 1]),
        (Some(said(0, Confirmed, 1, "2026-01-05")), &[0, 1]),
        // What the session intends, though more is asked: there is nothing in it for them.
        (Some(said(0, Confirmed, 2, "2026-01-05")), &[1]),
        // What is asked, though the session intends more.
        (Some(said(1, Confirmed, 2, "2026-01-05")), &[0]),
        // Their own word, and what ran out on 5 January 2025, meet nothing.
        (Some(said(0, SelfAssessment, 4, "2026-01-05")), &[0, 1]),
        (Some(said(0, Confirmed, 4, "2023-01-05")), &[0, 1]),
        (Some(said(0, Exempted, 0, "2026-01-05")), &[1]),
    ];
    for (judgement, expected) in table {
        let nurse = nurse(judgement.into_iter().collect());
        assert_eq!(gaps(&facts, &nurse, (&builds, today), |_| true), expected, "{judgement:?}");
        // At the highest level it is what coverage calls not met.
        let met = met_by(&facts, &nurse, today);
        let open = gaps(&facts, &nurse, (&all, today), |_| true).len();
        assert_eq!(open, (met.asked - met.met) as usize, "{judgement:?}");
    }
    let nobody = small_place::person(2, Vec::new(), Vec::new());
    assert!(
        gaps(&facts, &nobody, (&builds, today), |_| true).is_empty(),
        "nothing is asked of them"
    );
    let elsewhere = gaps(&facts, &nurse(Vec::new()), (&builds, today), |_| false);
    assert!(elsewhere.is_empty(), "what other teams ask is not counted here");
}

#[test]
fn of_fewer_than_five_people_nothing_is_told() {
    let at = slot("2026-12-01T09:00:00", 60);
    let with = |gaps: &[usize], busy: &[Slot]| Invited { gaps: gaps.to_vec(), ..person(0, busy) };
    let mut people = vec![with(&[0, 2], &[]); 4];
    people.extend([with(&[0], &[slot("2026-12-01T10:00:00", 60)]), with(&[], &[])]);
    let around = Around { leads: &[], people: &people, teams: &[Release::default()] };
    assert_eq!(around.gaps_at(at), [(0, 5)]);
    // One of the five is in another session then.
    assert!(around.gaps_at(slot("2026-12-01T10:00:00", 60)).is_empty());
    // One of them leads it: no seat is for them, and nothing tells their gap.
    let mut led = people.clone();
    led[0].leads = true;
    let beside = Around { people: &led, ..around };
    assert_eq!(beside.gaps_at(at), around.gaps_at(at));
    assert_eq!(beside.best(vec![at])[0].could_come, 5);
    let nobody = Around { people: &people[5..], ..around };
    assert!(nobody.gaps_at(at).is_empty());
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

#[test]
fn it_is_said_from_which_day_a_search_begins_and_why_where_nobody_chose_it() {
    let words = |from: &str, until: &str| {
        let typed = TimesFields { from: from.to_owned(), until: until.to_owned() };
        typed.words(Days::parse(&typed, day("2026-11-02")).unwrap())
    };
    let none = words("", "");
    let span = "These are times from Monday 28 December 2026 to Monday 25 January 2027. ";
    assert!(none.starts_with(span), "{none}");
    assert!(none.contains("begins 8 weeks from today: teams ask for that much notice"), "{none}");
    assert_eq!(
        words("2026-11-09", ""),
        "These are times from Monday 9 November 2026 to Monday 7 December 2026."
    );
    let last = words(" ", "2026-11-09");
    assert!(last.starts_with("These are times from Monday 2 November 2026"), "{last}");
    assert!(last.contains("up to 4 weeks before your last day") && !last.contains("notice"));
    // 4 weeks before a last day 11 weeks ahead; before one 14 weeks ahead the 8 weeks come first.
    let far = words("", "2027-01-18");
    assert!(far.starts_with("These are times from Monday 21 December 2026"), "{far}");
    let farther = words("", "2027-02-08");
    assert!(farther.starts_with("These are times from Monday 28 December 2026"), "{farther}");
}

proptest! {
    #[test]
    fn the_best_do_not_overlap_and_none_that_was_left_out_is_better(
        taken in proptest::collection::vec((0_i64..2_000, 30_u32..300), 0..6),
        busy in proptest::collection::vec((0_usize..2, 0_i64..2_000, 30_u32..300), 0..8),
        minutes in 30_u32..300,
        spent in 0_u32..150,
    ) {
        let search = days("2026-12-01", "2026-12-03");
        let at = |ahead: i64, minutes| {
            let starts = search.first.and_time(NaiveTime::MIN) + TimeDelta::minutes(ahead * 2);
            Slot { starts, minutes }
        };
        let lead = LeadTime {
            busy: taken.into_iter().map(|(ahead, long)| at(ahead, long)).collect(),
            promised: vec![two_hours("2026-12-02")],
            spent: vec![Spent { on: search.first, minutes: spent, standing: Standing::Delivered }],
        };
        let leads = std::slice::from_ref(&lead);
        let people: Vec<Invited> =
            busy.into_iter().map(|(team, ahead, long)| person(team, &[at(ahead, long)])).collect();
        let teams = [wednesdays(), Release::default()];
        let around = Around { leads, people: &people, teams: &teams };
        let slots = search.slots(minutes);
        let best = around.best(slots.clone());
        prop_assert!(best.len() <= BEST_MOST);
        prop_assert!(best.is_sorted_by_key(Found::rank));
        for (nth, one) in best.iter().enumerate() {
            prop_assert!(best[..nth].iter().all(|other| !other.slot.overlaps(&one.slot)));
            prop_assert!(one.protected <= one.could_come && one.could_come <= people.len());
            // One rule: what scheduling would ask a reason for.
            let lacks = lack(&lead.promised, &lead.spent, one.slot).map(|lack| (0_usize, lack));
            prop_assert_eq!(&one.lacking, &lacks.into_iter().collect::<Vec<_>>());
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
