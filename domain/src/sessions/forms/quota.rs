//! Seats that are kept for a profession or a team.

use super::SEATS_MOST;
use crate::fields::{FieldErrors, date};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A quota as it was typed; all of it text. Either `profession` or `team`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotaFields {
    pub profession: String,
    /// A team's code.
    pub team: String,
    pub least: String,
    pub most: String,
    pub released_on: String,
}

/// *These seats are for them until that day.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepSeats {
    pub profession: Option<String>,
    pub team: Option<String>,
    pub least: u16,
    pub most: Option<u16>,
    pub released_on: NaiveDate,
}

impl KeepSeats {
    /// # Errors
    /// Returns a message for each of `profession`, `least`, `most` and `released_on` that cannot be used.
    pub fn parse(typed: &QuotaFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let (profession, team) = (given(&typed.profession), given(&typed.team));
        if profession.is_some() == team.is_some() {
            errors.add("profession", "Choose a profession or a team, one of them");
        }
        let least = errors.keep("least", number(&typed.least));
        let most = errors.keep("most", number(&typed.most));
        if least == Some(None) && most == Some(None) {
            errors
                .add("least", "Enter how many seats are kept for them, or the most they may take");
        }
        let released_on =
            errors.keep("released_on", date(&typed.released_on, "the day of release"));
        match (least, most, released_on) {
            (Some(least), Some(most), Some(released_on)) if errors.0.is_empty() => {
                Ok(Self { profession, team, least: least.unwrap_or(0), most, released_on })
            }
            _ => Err(errors),
        }
    }

    /// Whether these seats are kept for any time at all.
    ///
    /// # Errors
    /// Returns a message for `released_on` where it is not after `today`: then they would be kept for nobody.
    pub fn are_kept_from(&self, today: NaiveDate) -> Result<(), FieldErrors> {
        if self.released_on > today {
            return Ok(());
        }
        Err(FieldErrors::one("released_on", "Enter a day of release that is after today"))
    }
}

/// A number of seats; blank is none said.
fn number(text: &str) -> Result<Option<u16>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let seats = text.parse().ok().filter(|seats| *seats <= SEATS_MOST);
    seats
        .map(Some)
        .ok_or_else(|| "Enter a whole number of seats, at most 1,000, or leave it blank".to_owned())
}
