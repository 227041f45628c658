//! The decisions behind the forms of evidence.

use super::links::Link;
use crate::codes::Evidence;
use crate::fields::{FieldErrors, choice, date, required_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The longest text of a piece of evidence: a reflective account fits in.
pub const WHAT_MOST: usize = 4000;
/// The longest time that one piece counts for, in hours: ten weeks of full days.
const HOURS_MOST: u32 = 400;

/// A piece of evidence as it was described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Describe {
    pub kind: Evidence,
    pub what: String,
    pub link: Option<Link>,
    pub happened_on: NaiveDate,
    /// Time that counts as continuing professional development, in minutes.
    pub minutes: Option<u32>,
    /// Whether it was learnt together with others.
    pub participatory: bool,
    /// The codes of the competencies it is about; none where it is about learning as such.
    pub about: Vec<String>,
}

/// What was typed about a piece of evidence, not yet judged.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DescribeFields {
    pub kind: String,
    pub what: String,
    pub link: String,
    pub happened_on: String,
    pub hours: String,
    pub minutes: String,
    /// `yes`, or anything else for no.
    pub participatory: String,
}

impl Describe {
    /// What is written in it, each with the name of its field.
    pub fn texts(&self) -> [(&'static str, &str); 2] {
        let link = self.link.as_ref().map_or("", Link::address);
        [("what", &self.what), ("link", link)]
    }

    /// # Errors
    /// Returns a message for each of `kind`, `what`, `link`, `happened_on`, `hours`, `minutes` and `participatory` that
    /// cannot be used.
    pub fn parse(
        fields: &DescribeFields,
        about: Vec<String>,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.keep("kind", choice(&fields.kind, "what kind of evidence it is"));
        let what = errors.keep("what", required_text(&fields.what, "what you did", WHAT_MOST));
        let link = match fields.link.trim() {
            "" => Some(None),
            text => errors.keep("link", Link::parse(text)).map(Some),
        };
        let happened_on = errors.keep("happened_on", past(&fields.happened_on, today));
        let minutes = time(fields, &mut errors);
        let participatory = fields.participatory.trim() == "yes";
        if participatory && minutes == Some(0) {
            errors.add("hours", "Enter how long it took, so that it can count as participatory");
        }
        match (kind, what, link, happened_on, minutes) {
            (Some(kind), Some(what), Some(link), Some(happened_on), Some(minutes))
                if errors.0.is_empty() =>
            {
                let minutes = Some(minutes).filter(|minutes| *minutes > 0);
                Ok(Self { kind, what, link, happened_on, minutes, participatory, about })
            }
            _ => Err(errors),
        }
    }
}

fn past(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let day = date(text, "the day it happened")?;
    if day > today {
        return Err("Enter a day that is not in the future".to_owned());
    }
    Ok(day)
}

/// Hours and minutes together, exact, in minutes. `None` where either cannot be used.
fn time(fields: &DescribeFields, errors: &mut FieldErrors) -> Option<u32> {
    let hours = errors.keep("hours", whole(&fields.hours, HOURS_MOST, "hours"));
    let minutes = errors.keep("minutes", whole(&fields.minutes, 59, "minutes"));
    Some(hours? * 60 + minutes?)
}

fn whole(text: &str, most: u32, what: &str) -> Result<u32, String> {
    let number = match text.trim() {
        "" => Some(0),
        text => text.parse().ok().filter(|number| *number <= most),
    };
    number.ok_or_else(|| format!("Enter the {what} as a whole number from 0 to {most}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-26";

    fn parse(fields: &DescribeFields) -> Result<Describe, FieldErrors> {
        Describe::parse(fields, Vec::new(), TODAY.parse().unwrap())
    }

    fn fields() -> DescribeFields {
        DescribeFields {
            kind: "simulation".to_owned(),
            what: " With the crisis team ".to_owned(),
            happened_on: "2026-11-26".to_owned(),
            ..DescribeFields::default()
        }
    }

    #[test]
    fn what_is_left_blank_is_none() {
        let described = parse(&fields()).unwrap();
        assert_eq!(described.what, "With the crisis team");
        assert_eq!(
            (described.link, described.minutes, described.participatory),
            (None, None, false)
        );
    }

    #[test]
    fn hours_and_minutes_are_counted_in_minutes() {
        let timed = |hours: &str, minutes: &str| {
            let (hours, minutes) = (hours.to_owned(), minutes.to_owned());
            parse(&DescribeFields { hours, minutes, ..fields() })
        };
        assert_eq!(timed("1", "30").unwrap().minutes, Some(90));
        assert_eq!(timed("", "45").unwrap().minutes, Some(45));
        assert_eq!(timed("400", "59").unwrap().minutes, Some(24_059));
        assert_eq!(timed("0", "0").unwrap().minutes, None);
        for (hours, minutes, field) in [
            ("401", "", "hours"),
            ("1.5", "", "hours"),
            ("1", "60", "minutes"),
            ("-1", "", "hours"),
        ] {
            assert!(timed(hours, minutes).unwrap_err().of(field).is_some(), "{hours}:{minutes}");
        }
    }

    #[test]
    fn every_fault_is_told_beside_its_field() {
        let wrong = DescribeFields {
            kind: "hearsay".to_owned(),
            link: "javascript:alert(1)".to_owned(),
            happened_on: "2026-11-27".to_owned(),
            participatory: "yes".to_owned(),
            ..DescribeFields::default()
        };
        let told = parse(&wrong).unwrap_err();
        for field in ["kind", "what", "link", "happened_on", "hours"] {
            assert!(told.of(field).is_some(), "{field}: {told}");
        }
    }
}
