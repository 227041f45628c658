//! The decisions behind the forms of grants: an ordinary grant, and that of a founding assessor.

use crate::codes::GrantKind;
use crate::dates::{months_after, spoken};
use crate::fields::{FieldErrors, choice, optional_date, required_text};
use crate::frameworks::Level;
use crate::judgements::confirming::FOUNDING_MONTHS;
use chrono::NaiveDate;

/// What stands for *everywhere* among the places of a form.
pub const EVERYWHERE: &str = "everywhere";

/// *Give this grant, there, from today on.*
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGrant {
    pub kind: GrantKind,
    /// The code of an area, organisation or team; everywhere without one.
    pub place_code: Option<String>,
    /// The last day; without one it holds until somebody ends it.
    pub ends_on: Option<NaiveDate>,
    pub founding: Option<FoundingTerms>,
}

/// What a founding assessor may confirm without holding it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundingTerms {
    pub highest: Level,
    /// Codes.
    pub competencies: Vec<String>,
}

impl NewGrant {
    /// A grant without an end.
    pub const fn of(kind: GrantKind, place_code: Option<String>) -> Self {
        Self { kind, place_code, ends_on: None, founding: None }
    }

    /// # Errors
    /// Returns a message for each of `kind`, `place` and `ends_on` that cannot be used.
    pub fn parse(
        kind: &str,
        place: &str,
        ends_on: &str,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.keep("kind", choice(kind, "a grant"));
        let place_code = errors.keep("place", place_in(place));
        let ends_on = errors.keep("ends_on", last_day(ends_on, today, None));
        match (kind, place_code, ends_on) {
            (Some(kind), Some(place_code), Some(ends_on)) => {
                Ok(Self { ends_on, ..Self::of(kind, place_code) })
            }
            _ => Err(errors),
        }
    }

    /// The grant of a founding assessor, which ends after 12 months at most: then too where no day is typed.
    ///
    /// # Errors
    /// Returns a message for each of `place`, `highest`, `competencies` and `ends_on` that cannot be used.
    pub fn parse_founding(
        place: &str,
        highest: &str,
        competencies: &[String],
        ends_on: &str,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let latest = months_after(today, FOUNDING_MONTHS);
        let mut errors = FieldErrors::default();
        let place_code = errors.keep("place", place_in(place));
        let highest = errors.keep("highest", choice(highest, "the highest level"));
        let ends_on = errors.keep("ends_on", last_day(ends_on, today, Some(latest)));
        if competencies.is_empty() {
            errors.add("competencies", "Choose at least one competency");
        }
        match (place_code, highest, ends_on) {
            (Some(place_code), Some(highest), Some(ends_on)) if errors.0.is_empty() => Ok(Self {
                ends_on: ends_on.or(Some(latest)),
                founding: Some(FoundingTerms { highest, competencies: competencies.to_vec() }),
                ..Self::of(GrantKind::Assessor, place_code)
            }),
            _ => Err(errors),
        }
    }
}

fn place_in(text: &str) -> Result<Option<String>, String> {
    let code = required_text(text, "", 60).map_err(|_| "Choose where it applies".to_owned())?;
    Ok(Some(code).filter(|code| code != EVERYWHERE))
}

fn last_day(
    text: &str,
    today: NaiveDate,
    latest: Option<NaiveDate>,
) -> Result<Option<NaiveDate>, String> {
    let day = optional_date(text, "the last day")?;
    match (day, latest) {
        (Some(day), _) if day < today => Err("The last day cannot be in the past".to_owned()),
        (Some(day), Some(latest)) if day > latest => {
            Err(format!("The last day must be {} or earlier", spoken(latest)))
        }
        _ => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    #[test]
    fn a_grant_needs_a_kind_and_a_place_and_may_end() {
        let given = NewGrant::parse("assessor", " TH-NW ", "", today()).unwrap();
        assert_eq!(given, NewGrant::of(GrantKind::Assessor, Some("TH-NW".into())));
        let everywhere = NewGrant::parse("auditor", EVERYWHERE, "2026-11-21", today()).unwrap();
        assert_eq!((everywhere.place_code, everywhere.ends_on), (None, Some(today())));
        let errors = NewGrant::parse("king", "", "2026-11-20", today()).unwrap_err();
        let fields: Vec<_> = errors.0.iter().map(|e| e.field.as_str()).collect();
        assert_eq!(fields, ["kind", "place", "ends_on"]);
    }

    #[test]
    fn a_founding_grant_ends_after_twelve_months_at_most() {
        let codes = ["RSK-1".to_owned()];
        let parse = |ends| NewGrant::parse_founding("TH", "4", &codes, ends, today());
        let blank = parse("").unwrap();
        assert_eq!(blank.ends_on, "2027-11-21".parse().ok());
        assert_eq!(blank.founding.unwrap().highest, Level::PRACTISES_INDEPENDENTLY);
        assert_eq!(parse("2027-01-31").unwrap().ends_on, "2027-01-31".parse().ok());
        assert!(parse("2027-11-22").unwrap_err().of("ends_on").is_some());
        let errors = NewGrant::parse_founding("TH", "", &[], "", today()).unwrap_err();
        assert!(errors.of("highest").is_some() && errors.of("competencies").is_some());
    }
}
