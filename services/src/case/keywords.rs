//! What CASE has no field for stands among an item's keywords, as `esteem:refresh_months=24`: other programs keep keywords
//! they do not understand, and a validator that takes no unknown field takes them.

use domain::codes::{Origin, Strand};
use entities::{competency, competency_domain};
use std::collections::BTreeMap;

/// How a keyword of ours begins.
pub(crate) const MARK: &str = "esteem:";

fn keyword(name: &str, value: impl std::fmt::Display) -> String {
    format!("{MARK}{name}={value}")
}

pub(super) fn of_domain(domain: &competency_domain::Model) -> Vec<String> {
    vec![keyword("origin", domain.origin)]
}

pub(super) fn of_competency(of: &competency::Model) -> Vec<String> {
    vec![
        keyword("strand", of.strand),
        keyword("refresh_months", of.refresh_months),
        keyword("rare_event", if of.rare_event { "yes" } else { "no" }),
    ]
}

/// What the keywords of an item say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keywords {
    pub origin: Option<Origin>,
    pub strand: Option<Strand>,
    pub refresh_months: Option<i32>,
    pub rare_event: Option<bool>,
}

impl Keywords {
    /// Reads keywords of ours.
    ///
    /// # Errors
    /// Says for each that cannot be read which it is, and what would do.
    pub fn read(written: &[String]) -> Result<Self, Vec<(String, String)>> {
        let said: BTreeMap<&str, &str> =
            written.iter().filter_map(|k| k.strip_prefix(MARK)?.split_once('=')).collect();
        let mut faults = Vec::new();
        let mut fault = |name: &str, message: String| {
            faults.push((keyword(name, said.get(name).unwrap_or(&"")), message));
        };
        let mut read = Self::default();
        for (&name, &value) in &said {
            let outcome = match name {
                "origin" => value.parse().map(|v| read.origin = Some(v)).map_err(|e| e.to_string()),
                "strand" => value.parse().map(|v| read.strand = Some(v)).map_err(|e| e.to_string()),
                "refresh_months" => months(value).map(|v| read.refresh_months = Some(v)),
                "rare_event" => yes_or_no(value).map(|v| read.rare_event = Some(v)),
                _ => Err("is no keyword of Esteem; remove it".to_owned()),
            };
            outcome.unwrap_or_else(|message| fault(name, message));
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }
}

fn months(value: &str) -> Result<i32, String> {
    let months = value.parse().ok().filter(|months| (1..=120).contains(months));
    months.ok_or_else(|| "write a whole number from 1 to 120".to_owned())
}

fn yes_or_no(value: &str) -> Result<bool, String> {
    match value {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("write yes or no".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_foreign_keywords_are_left_alone() {
        let written = ["mood", "esteem:strand=integrated_care", "esteem:refresh_months=12"];
        let read = Keywords::read(&written.map(str::to_owned)).unwrap();
        assert_eq!(read.strand, Some(Strand::IntegratedCare));
        assert_eq!((read.refresh_months, read.rare_event, read.origin), (Some(12), None, None));
    }

    #[test]
    fn a_keyword_that_cannot_be_read_is_named() {
        let written = ["esteem:refresh_months=0", "esteem:rare_event=perhaps", "esteem:colour=red"];
        let faults = Keywords::read(&written.map(str::to_owned)).unwrap_err();
        let named: Vec<_> = faults.iter().map(|(keyword, _)| keyword.as_str()).collect();
        assert_eq!(
            named,
            ["esteem:colour=red", "esteem:rare_event=perhaps", "esteem:refresh_months=0"]
        );
    }
}
