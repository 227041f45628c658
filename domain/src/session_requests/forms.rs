//! The decisions behind asking for a session, and behind declining that.

use super::DeclineReason;
use crate::dates::months_after;
use crate::fields::{FieldErrors, choice, date, once, required_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The longest need, in characters.
pub const NEED_MOST: usize = 2_000;
/// The most people.
pub const PEOPLE_MOST: u16 = 1_000;
/// How far ahead a session may be asked for, in months.
const MONTHS_MOST: u32 = 24;

/// A request as it was typed; all of it text, beside the competencies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestFields {
    pub need: String,
    pub needed_by: String,
    pub people: String,
}

/// *We need this, by then, for so many.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskForSession {
    pub need: String,
    pub needed_by: NaiveDate,
    /// 1 to 1,000.
    pub people: u16,
    /// Codes of competencies, each once; none where the team does not know.
    pub competencies: Vec<String>,
}

impl AskForSession {
    /// # Errors
    /// Returns a message for each of `need`, `needed_by` and `people` that cannot be used; a day that is past or years ahead cannot.
    pub fn parse(
        typed: &RequestFields,
        competencies: Vec<String>,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let need =
            errors.keep("need", required_text(&typed.need, "what the team needs", NEED_MOST));
        let needed_by = date(&typed.needed_by, "the day by which you need it");
        let needed_by = errors.keep("needed_by", needed_by.and_then(|day| ahead(day, today)));
        let people = errors.keep("people", people(&typed.people));
        match (need, needed_by, people) {
            (Some(need), Some(needed_by), Some(people)) => {
                Ok(Self { need, needed_by, people, competencies: once(competencies) })
            }
            _ => Err(errors),
        }
    }
}

fn ahead(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, String> {
    if day <= today {
        return Err("Enter a day that is still ahead".to_owned());
    }
    if day > months_after(today, MONTHS_MOST) {
        return Err("Enter a day within the next 2 years".to_owned());
    }
    Ok(day)
}

fn people(text: &str) -> Result<u16, String> {
    let number = text.trim().parse().ok().filter(|number| (1..=PEOPLE_MOST).contains(number));
    number.ok_or_else(|| {
        "Enter roughly how many people would come as a whole number, for example 8".to_owned()
    })
}

/// *No, because …*
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeclineRequest(pub DeclineReason);

impl DeclineRequest {
    /// # Errors
    /// Returns a message for `reason` when none was chosen.
    pub fn parse(reason: &str) -> Result<Self, FieldErrors> {
        let reason = choice(reason, "why you decline it");
        reason.map(Self).map_err(|message| FieldErrors::one("reason", message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(need: &str, needed_by: &str, people: &str) -> RequestFields {
        let [need, needed_by, people] = [need, needed_by, people].map(str::to_owned);
        RequestFields { need, needed_by, people }
    }

    fn parse(typed: &RequestFields) -> Result<AskForSession, FieldErrors> {
        let codes = ["MCA-1", "MCA-1", "MCA-2"].map(str::to_owned).to_vec();
        AskForSession::parse(typed, codes, "2026-11-02".parse().unwrap())
    }

    #[test]
    fn a_request_says_what_by_when_and_for_how_many() {
        let asked = parse(&typed(" Capacity and consent ", "2027-01-31", "8")).unwrap();
        assert_eq!((asked.need.as_str(), asked.people), ("Capacity and consent", 8));
        assert_eq!(asked.competencies, ["MCA-1", "MCA-2"]);
        let errors = parse(&RequestFields::default()).unwrap_err();
        let fields: Vec<_> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["need", "needed_by", "people"]);
    }

    #[test]
    fn a_day_is_ahead_and_not_years_ahead_and_somebody_comes() {
        let fault = |day, people| parse(&typed("Capacity", day, people)).unwrap_err().0.remove(0);
        for day in ["2026-11-01", "2026-11-02", "2028-11-03"] {
            assert_eq!(fault(day, "8").field, "needed_by", "{day}");
        }
        for people in ["0", "1001", "some"] {
            assert_eq!(fault("2028-11-02", people).field, "people", "{people}");
        }
        assert!(parse(&typed("Capacity", "2026-11-03", "1000")).is_ok());
    }
}
