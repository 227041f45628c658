//! Local measures: what a place measures besides (outcomes, activity, quality), brought in as values that are aggregate already. They
//! are shown beside coverage and never combined with it (rules, section 7).

use super::cells::{Marker, Stamp, marked};
use super::changes::Keyed;
use crate::codes::AreaKind;
use crate::coverage::ScopeKind;
use crate::dates::Period;
use crate::disclosure::SMALL_MOST;
use crate::fields::{FieldErrors, choice, date, required_name};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How long a definition may be, in characters.
pub const DEFINITION_MOST: usize = 1000;
/// How long a source or a unit may be, in characters.
pub const TEXT_MOST: usize = 200;
/// Digits before and after the point.
const WHOLE_MOST: usize = 12;
const PARTS_MOST: usize = 6;

/// One value of one measure for one area or team over one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalMeasure {
    pub code: String,
    pub definition: String,
    pub source: String,
    pub unit: String,
    /// An area or a team: nothing narrower.
    pub level: ScopeKind,
    pub scope_code: String,
    pub period: Period,
    /// A decimal number as it was written, without signs or zeros that say nothing; `None` where it was not recorded.
    pub value: Option<String>,
}

/// A row as it is read from a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written<'a> {
    pub code: &'a str,
    pub definition: &'a str,
    pub source: &'a str,
    pub unit: &'a str,
    pub level: &'a str,
    pub scope_code: &'a str,
    pub from: &'a str,
    pub to: &'a str,
    pub value: &'a str,
}

impl LocalMeasure {
    /// # Errors
    /// Returns the message for each column that cannot be used. A number of people from 1 to 7 is refused: the disclosure rule binds
    /// these too, and a small number is no aggregate.
    pub fn parse(written: Written<'_>) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let code = errors.keep("code", required_name(written.code, "the code of the measure", 40));
        let definition = required_name(written.definition, "the definition", DEFINITION_MOST);
        let definition = errors.keep("definition", definition);
        let source = errors.keep("source", required_name(written.source, "the source", TEXT_MOST));
        let unit = errors.keep("unit", required_name(written.unit, "the unit", TEXT_MOST));
        let level = errors.keep("level", level(written.level));
        let scope_code = errors.keep(
            "scope_code",
            required_name(written.scope_code, "the code of the area or team", 64),
        );
        let period = period(written, &mut errors);
        let value = errors.keep("value", value(written.value, written.unit));
        errors.into_result()?;
        let read = || {
            let (code, definition, source) = (code?, definition?, source?);
            let (unit, level, scope_code, period, value) =
                (unit?, level?, scope_code?, period?, value?);
            Some(Self { code, definition, source, unit, level, scope_code, period, value })
        };
        read().ok_or_else(FieldErrors::default)
    }

    /// As a line of `local_measures.csv`.
    pub fn line(&self, stamp: &Stamp) -> LocalMeasureLine {
        LocalMeasureLine {
            return_id: stamp.id.to_string(),
            reference_date: stamp.id.date,
            geography_level: self.level.code().to_owned(),
            org_code: self.scope_code.clone(),
            measure_code: self.code.clone(),
            definition: self.definition.clone(),
            source: self.source.clone(),
            unit: self.unit.clone(),
            period_from: self.period.from,
            period_to: self.period.to,
            value: self.value.clone().unwrap_or_default(),
            note: marked(self.value.is_none().then_some(Marker::NotAvailable)),
        }
    }
}

impl Keyed for LocalMeasure {
    type Key = (ScopeKind, String, String, Option<NaiveDate>, Option<NaiveDate>);

    fn key(&self) -> Self::Key {
        (self.level, self.scope_code.clone(), self.code.clone(), self.period.from, self.period.to)
    }
}

/// A line of `local_measures.csv`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalMeasureLine {
    pub return_id: String,
    pub reference_date: NaiveDate,
    pub geography_level: String,
    pub org_code: String,
    pub measure_code: String,
    pub definition: String,
    pub source: String,
    pub unit: String,
    pub period_from: Option<NaiveDate>,
    pub period_to: Option<NaiveDate>,
    /// A decimal number.
    pub value: String,
    pub note: String,
}

fn level(written: &str) -> Result<ScopeKind, String> {
    match written.trim() {
        "team" => Ok(ScopeKind::Team),
        area => {
            choice::<AreaKind>(area, "place, locality, network, system or team").map(Into::into)
        }
    }
}

fn period(written: Written<'_>, errors: &mut FieldErrors) -> Option<Period> {
    let from = errors.keep("from", date(written.from, "the first day of the period"));
    let to = errors.keep("to", date(written.to, "the last day of the period"));
    let period = Period::new(Some(from?), Some(to?));
    if period.is_backwards() {
        errors.add("to", "Enter a last day that is not before the first");
        return None;
    }
    Some(period)
}

fn value(written: &str, unit: &str) -> Result<Option<String>, String> {
    let written = written.trim();
    if written.is_empty() {
        return Ok(None);
    }
    let value = decimal(written).ok_or("Enter the value as a number, like 1250 or 48.5")?;
    let small = value.parse::<u32>().is_ok_and(|number| (1..=SMALL_MOST).contains(&number));
    if small && counts_people(unit) {
        return Err(format!(
            "Leave the value blank: fewer than {} people could be recognised",
            SMALL_MOST + 1
        ));
    }
    Ok(Some(value))
}

/// Whether a unit is people, whatever they are called.
fn counts_people(unit: &str) -> bool {
    let people =
        ["people", "person", "patient", "staff", "carer", "client", "user", "learner", "nurse"];
    let unit = unit.to_lowercase();
    people.iter().any(|word| unit.contains(word))
}

/// The number without zeros that say nothing; `None` where it is none.
fn decimal(written: &str) -> Option<String> {
    let (sign, digits) = written.strip_prefix('-').map_or(("", written), |digits| ("-", digits));
    let (whole, parts) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str, most| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_number(whole, WHOLE_MOST) || !is_number(parts, PARTS_MOST) {
        return None;
    }
    let (whole, parts) = (whole.trim_start_matches('0'), parts.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let number = if parts.is_empty() { whole.to_owned() } else { format!("{whole}.{parts}") };
    Some(if number == "0" { number } else { format!("{sign}{number}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Written<'static> {
        Written {
            code: "PHQ-1",
            definition: "People with depression who had a review",
            source: "Practice systems",
            unit: "%",
            level: "network",
            scope_code: "N1",
            from: "2025-04-01",
            to: "2026-03-31",
            value: "048.50",
        }
    }

    #[test]
    fn a_value_is_kept_as_a_number() {
        let read = LocalMeasure::parse(written()).unwrap();
        assert_eq!((read.level, read.value.as_deref()), (ScopeKind::Network, Some("48.5")));
        let values = ["0", "-0.0", "-1.50", "1250", "1e3", "1,250", "", ".5"].map(decimal);
        let told = values.each_ref().map(|value| value.as_deref().unwrap_or("none"));
        assert_eq!(told, ["0", "0", "-1.5", "1250", "none", "none", "none", "none"]);
    }

    #[test]
    fn what_is_not_recorded_has_a_marker() {
        let read = LocalMeasure::parse(Written { value: " ", ..written() }).unwrap();
        let stamp = Stamp { id: "P-2026-03-31-r1".parse().unwrap(), framework_version: 1 };
        let line = read.line(&stamp);
        assert_eq!((line.value.as_str(), line.note.as_str()), ("", "x"));
    }

    #[test]
    fn only_aggregates_are_taken() {
        let told = |written| {
            let errors = LocalMeasure::parse(written).unwrap_err().0;
            errors.into_iter().map(|error| error.field).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(told(Written { unit: "Patients seen", value: "3", ..written() }), "value");
        assert!(
            LocalMeasure::parse(Written { unit: "Patients seen", value: "8", ..written() }).is_ok()
        );
        assert_eq!(told(Written { level: "person", ..written() }), "level");
        assert_eq!(told(Written { to: "2025-03-31", value: "many", ..written() }), "to value");
        let blank = "code definition source unit level scope_code from to";
        assert_eq!(told(Written::default()), blank);
    }
}
