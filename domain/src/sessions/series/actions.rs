//! What was agreed in the sessions of a series: a short text, by whom and by when it is done, and when it was.

use crate::dates::spoken;
use crate::fields::{FieldErrors, date, optional_date, required_text};
use chrono::NaiveDate;

/// The longest action, and the longest name of whoever does it.
pub const ACTION_MOST: usize = 300;
pub const WHOM_MOST: usize = 100;

/// *They do this by then.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreeAction {
    pub what: String,
    pub by_whom: String,
    pub due_on: Option<NaiveDate>,
}

impl AgreeAction {
    /// # Errors
    /// Returns a message for each of `what`, `by_whom` and `due_on` that cannot be used.
    pub fn parse(
        what: &str,
        by_whom: &str,
        due_on: &str,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let what = errors.keep("what", required_text(what, "what was agreed", ACTION_MOST));
        let by_whom = errors.keep("by_whom", required_text(by_whom, "who does it", WHOM_MOST));
        let due_on = optional_date(due_on, "the day by which it is done");
        let due_on = due_on.and_then(|day| match day {
            Some(day) if day < today => Err("Enter a day that is today or later".to_owned()),
            day => Ok(day),
        });
        match (what, by_whom, errors.keep("due_on", due_on)) {
            (Some(what), Some(by_whom), Some(due_on)) => Ok(Self { what, by_whom, due_on }),
            _ => Err(errors),
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("what", &self.what), ("by_whom", &self.by_whom)]
    }
}

/// *It was done on this day.*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActionDone(pub NaiveDate);

impl ActionDone {
    /// Reads the day on which something was done that was agreed on another.
    ///
    /// # Errors
    /// Returns a message for `done_on` where it is no day, before the agreement, or ahead.
    pub fn parse(
        done_on: &str,
        agreed_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let wrong = |message: String| FieldErrors::one("done_on", message);
        let day = date(done_on, "the day on which it was done").map_err(wrong)?;
        if (agreed_on..=today).contains(&day) {
            return Ok(Self(day));
        }
        let (from, to) = (spoken(agreed_on), spoken(today));
        Err(wrong(format!("Enter a day from {from}, when it was agreed, to {to}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_action_says_what_by_whom_and_perhaps_by_when() {
        let today = day("2026-12-01");
        let action = AgreeAction::parse(" Ring the link worker ", "Dr Ali", "2026-12-15", today);
        let action = action.unwrap();
        assert_eq!(
            (action.what.as_str(), action.due_on),
            ("Ring the link worker", Some(day("2026-12-15")))
        );
        assert_eq!(AgreeAction::parse("Ring", "Dr Ali", "", today).unwrap().due_on, None);
        let wrong = AgreeAction::parse("", "", "2026-11-30", today).unwrap_err();
        let fields: Vec<&str> = wrong.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["what", "by_whom", "due_on"]);
    }

    #[test]
    fn it_was_done_between_the_agreement_and_today() {
        let (agreed, today) = (day("2026-12-01"), day("2026-12-20"));
        for (done, fine) in [
            ("2026-12-01", true),
            ("2026-12-20", true),
            ("2026-11-30", false),
            ("2026-12-21", false),
            ("soon", false),
        ] {
            assert_eq!(ActionDone::parse(done, agreed, today).is_ok(), fine, "{done}");
        }
    }
}
