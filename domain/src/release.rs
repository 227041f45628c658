//! Release of learners: when a team lets its people go to sessions, and what it asks before it does (rules, section 5, *Release*).

pub mod approval; // when a booking waits for the team manager
pub mod forms; // the decisions behind the forms
pub mod notice; // what whoever plans or books is told
#[cfg(test)]
mod tests; // windows, notice, approval
pub mod views; // what pages show
pub mod windows; // times at which a team lets its people go

use crate::ids::PersonId;
use crate::macros::codes;
use chrono::{NaiveDate, Weekday};
use windows::Window;

codes! {
    /// Who does the work of those who are in a session.
    Cover, "cover arrangement" {
        BuddyPractice "buddy_practice" "A buddy practice covers",
        Federation "federation" "The federation covers",
        Locum "locum" "A locum covers",
        Rotation "rotation" "People take turns",
        Nhs111 "nhs_111" "NHS 111 takes the calls",
        NoneNeeded "none_needed" "None is needed",
    }

    /// A day of the week.
    DayOfWeek, "day of the week" {
        Monday "monday" "Monday",
        Tuesday "tuesday" "Tuesday",
        Wednesday "wednesday" "Wednesday",
        Thursday "thursday" "Thursday",
        Friday "friday" "Friday",
        Saturday "saturday" "Saturday",
        Sunday "sunday" "Sunday",
    }

    /// Why a team manager declines a booking.
    DeclineReason, "reason to decline a booking" {
        TooFewLeft "too_few_left" "Too few people would be left in the team",
        NoCover "no_cover" "No cover was found",
        OtherWork "other_work" "Other work comes first then",
        AnotherDate "another_date" "Another date would suit the team better",
        Other "other" "Another reason",
    }
}

impl DayOfWeek {
    /// The day of the week that a date is.
    pub const fn of(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Mon => Self::Monday,
            Weekday::Tue => Self::Tuesday,
            Weekday::Wed => Self::Wednesday,
            Weekday::Thu => Self::Thursday,
            Weekday::Fri => Self::Friday,
            Weekday::Sat => Self::Saturday,
            Weekday::Sun => Self::Sunday,
        }
    }
}

/// How many weeks ahead a team wants to know, where it has said nothing else.
pub const NOTICE_WEEKS: u16 = 8;

/// What a team says of its release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    pub windows: Vec<Window>,
    /// Days on which no window holds.
    pub exceptions: Vec<NaiveDate>,
    pub minimums: Vec<Minimum>,
    pub cover: Option<Cover>,
    /// How many weeks ahead it wants to know; 0 asks for none.
    pub notice_weeks: u16,
    /// Whether every booking waits for the team manager.
    pub asks_approval: bool,
    /// Who answers where the team manager does not.
    pub deputy: Option<PersonId>,
}

impl Default for Release {
    fn default() -> Self {
        Self {
            windows: Vec::new(),
            exceptions: Vec::new(),
            minimums: Vec::new(),
            cover: None,
            notice_weeks: NOTICE_WEEKS,
            asks_approval: false,
            deputy: None,
        }
    }
}

/// *Keep at least so many of this profession here.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minimum {
    pub profession: String,
    pub least: u16,
}
