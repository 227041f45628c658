//! Which sessions are counted: those of a period, and of a place where one is chosen.

use crate::dates::days_after;
use crate::fields::{FieldErrors, optional_date};
use crate::years::Year;
use chrono::NaiveDate;

/// The longest period: three years.
const DAYS_MOST: i64 = 3 * 366;

/// *These figures.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskFigures {
    /// The first day and the last.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The code of a place; everywhere that the asker runs sessions where there is none.
    pub place: Option<String>,
}

impl AskFigures {
    /// Reads what an address says; a blank day is that of this year, 1 April to 31 March.
    ///
    /// # Errors
    /// Returns a message for each of `from` and `to` that is no day, and for `to` where it is before the first or more than
    /// three years after it.
    pub fn parse(
        place: &str,
        (from, to): (&str, &str),
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let from = errors.keep("from", optional_date(from, "the first day"));
        let to = errors.keep("to", optional_date(to, "the last day"));
        let all = Self::of_year(place, today);
        let (Some(from), Some(to)) = (from, to) else { return Err(errors) };
        let ask = Self { from: from.unwrap_or(all.from), to: to.unwrap_or(all.to), ..all };
        if ask.to < ask.from {
            errors.add("to", "Enter a last day that is not before the first");
        } else if ask.to > days_after(ask.from, DAYS_MOST) {
            errors.add("to", "Enter a last day at most 3 years after the first");
        }
        errors.into_result()?;
        Ok(ask)
    }

    /// This year’s.
    pub fn of_year(place: &str, today: NaiveDate) -> Self {
        let year = Year::of(today);
        let place = Some(place.trim().to_owned()).filter(|code| !code.is_empty());
        Self { from: year.first_day(), to: year.last_day(), place }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn parse(from: &str, to: &str) -> Result<AskFigures, FieldErrors> {
        AskFigures::parse("TH", (from, to), day("2026-11-02"))
    }

    #[test]
    fn without_days_the_figures_are_those_of_this_year() {
        let ask = parse("", "").unwrap();
        assert_eq!((ask.from, ask.to), (day("2026-04-01"), day("2027-03-31")));
        assert_eq!(ask.place.as_deref(), Some("TH"));
        let ask = AskFigures::parse("  ", ("2025-01-01", "31 January 2025"), day("2026-11-02"));
        let ask = ask.unwrap();
        assert_eq!((ask.from, ask.to, ask.place), (day("2025-01-01"), day("2025-01-31"), None));
    }

    #[test]
    fn what_is_no_day_or_no_period_is_refused_beside_its_field() {
        let table = [
            ("tomorrow", "never", vec!["from", "to"]),
            ("2026-05-01", "2026-04-30", vec!["to"]),
            ("2020-01-01", "2026-01-01", vec!["to"]),
        ];
        for (from, to, fields) in table {
            let errors = parse(from, to).unwrap_err();
            let told: Vec<&str> = errors.0.iter().map(|error| error.field.as_str()).collect();
            assert_eq!(told, fields, "{from} {to}");
        }
        assert!(parse("2026-05-01", "2026-05-01").is_ok());
    }
}
