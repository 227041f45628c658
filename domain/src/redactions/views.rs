//! What pages of redaction show: plain values that cross to the browser.

use super::{TextKind, Words};
use crate::ids::{PersonId, RedactionId};
use crate::paging::Paged;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// What waits to be decided, and the people who were searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redactions {
    pub waiting: Vec<Waiting>,
    /// The latest texts of people without a staff record, without their words.
    pub of_outsiders: Vec<TextLine>,
    /// `None` where nobody was searched for.
    pub people: Option<Paged<PersonFound>>,
}

/// A person whose texts may be looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFound {
    pub id: PersonId,
    /// `Khan, Amina`.
    pub name: String,
}

/// A proposal that nobody has decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    pub kind: TextKind,
    /// The key of the text's row.
    pub row: String,
    /// In whose record it stands, or who wrote it.
    pub whose: String,
    pub proposed_by: String,
    /// Civil time in London.
    pub proposed_at: NaiveDateTime,
    /// Whether whoever looks proposed it: then somebody else must decide.
    pub mine: bool,
    /// Whether whoever looks wrote the text, which they cannot open here: then too.
    pub wrote: bool,
}

/// The free texts in somebody's record, the latest first, without their words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonTexts {
    pub person: PersonId,
    pub person_name: String,
    pub texts: Paged<TextLine>,
}

/// One text: where it stands, and what the guard finds in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLine {
    pub kind: TextKind,
    pub row: String,
    /// What it was written beside, such as `Confirmed, RSK-1 Asks about risk`.
    pub beside: String,
    pub made_on: NaiveDate,
    pub by: Option<String>,
    /// `a postcode`; what is stopped first. `None` where nothing was found.
    pub may_hold: Option<String>,
    pub proposed: bool,
}

/// One text, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenText {
    pub line: TextLine,
    /// None for texts of people without a staff record.
    pub person: Option<PersonId>,
    pub whose: String,
    pub words: Words,
    /// In how many other places the same act wrote the same words; they are blanked with it.
    pub copies: usize,
    pub proposal: Option<Proposal>,
}

/// What was proposed about a text and is still to be decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub id: RedactionId,
    pub reason: String,
    pub proposed_by: String,
    /// Civil time in London.
    pub proposed_at: NaiveDateTime,
    pub mine: bool,
}
