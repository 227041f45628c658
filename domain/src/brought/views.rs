//! What pages show of brought records.

use super::{Declined, Fate, SamePerson};
use crate::frameworks::Level;
use crate::ids::{BroughtRecordId, PersonId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A record that was brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtLine {
    pub id: BroughtRecordId,
    /// As the record names it.
    pub issuer: String,
    pub issued_on: NaiveDate,
    pub brought_on: NaiveDate,
    /// How many levels it has.
    pub levels: usize,
    pub state: BroughtState,
    /// Why its owner cannot remove it; none where they can.
    pub stays: Option<String>,
}

/// How far a record has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BroughtState {
    /// Its issuer is trusted: it waits for an assessor or workforce lead.
    Waits,
    /// Its issuer is not trusted: it is evidence and nothing more.
    Unverified,
    /// It is evidence and nothing more, whoever issued it.
    Declined(Declined),
    Accepted {
        by: String,
        on: NaiveDate,
    },
}

/// A record that waits for whoever may accept it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingRecord {
    pub id: BroughtRecordId,
    pub person_name: String,
    pub team_name: String,
    /// As the list of trusted issuers names it.
    pub issuer: String,
    pub issued_on: NaiveDate,
    pub brought_on: NaiveDate,
    pub levels: usize,
}

/// A record of a trusted issuer with what would become of each level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtRecord {
    pub id: BroughtRecordId,
    pub person: PersonId,
    pub same: SamePerson,
    /// As the list of trusted issuers names it.
    pub issuer: String,
    /// Where to ask, as the record says it; no program opens it.
    pub address: String,
    pub fingerprint: String,
    pub issued_on: NaiveDate,
    pub brought_on: NaiveDate,
    /// Where it was declined; then it waits no longer.
    pub declined: Option<Declined>,
    pub lines: Vec<BroughtLevel>,
}

impl BroughtRecord {
    /// How many levels would be taken over.
    pub fn accepted(&self) -> usize {
        self.lines.iter().filter(|line| line.fate.is_accepted()).count()
    }
}

/// One level of a record in one competency of ours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BroughtLevel {
    /// Code and title as the record says them.
    pub there: String,
    /// Code and title of ours, where there is one.
    pub here: Option<String>,
    pub level: Level,
    pub confirmed_on: NaiveDate,
    pub confirmed_by: String,
    /// Whether it was brought in from a file there.
    pub imported: bool,
    pub fate: Fate,
}

/// Where an accepted level came from, for a history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcceptedFrom {
    pub issuer: String,
    pub confirmed_by: String,
    /// The day of the confirmation there.
    pub confirmed_on: Option<NaiveDate>,
}

/// What a record came to when it was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    pub accepted: usize,
    pub left_out: usize,
}

impl Acceptance {
    /// In a sentence, for whoever accepted it.
    pub fn words(&self) -> String {
        let Self { accepted, left_out } = self;
        let levels = if *accepted == 1 { "level" } else { "levels" };
        format!("Accepted {accepted} {levels}, left out {left_out}")
    }
}
