//! Whatever happens to the sessions of a series, and in whichever order somebody's calendar is told of it: it ends with what the
//! page shows.

mod client; // a calendar that keeps to RFC 5546
mod world; // a series, what happens to it, and the mails of one reader

use super::Method;
use client::{Client, Shown, shown};
use proptest::prelude::*;
use world::{Act, World};

fn act() -> impl Strategy<Value = Act> {
    let which = 0..World::MANY;
    prop_oneof![
        1 => Just(Act::Repeat),
        2 => which.clone().prop_map(Act::Schedule),
        1 => Just(Act::ScheduleAll),
        6 => which.clone().prop_map(Act::Book),
        2 => Just(Act::BookAll),
        4 => which.clone().prop_map(Act::GiveUp),
        2 => which.clone().prop_map(Act::SomebodyElseBooks),
        4 => (which.clone(), -3_i64..4).prop_map(|(which, days)| Act::Move(which, days)),
        3 => which.clone().prop_map(Act::Retitle),
        2 => (which.clone(), 0_i64..3).prop_map(|(which, hours)| Act::ChangeFrom(which, hours)),
        2 => which.clone().prop_map(Act::Cancel),
        1 => which.clone().prop_map(Act::CancelFrom),
        2 => which.clone().prop_map(Act::Lead),
        2 => which.prop_map(Act::StandBack),
    ]
}

/// Acts, each with how many of those after it are done before its mail is written: mail servers are not always there.
fn acts() -> impl Strategy<Value = Vec<(Act, usize)>> {
    let late = prop_oneof![3 => Just(0_usize), 1 => 1_usize..6];
    proptest::collection::vec((act(), late), 0..50)
}

/// What a calendar shows that hears these messages in this order.
fn heard<'a>(messages: impl IntoIterator<Item = &'a String>) -> Shown {
    let mut client = Client::default();
    messages.into_iter().for_each(|message| client.hears(message));
    client.shown
}

proptest! {
    #[test]
    fn in_order_backwards_or_mixed_a_calendar_ends_with_what_the_page_shows(
        acts in acts(),
        seed in any::<u64>(),
    ) {
        let mut world = World::default();
        for (act, late) in acts {
            world.does(act, late);
        }
        let (messages, page) = (world.told(), world.page());
        prop_assert_eq!(heard(&messages), page.clone(), "in order: {:#?}", messages);
        prop_assert_eq!(heard(messages.iter().rev()), page.clone(), "backwards: {:#?}", messages);
        let mut mixed: Vec<&String> = messages.iter().collect();
        // By a sum over each that begins with the seed: another order for another seed.
        mixed.sort_by_key(|message| {
            let sum = message.bytes().fold(seed, |sum, byte| sum.rotate_left(5) ^ u64::from(byte));
            sum.wrapping_mul(seed | 1)
        });
        prop_assert_eq!(heard(mixed), page.clone(), "mixed: {:#?}", messages);
        // Read in a feed or a file, it is the same.
        prop_assert_eq!(world.read(), page);
    }

    #[test]
    fn what_is_told_of_a_series_later_has_a_higher_number(acts in acts()) {
        let mut world = World::default();
        let mut told = Vec::new();
        let mut before = 0;
        for (act, _) in acts {
            world.does(act, 0);
            // An act that tells something does so under a number of its own.
            let messages = world.told();
            if messages.len() > before {
                told.extend(messages.last().map(|message| client::number(message)));
            }
            before = messages.len();
        }
        prop_assert!(told.is_sorted_by(|earlier, later| earlier < later), "{:?}", told);
    }
}

#[test]
fn one_pm_stays_one_pm_over_both_changes_of_the_clocks() {
    // Clocks go back on 25 October 2026 and forward on 28 March 2027.
    let mut world = World::weekly("2026-10-19T13:00:00", 26);
    for act in [Act::Schedule(0), Act::Repeat, Act::ScheduleAll, Act::BookAll] {
        world.does(act, 0);
    }
    let whole = shown(world.told().last().unwrap());
    assert_eq!(whole.len(), 26);
    assert!(whole.iter().all(|(starts, ..)| starts.format("%a %H:%M").to_string() == "Mon 13:00"));
    let days: Vec<String> = whole.iter().map(|(starts, ..)| starts.date().to_string()).collect();
    for beside in [["2026-10-19", "2026-10-26"], ["2027-03-22", "2027-03-29"]] {
        assert!(days.windows(2).any(|pair| pair == beside), "{days:?}");
    }
    // One is moved, another cancelled: both are told by the time that the rule gave them.
    world.does(Act::Move(1, 1), 0);
    world.does(Act::Cancel(23), 0);
    let text = world.told().last().unwrap().clone();
    assert!(text.contains("RECURRENCE-ID;TZID=Europe/London:20261026T130000\r\n"), "{text}");
    assert!(text.contains("EXDATE;TZID=Europe/London:20270329T130000\r\n"), "{text}");
    assert_eq!(shown(&text), world.page());
    world.does(Act::CancelFrom(0), 0);
    let text = world.told().last().unwrap().clone();
    assert!(text.contains(Method::Cancel.word()) && world.page().is_empty(), "{text}");
}
