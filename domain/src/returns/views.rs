//! What pages and the command line show of returns: plain values that cross to the browser.

pub use super::need_list::{NeedGap, NeedRow, NeedToSay, NeedsAsked, ReturnNeeds};

use super::checks::Concern;
use super::{ReturnId, Step};
use crate::coverage::address::CoverageAddress;
use crate::coverage::views::Heading;
use crate::paging::Paged;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// Returns that the reader may see, and the places that they may prepare one for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returns {
    /// By code and name; none where the reader prepares no returns.
    pub places: Vec<Heading>,
    /// The day that is offered for a new one: the end of the last whole quarter.
    pub offered: NaiveDate,
    /// Whether the reader says which places’ returns are prepared by themselves.
    pub may_schedule: bool,
    /// Whether the reader says whom returns are for.
    pub keeps_recipients: bool,
    /// The latest reference date first; of one date the latest revision first.
    pub lines: Paged<ReturnLine>,
}

/// A revision, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnLine {
    pub id: ReturnId,
    pub place_name: String,
    pub recipient: String,
    pub stands: Step,
    /// The day of the last step.
    pub on: NaiveDate,
    /// Whether a later revision of the same place and date was begun.
    pub is_corrected: bool,
}

/// One revision, for whoever checks, approves, submits or reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnPage {
    pub line: ReturnLine,
    /// Of its framework and version: `Tower Hamlets, version 1`.
    pub framework: String,
    /// All that was done with it, the earliest first.
    pub history: Vec<Taken>,
    /// Open ones first. Empty for whoever reads what is submitted and nothing else.
    pub concerns: Vec<Noted>,
    /// Checks and approvals that are missing, in one sentence; `None` where the next step may be taken.
    pub waits_for: Option<String>,
    /// Who may approve it, by name, where it waits for that; `None` where it waits for nothing of the kind, or not before the reader.
    pub approvers: Option<Vec<String>>,
    /// The step that comes next; `None` once it is submitted.
    pub next: Option<Step>,
    /// What the reader may do now.
    pub may: MayDo,
    /// What the reader will be told of the figures.
    pub findings: Vec<String>,
    /// What people wrote that it publishes.
    pub texts: Vec<PublishedText>,
    pub files: Vec<FileLine>,
    /// What the files together are known by, in hexadecimal SHA-256.
    pub digest: String,
    pub correction: Option<Corrected>,
    /// The revision that corrects it; `None` where there is none for the reader to see.
    pub corrected_by: Option<CorrectedBy>,
    /// Whether there is a restricted annex for the reader to open.
    pub has_annex: bool,
    /// What today's data would make of it; `None` where that was not asked.
    pub drift: Option<Drift>,
}

/// The revision that corrects another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedBy {
    pub id: ReturnId,
    /// Before that it is begun and no more.
    pub is_submitted: bool,
}

/// A revision beside what today's data would make of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drift {
    /// Whether its files would be others.
    pub is_other: bool,
    /// Published figures of coverage that would be others, as they are and as they would be: the first of them.
    pub cells: Vec<ChangedLine>,
    /// How many those are in all.
    pub total: usize,
    /// How many lines of other files would be others, by the name of the file.
    pub others: Vec<(String, usize)>,
}

/// What may be done with a revision by whoever reads it. Policy and the steps together: what is false would be refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a permission of its own")]
pub struct MayDo {
    pub prepare_again: bool,
    /// Say why a concern may stand, and check.
    pub check: bool,
    pub approve: bool,
    pub submit: bool,
    pub revise: bool,
    /// Say something about a need.
    pub say: bool,
    /// Hand the files of what is submitted over: whoever has a hand in returns of the place.
    pub hand_over: bool,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub step: Step,
    /// The name of who did it, or the email of an account without a person to those who see accounts: `the operator` from the command line,
    /// `a scheduled job` by itself.
    pub by: String,
    /// Civil time in London.
    pub at: NaiveDateTime,
    /// Whether it is about other files than those that stand.
    pub is_outdated: bool,
}

/// Something that a check came upon, with what was said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    pub concern: Concern,
    /// Why it may stand; blank where nobody has said it.
    pub words: String,
    /// What was said of the same in the revision before, for whoever says it again; blank where nothing was.
    pub before: String,
}

/// Words that somebody wrote and that a return publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedText {
    /// Where in the return: `Local measure PHQ-1: team T1`.
    pub stands: String,
    pub words: String,
}

/// One of a return's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLine {
    /// As in the package: `coverage.csv`.
    pub name: String,
    /// What is in it, in a few words.
    pub what: String,
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
}

/// What a revision corrects, for its page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    pub of: ReturnId,
    pub reason: String,
    pub changes: Paged<ChangedLine>,
    /// How many lines of the other tables differ, in a sentence; `None` where none does.
    pub others: Option<String>,
}

/// A published figure that is another than in the revision before, as [`Change::told`](super::Change::told) says it, on pages and in the
/// report alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedLine {
    /// Where: `Tower Hamlets`; of a part of the place `Tower Hamlets: Primary care`.
    pub place: String,
    /// Beneath it: `Place TH`; of a part of the place `Place TH, by care setting`.
    pub under: String,
    /// The domain by its title and code: `Risk assessment (RSK)`, or `Everything asked`.
    pub item: String,
    /// What is counted: `Requirements met`.
    pub what: String,
    /// `c of 22`; `—` where it was not there.
    pub from: String,
    /// `10 of 24`; `—` where it is not there any more.
    pub to: String,
}

/// The page of a return's restricted annex, for whoever may take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnAnnex {
    pub line: ReturnLine,
    /// The latest first.
    pub taken: Vec<AnnexTaken>,
}

/// A time that the annex was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexTaken {
    /// The name of who took it, or the email of an account without a person.
    pub by: String,
    /// Civil time in London.
    pub at: NaiveDateTime,
    /// For whom, in their words.
    pub to: String,
}

/// Which of a return's figures are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiguresAsked {
    /// A kind of scope by its code, or a part of the place: `team`, `setting`, `staff_group`; blank for areas.
    pub rows: String,
    /// A domain by its code; blank for everything together.
    pub item: String,
    pub page: usize,
}

/// Published figures of a return: rows of places or groups, with a column a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnFigures {
    pub line: ReturnLine,
    pub asked: FiguresAsked,
    /// Domains by code and title, for the choice.
    pub items: Vec<Heading>,
    /// What the columns are; the first of them is requirements met, which the shade repeats.
    pub measures: Vec<String>,
    pub rows: Paged<FigureRow>,
    /// What a return tells besides, table by table: needs, cover, sessions, local measures.
    pub needs: Vec<NeedRow>,
    /// Whether the reader may say something about a need now.
    pub may_say: bool,
}

/// One row of published figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureRow {
    /// Its name, and its code or kind beneath.
    pub name: String,
    pub under: String,
    /// As many as there are measures: `35 of 48, 73%`; empty where the measure is not of this row.
    pub told: Vec<String>,
    /// Of requirements met, in whole percent, for the shade; `None` where it is held.
    pub percent: Option<u32>,
    /// Where the exact figures of the row are, as at the reference date; `None` where the reader sees none there.
    pub exact: Option<CoverageAddress>,
}

/// Returns that wait for the reader, for the home page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnsWaiting {
    /// Prepared, to be checked.
    pub to_check: usize,
    /// Checked, to be approved: none that the reader prepared or checked, or brought words or local measures into.
    pub to_approve: usize,
    /// Approved, to be submitted.
    pub to_submit: usize,
}
