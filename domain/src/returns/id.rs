//! The name of a return: `PLACE-DATE-rN`, of which each correction raises the revision.

use crate::dates::spoken;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt::{Display, Formatter};
use std::str::FromStr;

/// Which return, and which revision of it; ordered by place, then day, then revision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReturnId {
    /// The code of the place, which may have hyphens in it.
    pub place: String,
    /// The day the figures are of.
    pub date: NaiveDate,
    /// 1 for what was first prepared.
    pub revision: u32,
}

impl ReturnId {
    /// The first revision.
    pub fn first(place: &str, date: NaiveDate) -> Self {
        Self { place: place.to_owned(), date, revision: 1 }
    }

    /// The next correction.
    #[must_use]
    pub fn next(&self) -> Self {
        Self { revision: self.revision.saturating_add(1), ..self.clone() }
    }

    /// For people: `Revision 2 of 31 March 2026`.
    pub fn spoken(&self) -> String {
        format!("Revision {} of {}", self.revision, spoken(self.date))
    }

    fn read(written: &str) -> Option<Self> {
        let (rest, revision) = written.rsplit_once("-r")?;
        let (place, date) = rest.split_at_checked(rest.len().checked_sub("2026-03-31".len())?)?;
        let id = Self {
            place: place.strip_suffix('-').filter(|place| !place.is_empty())?.to_owned(),
            date: date.parse().ok()?,
            revision: revision.parse().ok().filter(|number| *number > 0)?,
        };
        // One name for one return: no `r02`, no `+2`.
        (id.to_string() == written).then_some(id)
    }
}

impl Display for ReturnId {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}-r{}", self.place, self.date, self.revision)
    }
}

impl FromStr for ReturnId {
    type Err = Refusal;

    fn from_str(written: &str) -> Result<Self, Refusal> {
        Self::read(written).ok_or_else(|| {
            let example = "write it like TH-2026-03-31-r1: the place, the day, the revision";
            Refusal::rule(
                "return_id",
                format!("'{written}' is not the name of a return; {example}"),
            )
        })
    }
}

impl TryFrom<String> for ReturnId {
    type Error = Refusal;

    fn try_from(written: String) -> Result<Self, Refusal> {
        written.parse()
    }
}

impl From<ReturnId> for String {
    fn from(id: ReturnId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(written: &str) -> ReturnId {
        written.parse().unwrap()
    }

    #[test]
    fn a_place_may_have_hyphens_in_its_code() {
        let read = id("E-09-r1-2026-03-31-r12");
        assert_eq!((read.place.as_str(), read.revision), ("E-09-r1", 12));
        assert_eq!(read.date.to_string(), "2026-03-31");
    }

    #[test]
    fn what_is_no_name_is_refused_with_an_example() {
        let wrong =
            ["", "TH", "TH-2026-03-31", "TH-2026-02-30-r1", "-2026-03-31-r1", "TH-2026-03-31-r0"];
        for written in wrong.into_iter().chain(["TH-2026-03-31-r01", "TH-2026-03-31-r+1", "é-r1"])
        {
            let told = written.parse::<ReturnId>().unwrap_err().to_string();
            assert!(told.contains("TH-2026-03-31-r1"), "{written}");
        }
    }

    #[test]
    fn revisions_are_ordered_by_number() {
        let mut ids = ["TH-2026-03-31-r10", "TH-2026-03-31-r9", "TH-2025-09-30-r11"].map(id);
        ids.sort();
        let sorted = ids.map(|id| id.to_string());
        assert_eq!(sorted, ["TH-2025-09-30-r11", "TH-2026-03-31-r9", "TH-2026-03-31-r10"]);
        assert_eq!(id("TH-2026-03-31-r9").next(), id("TH-2026-03-31-r10"));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(place in "[A-Z0-9a-z-]{1,9}", days in 0_i32..20_000, revision in 1_u32..99) {
            let date = NaiveDate::from_epoch_days(days).unwrap();
            let written = ReturnId { place, date, revision };
            prop_assert_eq!(id(&written.to_string()), written);
        }
    }
}
