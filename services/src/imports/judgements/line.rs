//! One line of a file of judgements.

use super::occurrences::Occurrences;
use crate::imports::cells::date;
use crate::imports::columns::{Column, may, must};
use crate::imports::row::Row;
use crate::imports::subjects::Subjects;
use crate::imports::version::Competencies;
use chrono::NaiveDate;
use domain::codes::{Evidence, JudgementKind};
use domain::dates::spoken;
use domain::frameworks::Level;
use domain::ids::{CompetencyId, PersonId};
use domain::judgements::forms::NOTE_MOST;
use domain::judgements::importing;
use sha2::{Digest, Sha256};

pub(super) const COLUMNS: &[Column] = &[
    must("employee_number"),
    must("competency_code"),
    must("kind"),
    must("made_on"),
    may("level"),
    may("by_employee_number"),
    may("employer_code"),
    may("evidence"),
    may("note"),
];

/// What a line may refer to.
#[derive(Debug)]
pub(super) struct Referred {
    pub subjects: Subjects,
    pub competencies: Competencies,
    pub today: NaiveDate,
}

/// A judgement, ready to be recorded.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub person: PersonId,
    pub competency: CompetencyId,
    pub kind: JudgementKind,
    pub level: Option<Level>,
    pub made_on: NaiveDate,
    pub by: Option<PersonId>,
    /// Codes joined by `;`.
    pub evidence: Option<String>,
    pub note: Option<String>,
    /// Tells this line from every other: a digest of all its columns and of how often they stood there before.
    pub key: [u8; 16],
}

pub(super) fn read(
    row: &mut Row<'_>,
    known: &Referred,
    occurrences: &mut Occurrences,
) -> Option<Entry> {
    let employer = known.subjects.employer(row).unwrap_or_default();
    let by_number = |cell: &str| known.subjects.by_number(employer, cell).map_err(String::from);
    let person = row.must("employee_number", by_number);
    // A code means what it meant on the day of the judgement.
    let meant_on = row.cell("made_on").and_then(|cell| known.day(cell).ok());
    let meant_on = meant_on.unwrap_or(known.today);
    let competency = row.must("competency_code", |cell| known.competencies.find(cell, meant_on));
    let made_on = row.must("made_on", |cell| known.day(cell));
    let (kind, level) = kind_and_level(row);
    let by = row.may("by_employee_number", |cell| known.subjects.colleague(employer, cell)).said();
    let evidence = row.may("evidence", evidence).said();
    let note = row.free_text("note", NOTE_MOST, known.today);
    let (person, competency) = (person?, competency?);
    let (kind, made_on, key) = (kind?, made_on?, [0; 16]);
    let entry = Entry { person, competency, kind, level, made_on, by, evidence, note, key };
    let key = occurrences.key(digest(row, &entry));
    Some(Entry { key, ..entry })
}

fn kind_and_level(row: &mut Row<'_>) -> (Option<JudgementKind>, Option<Level>) {
    let kind = row.must("kind", |cell| importing::kind(cell.trim()));
    let level = row.given("level", |cell| cell.trim().parse::<Level>());
    let said = kind.zip(level.ok());
    if let Some(Err(message)) = said.map(|(kind, level)| importing::level_with(kind, level)) {
        row.fault("level", message);
    }
    (kind, level.ok().flatten())
}

/// The evidence codes of a cell, in its order.
fn evidence(cell: &str) -> Result<String, String> {
    let codes = cell.split(';').map(str::trim).filter(|code| !code.is_empty());
    let known: Result<Vec<&str>, String> = codes
        .map(|code| code.parse::<Evidence>().map(Evidence::code).map_err(|e| e.to_string()))
        .collect();
    known.map(|codes| codes.join(";"))
}

/// A digest of all columns, however the file writes them.
fn digest(row: &Row<'_>, entry: &Entry) -> Sha256 {
    let cell = |column| row.cell(column).unwrap_or_default().trim();
    let mut digest = Sha256::new();
    let mut add = |part: &str| {
        digest.update(part.as_bytes());
        digest.update([0]); // no cell can hold it, so no two lines run into one
    };
    for column in ["employer_code", "employee_number", "competency_code"] {
        add(cell(column));
    }
    add(entry.kind.code());
    add(&entry.made_on.to_string());
    add(&entry.level.map(|level| level.to_string()).unwrap_or_default());
    add(cell("by_employee_number"));
    add(entry.evidence.as_deref().unwrap_or_default());
    add(entry.note.as_deref().unwrap_or_default());
    digest
}

impl Referred {
    /// A judgement in words.
    pub fn sentence(&self, entry: &Entry) -> String {
        let number = self.subjects.number(entry.person);
        let competency = self.competencies.code_of(entry.competency);
        let level = entry.level.map(|level| format!(", level {level}")).unwrap_or_default();
        let (number, competency) = (number.unwrap_or_default(), competency.unwrap_or_default());
        format!("{number}, {competency}: {}{level}, {}", entry.kind.label(), spoken(entry.made_on))
    }

    fn day(&self, cell: &str) -> Result<NaiveDate, String> {
        let day = date(cell)?;
        importing::day(day, self.today).map(|()| day)
    }
}
