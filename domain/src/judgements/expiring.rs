//! What expires when: the confirmations of a record by the month in which they are due, for the next twelve months.

use super::views::{Record, RecordLine};
use crate::dates::months_after;
use crate::frameworks::Level;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How far ahead the list looks.
const MONTHS_AHEAD: u32 = 12;

/// A month in which something expires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    pub first_day: NaiveDate,
    /// What is due first comes first.
    pub due: Vec<Due>,
}

/// A confirmation and the last day on which it is current.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    pub code: String,
    pub title: String,
    pub level: Level,
    pub due_on: NaiveDate,
    pub critical: bool,
}

/// The months from today on in which a confirmation of something asked expires; those without any are left out.
pub fn expiring(record: &Record, today: NaiveDate) -> Vec<Month> {
    let last = months_after(today, MONTHS_AHEAD);
    let mut due: Vec<Due> = record.asked().filter_map(of_line).collect();
    due.retain(|due| (today..=last).contains(&due.due_on));
    due.sort_by_key(|due| due.due_on);
    let mut months: BTreeMap<NaiveDate, Vec<Due>> = BTreeMap::new();
    for due in due {
        let first_day = due.due_on.with_day(1).unwrap_or(due.due_on);
        months.entry(first_day).or_default().push(due);
    }
    months.into_iter().map(|(first_day, due)| Month { first_day, due }).collect()
}

fn of_line(line: &RecordLine) -> Option<Due> {
    let (level, due_on) = line.confirmed()?;
    let critical = line.is_critical();
    Some(Due { code: line.code.clone(), title: line.title.clone(), level, due_on, critical })
}

#[cfg(test)]
mod tests {
    use super::super::views::{AskedLevel, RecordDomain};
    use super::*;
    use crate::codes::JudgementKind;
    use crate::standing::{Confirmed, Standing, Status};

    fn line(code: &str, due_on: &str) -> RecordLine {
        let (level, kind) = (Level::KNOWS_HOW, JudgementKind::Confirmed);
        let made_on = "2025-01-01".parse().unwrap();
        let due_on = due_on.parse().unwrap();
        let confirmed = Confirmed::At { level, kind, made_on, due_on };
        RecordLine {
            code: code.to_owned(),
            title: String::new(),
            asked: Some(AskedLevel { level, critical: false }),
            asked_by: Vec::new(),
            standing: Standing { confirmed, ..Standing::default() },
            status: Some(Status::Met),
        }
    }

    #[test]
    fn the_next_twelve_months_are_told_by_month() {
        let competencies = vec![
            line("PAST", "2026-11-25"),
            line("TODAY", "2026-11-26"),
            line("LATER", "2026-12-31"),
            line("SOONER", "2026-12-01"),
            line("LAST", "2027-11-26"),
            line("BEYOND", "2027-11-27"),
            RecordLine { status: None, ..line("EXEMPT", "2026-12-01") },
            RecordLine { standing: Standing::default(), ..line("NEVER", "2026-12-01") },
        ];
        let domain = RecordDomain { competencies, ..RecordDomain::default() };
        let record = Record { domains: vec![domain], ..Record::default() };
        let months = expiring(&record, "2026-11-26".parse().unwrap());
        let told: Vec<_> = months
            .iter()
            .map(|month| {
                let codes: Vec<_> = month.due.iter().map(|due| due.code.as_str()).collect();
                (month.first_day.to_string(), codes)
            })
            .collect();
        let expected = [
            ("2026-11-01".to_owned(), vec!["TODAY"]),
            ("2026-12-01".to_owned(), vec!["SOONER", "LATER"]),
            ("2027-11-01".to_owned(), vec!["LAST"]),
        ];
        assert_eq!(told, expected);
    }
}
