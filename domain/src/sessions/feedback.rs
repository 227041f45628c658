//! Feedback of those who came to a session: once afterwards, and once more after 8 to 12 weeks (rules, section 5). What whoever
//! teaches reads of it is counts and means, and only where enough people answered.

mod changed; // what a session changed, counted
mod forms; // what somebody answers
#[cfg(test)]
mod tests;
pub mod views; // what pages show

pub use changed::{Answer, Came, answered, changed};
pub use forms::{FeedbackFields, GiveFeedback};

use super::register::Attendance;
use crate::dates::{days_after, spoken};
use crate::macros::codes;
use crate::refusal::Refusal;
use chrono::{NaiveDate, NaiveDateTime};

codes! {
    /// When somebody is asked.
    Phase, "phase of feedback" {
        After "after" "After the session",
        FollowUp "follow_up" "8 to 12 weeks later",
    }

    /// How useful a session was.
    Reaction, "reaction" {
        VeryUseful "very_useful" "Very useful",
        Useful "useful" "Useful",
        SlightlyUseful "slightly_useful" "Slightly useful",
        NotUseful "not_useful" "Not useful",
    }
}

/// Fewer answers than this are shown to nobody: they could point at somebody.
pub const LEAST_SHOWN: usize = 5;
/// The follow-up is asked from this many days after the session on, and up to the other.
const FOLLOW_UP_FROM_DAYS: i64 = 8 * 7;
const FOLLOW_UP_TO_DAYS: i64 = 12 * 7;
/// For so many days mail may still ask.
const ASKED_BY_MAIL_DAYS: i64 = 2 * 7;

/// From which day to which the follow-up of a session that was on a day is asked.
pub fn follow_up(on: NaiveDate) -> (NaiveDate, NaiveDate) {
    (days_after(on, FOLLOW_UP_FROM_DAYS), days_after(on, FOLLOW_UP_TO_DAYS))
}

/// The earliest day on which a session may have ended of which anybody is asked today.
pub fn asked_since(today: NaiveDate) -> NaiveDate {
    days_after(today, -FOLLOW_UP_TO_DAYS)
}

impl Phase {
    /// The last day on which it is asked of a session that ended on a day.
    pub fn last_day(self, ended: NaiveDate) -> NaiveDate {
        let (from, to) = follow_up(ended);
        match self {
            Self::After => days_after(from, -1),
            Self::FollowUp => to,
        }
    }
}

/// Somebody who opens the feedback of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answering {
    pub attendance: Option<Attendance>,
    /// When the session ended, civil time in London.
    pub ended: NaiveDateTime,
    /// The phases in which they have answered.
    pub given: Vec<Phase>,
}

impl Answering {
    /// What they are asked now.
    ///
    /// # Errors
    /// Refuses whoever did not come, as not found; before the end of the session, what they have answered, and what is over, in
    /// words that say when they are asked next.
    pub fn asked(&self, now: NaiveDateTime) -> Result<Phase, Refusal> {
        if !self.attendance.is_some_and(Attendance::came) {
            return Err(Refusal::not_found("this feedback"));
        }
        if now < self.ended {
            let sentence = "We ask for your feedback once the session has ended.";
            return Err(Refusal::rule("feedback-early", sentence));
        }
        let (from, to) = follow_up(self.ended.date());
        let today = now.date();
        let phase = if today < from { Phase::After } else { Phase::FollowUp };
        if today > to {
            let sentence = format!("Feedback was open until {}.", spoken(to));
            return Err(Refusal::rule("feedback-over", sentence));
        }
        if !self.given.contains(&phase) {
            return Ok(phase);
        }
        let sentence = match phase {
            Phase::After => format!(
                "You have given your feedback. Thank you. We ask how confident you are once more from {}.",
                spoken(from)
            ),
            Phase::FollowUp => "You have answered the follow-up. Thank you.".to_owned(),
        };
        Err(Refusal::rule("feedback-given", sentence))
    }

    /// What they are asked by mail: what the page asks, from the day after the session on, and from the first day of the follow-up
    /// on, for two weeks. So a register that is taken late, or a stop, loses nothing, and a file of months past asks nobody.
    pub fn asked_by_mail(&self, now: NaiveDateTime) -> Option<Phase> {
        let phase = self.asked(now).ok()?;
        let from = match phase {
            Phase::After => days_after(self.ended.date(), 1),
            Phase::FollowUp => follow_up(self.ended.date()).0,
        };
        let today = now.date();
        (from <= today && today < days_after(from, ASKED_BY_MAIL_DAYS)).then_some(phase)
    }
}
