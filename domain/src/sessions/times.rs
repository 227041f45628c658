//! When sessions are, and whether two of them clash: nobody is in two at once (rules, section 5).

use crate::dates::{spoken_day, spoken_time};
use crate::refusal::Refusal;
use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// From when to when a session is, civil time in London. The moment of its end is free again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub starts: NaiveDateTime,
    pub minutes: u32,
}

impl Slot {
    pub fn ends(&self) -> NaiveDateTime {
        let length = TimeDelta::minutes(i64::from(self.minutes));
        self.starts.checked_add_signed(length).unwrap_or(NaiveDateTime::MAX)
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        self.starts < other.ends() && other.starts < self.ends()
    }

    /// `Monday 4 May 2026, 1pm to 2:30pm`, as people plan by the weekday; with the day of its end where that is another.
    pub fn words(&self) -> String {
        let (starts, ends) = (self.starts, self.ends());
        let until = match starts.date() == ends.date() {
            true => spoken_time(ends.time()),
            false => format!("{} on {}", spoken_time(ends.time()), spoken_day(ends.date())),
        };
        format!("{}, {} to {until}", spoken_day(starts.date()), spoken_time(starts.time()))
    }
}

/// A session that somebody leads, or has a booking in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engaged {
    pub title: String,
    pub slot: Slot,
    /// Whether they lead it: everybody can read who does. What somebody has booked is told nobody else.
    pub led: bool,
}

/// Whose time it is: that of the reader, or of somebody with this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    Own,
    Of(&'a str),
}

/// Whether somebody is free for a session: `engaged` are the other sessions that they lead or have a live booking in.
///
/// # Errors
/// Refuses with the session that clashes, by its title and time where those are for the reader to know.
pub fn is_free(whose: Whose<'_>, slot: Slot, engaged: &[Engaged]) -> Result<(), Refusal> {
    let first = engaged.iter().find(|other| other.slot.overlaps(&slot));
    let Some(first) = first else { return Ok(()) };
    let sentence = match whose {
        Whose::Own => format!("You are in “{}” then: {}.", first.title, first.slot.words()),
        Whose::Of(name) if first.led => {
            format!("{name} leads “{}” then: {}.", first.title, first.slot.words())
        }
        Whose::Of(name) => format!("{name} is in another session then."),
    };
    Err(Refusal::rule("clash", sentence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slot(starts: &str, minutes: u32) -> Slot {
        Slot { starts: starts.parse().unwrap(), minutes }
    }

    #[test]
    fn two_sessions_that_share_a_minute_clash_and_two_that_touch_do_not() {
        let one = slot("2026-11-30T13:00:00", 90);
        assert!(one.overlaps(&slot("2026-11-30T14:29:00", 60)));
        assert!(one.overlaps(&slot("2026-11-30T12:00:00", 300)));
        assert!(!one.overlaps(&slot("2026-11-30T14:30:00", 60)));
        assert!(!one.overlaps(&slot("2026-11-30T12:00:00", 60)));
    }

    #[test]
    fn a_clash_names_the_other_session_where_that_is_for_the_reader_to_know() {
        let of = |led| {
            let (title, slot) = ("Safety plans".to_owned(), slot("2026-11-30T13:00:00", 90));
            [Engaged { title, slot, led }]
        };
        let told = |whose, led| {
            is_free(whose, slot("2026-11-30T14:00:00", 60), &of(led)).unwrap_err().to_string()
        };
        let own = "You are in “Safety plans” then: Monday 30 November 2026, 1pm to 2:30pm.";
        assert_eq!((told(Whose::Own, false).as_str(), told(Whose::Own, true).as_str()), (own, own));
        let farzana = Whose::Of("Farzana Noor");
        let led = "Farzana Noor leads “Safety plans” then: Monday 30 November 2026, 1pm to 2:30pm.";
        assert_eq!(told(farzana, true), led);
        assert_eq!(told(farzana, false), "Farzana Noor is in another session then.");
        assert_eq!(is_free(farzana, slot("2026-11-30T14:30:00", 60), &of(true)), Ok(()));
    }

    #[test]
    fn a_time_is_told_as_people_read_it() {
        assert_eq!(slot("2026-05-04T13:00:00", 90).words(), "Monday 4 May 2026, 1pm to 2:30pm");
        assert_eq!(
            slot("2026-05-04T23:00:00", 120).words(),
            "Monday 4 May 2026, 11pm to 1am on Tuesday 5 May 2026"
        );
    }

    proptest! {
        #[test]
        fn clashing_is_mutual(a in 0_i64..2_000, b in 0_i64..2_000, long in 15_u32..500, other in 15_u32..500) {
            let from = |minutes| "2026-11-30T00:00:00".parse::<NaiveDateTime>().unwrap() + TimeDelta::minutes(minutes);
            let (one, two) = (Slot { starts: from(a), minutes: long }, Slot { starts: from(b), minutes: other });
            prop_assert_eq!(one.overlaps(&two), two.overlaps(&one));
            let share = (a..a + i64::from(long)).any(|minute| (b..b + i64::from(other)).contains(&minute));
            prop_assert_eq!(one.overlaps(&two), share);
        }
    }
}
