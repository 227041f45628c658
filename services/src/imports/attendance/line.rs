//! One line of a file of attendance.

use crate::imports::columns::{Column, must};
use crate::imports::known::Codes;
use crate::imports::row::Row;
use crate::imports::subjects::Subjects;
use domain::ids::{PersonId, SessionId};
use domain::sessions::importing::{Said, said};

pub(super) const COLUMNS: &[Column] =
    &[must("session_code"), must("employee_number"), must("state")];

/// What a line may refer to.
#[derive(Debug)]
pub(super) struct Referred {
    pub subjects: Subjects,
    pub sessions: Codes<SessionId>,
}

/// Where somebody stands with a session.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The line of the file.
    pub number: u64,
    pub session: SessionId,
    pub person: PersonId,
    pub said: Said,
}

pub(super) fn read(row: &mut Row<'_>, known: &Referred) -> Option<Entry> {
    let session = row.must("session_code", |cell| known.sessions.find(cell).copied());
    let by_number = |cell: &str| known.subjects.by_number(None, cell).map_err(String::from);
    let person = row.must("employee_number", by_number);
    let said = row.must("state", said);
    let number = row.line();
    Some(Entry { number, session: session?, person: person?, said: said? })
}

impl Referred {
    /// A line in words.
    pub fn sentence(&self, entry: &Entry) -> String {
        let number = self.subjects.number(entry.person).unwrap_or_default();
        let code = self.sessions.code_of(&entry.session).unwrap_or_default();
        format!("{code}, {number}: {}", entry.said.label())
    }
}
