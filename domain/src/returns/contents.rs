//! Everything that the files of a return say: they are written from this alone, so that no two of them can disagree.

use super::cover::CoverCell;
use super::local_measures::LocalMeasure;
use super::sessions::PublishedSession;
use super::shortfalls::Need;
use super::{Cell, Change, ReturnId, RowKey, Stamp};
use std::collections::BTreeMap;

/// What stands in the files of one revision. No name of a person and no time of day is in it, so that the same data makes the same
/// files whoever prepares it, and whenever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    pub stamp: Stamp,
    /// The name of the place.
    pub place: String,
    /// Whom it is for, on its reference date.
    pub recipient: String,
    /// The name of the framework whose version is asked for.
    pub framework: String,
    /// In the order of their keys.
    pub cells: Vec<Cell>,
    pub cover: Vec<CoverCell>,
    pub sessions: Vec<PublishedSession>,
    pub needs: Vec<Need>,
    pub local_measures: Vec<LocalMeasure>,
    /// What the figures say, in sentences.
    pub findings: Vec<String>,
    /// How the figures came about, in sentences.
    pub method: Vec<String>,
    pub titles: Titles,
    /// In which area each narrower area and each team lies, as [`within`](super::families::within) tells it.
    pub within: BTreeMap<RowKey, RowKey>,
    /// What is another number than in the revision before; `None` for a first one.
    pub correction: Option<Correction>,
}

/// What codes are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles {
    /// Domains, and the competencies of the needs.
    pub items: BTreeMap<String, String>,
    /// Roles of the needs.
    pub roles: BTreeMap<String, String>,
}

/// What a revision corrects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The revision before.
    pub of: ReturnId,
    /// In the words of whoever corrects it.
    pub reason: String,
    /// Lines of coverage that differ, in the order of their keys.
    pub cells: Vec<Change<Cell>>,
    /// How many lines of the other tables differ, by the name of the file.
    pub others: BTreeMap<String, usize>,
}
