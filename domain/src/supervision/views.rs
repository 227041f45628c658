//! What pages show of the supervision log: plain values that cross to the browser.

use super::{Summary, SupervisionKind};
use crate::coverage::views::Heading;
use crate::ids::{PersonId, SupervisionId};
use crate::paging::Paged;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One's own log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnLog {
    pub today: NaiveDate,
    pub summary: Summary,
    /// The latest first.
    pub entries: Paged<LogLine>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    pub id: SupervisionId,
    pub kind: SupervisionKind,
    pub held_on: NaiveDate,
    pub minutes: u16,
    /// Who wrote it into the log.
    pub logged_by: String,
    /// Whether the reader wrote it, and may take it back.
    pub may_take_back: bool,
}

/// The people of a team with what their logs come to, and what the reader wrote into them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamLog {
    pub team: Heading,
    pub today: NaiveDate,
    pub people: Vec<TeamLogLine>,
    /// The latest that the reader wrote; nobody else's single entries.
    pub written: Vec<WrittenLine>,
}

/// An entry that the reader wrote into the log of somebody in the team, and may take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenLine {
    pub id: SupervisionId,
    /// `Surname, First name`.
    pub name: String,
    pub kind: SupervisionKind,
    pub held_on: NaiveDate,
    pub minutes: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamLogLine {
    pub person: PersonId,
    /// `Surname, First name`.
    pub name: String,
    pub role: String,
    pub summary: Summary,
}
