//! What pages show of protected time: plain values that cross to the browser.

use super::amount::Amount;
use super::forms::TimeFields;
use super::ledger::{Standing, Totals};
use super::{EntryKind, Shortfall, TimeUse, WhyLost};
use crate::changing::When;
use crate::dates::Period;
use crate::ids::{AllocationId, PersonId, SessionId, TimeEntryId};
use crate::paging::Paged;
use crate::years::Year;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Somebody's protected time in one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeOfYear {
    pub year: Year,
    pub today: NaiveDate,
    pub totals: Totals,
    /// From April on, each with its first day.
    pub months: Vec<(NaiveDate, Totals)>,
    /// All there ever were: now, then ahead, then before.
    pub allocations: Vec<AllocationLine>,
    /// Of the year, the latest first; none that was taken back.
    pub entries: Paged<EntryLine>,
}

/// Time that was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationLine {
    pub id: AllocationId,
    pub when: When,
    pub held: Period,
    pub amount: Amount,
    pub source: String,
    pub agreed_by: String,
}

/// An entry of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryLine {
    pub id: TimeEntryId,
    pub on: NaiveDate,
    pub kind: EntryKind,
    pub time_use: TimeUse,
    pub minutes: u32,
    /// None for a reason, which takes no time.
    pub standing: Option<Standing>,
    pub why_lost: Option<WhyLost>,
    pub shortfall: Option<Shortfall>,
    pub session: Option<SessionId>,
    /// What has become of that session since, where anything has.
    pub since: Option<String>,
    pub note: Option<String>,
    /// Whether its owner may take it back.
    pub may_take_back: bool,
}

/// The protected time of somebody, for a workforce lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EducatorTime {
    pub person: PersonId,
    pub name: String,
    pub time: TimeOfYear,
}

/// Educators within the reader's reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Educators {
    pub year: Year,
    pub lines: Paged<EducatorLine>,
    /// The latest reasons for sessions that protected time does not cover.
    pub reasons: Vec<ReasonLine>,
}

/// An educator, as lists show them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EducatorLine {
    pub person: PersonId,
    /// `Surname, First name`.
    pub name: String,
    pub totals: Totals,
}

/// Why a session goes ahead that somebody's protected time does not cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonLine {
    pub person: PersonId,
    pub name: String,
    pub session: SessionId,
    pub title: String,
    pub on: NaiveDate,
    pub shortfall: Shortfall,
    /// The minutes that are not covered.
    pub minutes: u32,
    pub reason: String,
}

/// The form that changes an allocation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AllocationForm {
    pub person: PersonId,
    pub name: String,
    pub line: AllocationLine,
    /// Whether it held before today: then a change begins a new one.
    pub begun: bool,
    pub fields: TimeFields,
}
