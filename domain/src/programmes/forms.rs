//! The decisions behind the forms of a programme.

use super::StepFormat;
use crate::codes::CareSetting;
use crate::dates::Period;
use crate::fields::{FieldErrors, choice, date, optional_date, required_text};
use crate::frameworks::Level;
use crate::frameworks::drafting::short_code;
use crate::macros::codes;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub const TITLE_MOST: usize = 200;
pub const PURPOSE_MOST: usize = 2_000;
pub const HAPPENS_MOST: usize = 4_000;
/// The longest step, in minutes: a week of full days.
const MINUTES_MOST: u32 = 2_400;
/// What an address says where a code could stand.
const TAKEN_CODE: &str = "new";

/// What a form sends for a programme that runs everywhere; a code is never this.
pub const EVERYWHERE: &str = "*";

/// A programme as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeFields {
    pub code: String,
    pub title: String,
    pub purpose: String,
    /// The code of the area it runs in, or [`EVERYWHERE`].
    pub area: String,
    pub from: String,
    pub ends_on: String,
}

/// What a programme is, for whom, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribeProgramme {
    pub code: String,
    pub title: String,
    pub purpose: String,
    /// The code of the area it runs in; everywhere where there is none.
    pub area: Option<String>,
    /// Codes of roles.
    pub roles: Vec<String>,
    pub settings: Vec<CareSetting>,
    /// From its first day to its last, where one is known.
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

impl DescribeProgramme {
    /// # Errors
    /// Returns a message for each of `code`, `title`, `purpose`, `area`, `roles`, `settings`, `from` and `ends_on` that
    /// cannot be used: an audience is at least one role or care setting, each by its code.
    pub fn parse(
        typed: &ProgrammeFields,
        roles: Vec<String>,
        settings: &[String],
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let code = errors.keep("code", code(&typed.code));
        let title = errors.keep("title", required_text(&typed.title, "a title", TITLE_MOST));
        let purpose = required_text(&typed.purpose, "what it is for", PURPOSE_MOST);
        let purpose = errors.keep("purpose", purpose);
        let area = errors.keep("area", required_text(&typed.area, "an area", 100));
        let chosen = settings.iter().map(|code| choice(code, "care settings from the list"));
        let settings: Option<Vec<CareSetting>> = errors.keep("settings", chosen.collect());
        if roles.is_empty() && settings.as_ref().is_some_and(Vec::is_empty) {
            errors.add("roles", "Choose at least one role or care setting");
        }
        let from = errors.keep("from", date(&typed.from, "the first day"));
        let to = optional_date(&typed.ends_on, "the last day");
        let to = errors.keep("ends_on", to.and_then(|to| in_order(from, to)));
        match (code, title, purpose, area, settings, from, to) {
            (
                Some(code),
                Some(title),
                Some(purpose),
                Some(area),
                Some(settings),
                Some(from),
                Some(to),
            ) if errors.0.is_empty() => {
                let area = Some(area).filter(|area| area != EVERYWHERE);
                Ok(Self { code, title, purpose, area, roles, settings, from, to })
            }
            _ => Err(errors),
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("title", &self.title), ("purpose", &self.purpose)]
    }
}

fn code(text: &str) -> Result<String, String> {
    let code = short_code(text)?;
    if code.eq_ignore_ascii_case(TAKEN_CODE) {
        return Err(format!("Enter another code: “{code}” is taken by an address"));
    }
    Ok(code)
}

fn in_order(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Option<NaiveDate>, String> {
    if Period::new(from, to).is_backwards() {
        return Err("Enter a last day that is not before the first".to_owned());
    }
    Ok(to)
}

/// *End this programme*: its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndProgramme(pub NaiveDate);

impl EndProgramme {
    /// `from` is its first day.
    ///
    /// # Errors
    /// Returns a message for `ends_on` when it is no day, or one before the first.
    pub fn parse(ends_on: &str, from: NaiveDate) -> Result<Self, FieldErrors> {
        let day = date(ends_on, "the last day");
        let day = day.and_then(|day| in_order(Some(from), Some(day)).map(|_| day));
        day.map(Self).map_err(|message| FieldErrors::one("ends_on", message))
    }
}

/// A step as it was typed; all of it text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepFields {
    pub title: String,
    pub what_happens: String,
    pub format: String,
    pub minutes: String,
}

/// What a step is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribeStep {
    pub title: String,
    pub what_happens: String,
    pub format: StepFormat,
    /// How long it is expected to take.
    pub minutes: u32,
}

impl DescribeStep {
    /// # Errors
    /// Returns a message for each of `title`, `what_happens`, `format` and `minutes` that cannot be used.
    pub fn parse(typed: &StepFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.keep("title", required_text(&typed.title, "a title", TITLE_MOST));
        let what = required_text(&typed.what_happens, "what happens in this step", HAPPENS_MOST);
        let what_happens = errors.keep("what_happens", what);
        let format = errors.keep("format", choice(&typed.format, "a format"));
        let minutes = errors.keep("minutes", minutes(&typed.minutes));
        match (title, what_happens, format, minutes) {
            (Some(title), Some(what_happens), Some(format), Some(minutes)) => {
                Ok(Self { title, what_happens, format, minutes })
            }
            _ => Err(errors),
        }
    }

    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        [("title", &self.title), ("what_happens", &self.what_happens)]
    }
}

fn minutes(text: &str) -> Result<u32, String> {
    let minutes = text.trim().parse().ok().filter(|m| (1..=MINUTES_MOST).contains(m));
    minutes.ok_or_else(|| format!("Enter the minutes as a whole number from 1 to {MINUTES_MOST}"))
}

/// What a step is meant to lead to, by competency code; what is left empty is no part of it.
///
/// # Errors
/// Returns a message for each `level-CODE` that is no level.
pub fn intended_levels(
    levels: &BTreeMap<String, String>,
) -> Result<BTreeMap<String, Level>, FieldErrors> {
    let mut errors = FieldErrors::default();
    let mut intended = BTreeMap::new();
    for (code, level) in levels.iter().filter(|(_, level)| !level.trim().is_empty()) {
        let level = choice(level, "a level, or that it is no part of this step");
        if let Some(level) = errors.keep(&format!("level-{code}"), level) {
            intended.insert(code.clone(), level);
        }
    }
    errors.into_result().map(|()| intended)
}

codes! {
    /// Where a step is moved.
    Move, "move" {
        Up "up" "Move up",
        Down "down" "Move down",
    }
}

impl Move {
    /// The positions of `many` steps once the one at `at` has changed places with its neighbour; as they are where it has
    /// none on that side.
    pub fn order(self, at: usize, many: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..many).collect();
        let neighbour = match self {
            Self::Up => at.checked_sub(1),
            Self::Down => Some(at + 1),
        };
        if let Some(neighbour) = neighbour.filter(|neighbour| (*neighbour).max(at) < many) {
            order.swap(at, neighbour);
        }
        order
    }
}

#[cfg(test)]
mod tests;
