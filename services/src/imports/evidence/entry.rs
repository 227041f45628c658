//! What a line of either file comes to, and what its cells refer to.

use crate::imports::cells::date;
use crate::imports::row::Row;
use crate::imports::subjects::Subjects;
use crate::imports::version::Competencies;
use chrono::NaiveDate;
use domain::codes::Evidence;
use domain::dates::spoken;
use domain::evidence::courses;
use domain::ids::{CompetencyId, PersonId};
use domain::imports::Kind;
use sha2::{Digest, Sha256};

/// What a line may refer to.
#[derive(Debug)]
pub(super) struct Referred {
    pub subjects: Subjects,
    pub competencies: Competencies,
    /// Whether lines about people who are not on record are left out.
    pub leaves_out_unknown: bool,
    pub today: NaiveDate,
    pub file: Kind,
}

/// A piece of evidence, ready to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub person: PersonId,
    /// Whom the line's e-mail address means, where that is somebody else than its number does.
    pub other: Option<(PersonId, String)>,
    /// The course by its title.
    pub course: String,
    pub kind: Evidence,
    pub what: String,
    pub link: Option<String>,
    pub happened_on: NaiveDate,
    pub minutes: Option<i32>,
    /// The competencies that the line itself names.
    pub about: Vec<CompetencyId>,
    /// Tells it from every other: one course of one person on one day.
    pub key: [u8; 16],
}

impl Entry {
    /// In words, for a preview.
    pub fn sentence(&self, number: &str) -> String {
        format!("{number}: {}, {}", self.course, spoken(self.happened_on))
    }
}

pub(super) fn key(file: Kind, person: PersonId, course: &str, on: NaiveDate) -> [u8; 16] {
    let mut digest = Sha256::new();
    for part in [file.code(), &person.to_string(), &courses::key(course), &on.to_string()] {
        digest.update(part.as_bytes());
        digest.update([0]); // no cell can hold it, so no two lines run into one
    }
    digest.finalize().first_chunk().copied().unwrap_or_default()
}

impl Referred {
    /// A day that has come.
    pub fn day(&self, cell: &str) -> Result<NaiveDate, String> {
        let day = date(cell)?;
        if day > self.today {
            return Err(format!("is later than today, {}", spoken(self.today)));
        }
        Ok(day)
    }

    /// The course of a line, by its title.
    pub fn course(&self, row: &mut Row<'_>) -> Option<String> {
        row.must("course", |_| Ok(()))?;
        let written = row.free_text("course", courses::TITLE_MOST, self.today)?;
        let title = courses::title(&written);
        if title.is_empty() {
            row.fault("course", "this must not be blank");
            return None;
        }
        Some(title)
    }

    /// The competencies that a line names, by what their codes meant on its day.
    pub fn about(&self, row: &mut Row<'_>, on: Option<NaiveDate>) -> Vec<CompetencyId> {
        let on = on.unwrap_or(self.today);
        let read = |cell: &str| -> Result<Vec<CompetencyId>, String> {
            let codes = cell.split(';').map(str::trim).filter(|code| !code.is_empty());
            codes.map(|code| self.competencies.find(code, on)).collect()
        };
        row.may("competency_code", read).said().unwrap_or_default()
    }

    /// How it was taught, as far as the line says so.
    pub fn taught(row: &mut Row<'_>) -> Evidence {
        row.may("delivery", courses::taught).said().unwrap_or(Evidence::Elearning)
    }
}
