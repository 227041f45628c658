//! What pages show of an explained figure and of an explained change: plain values that cross to the browser.

use super::{Formula, LeftOut, Outcome, Step, Versions};
use crate::coverage::views::{Heading, Measure};
use crate::frameworks::Level;
use crate::ids::PersonId;
use crate::paging::Paged;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many people there are, and how many of them are not the reader's to see by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub all: usize,
    pub hidden: usize,
}

/// Why a figure is what it is: its rule, and its people as far as the reader may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigurePage {
    pub as_at: NaiveDate,
    pub unit: Heading,
    /// None where it is everything asked.
    pub item: Option<Heading>,
    /// The code of the domain that the item is, or lies in.
    pub domain: Option<String>,
    pub versions: Versions,
    /// The headline first.
    pub formulas: Vec<Formula>,
    pub counted: Seen,
    pub left_out: Seen,
    /// Those whose names the reader sees: who counts, then who does not, each by name.
    pub people: Paged<FigurePerson>,
    /// Organisations whose figures the reader may not see; nobody of theirs is in it.
    pub not_shared: Vec<String>,
    /// The digest of the answer, for a link that keeps it.
    pub answer: String,
    /// Whether it is the answer that the address keeps; none where it keeps none.
    pub is_kept: Option<bool>,
    /// Since when a change of it is told where the address names no other day.
    pub quarter: NaiveDate,
}

/// One person in or beside a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigurePerson {
    pub id: PersonId,
    pub name: String,
    /// The posts by which they count, or for which they do not: `Practice nurse, Team 1`.
    pub posts: Vec<String>,
    pub asked: Vec<FigureLine>,
    /// None where they count.
    pub left_out: Option<LeftOut>,
}

/// What is asked of a person in a figure, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureLine {
    pub competency: Heading,
    pub level: Level,
    pub critical: bool,
    pub outcome: Outcome,
    pub self_level: Option<Level>,
}

/// Why a figure changed, in parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePage {
    pub since: NaiveDate,
    pub until: NaiveDate,
    /// Whether the later day has still to come.
    pub is_future: bool,
    pub unit: Heading,
    /// None where it is everything asked.
    pub item: Option<Heading>,
    /// The code of the domain that the item is, or lies in.
    pub domain: Option<String>,
    pub measure: Measure,
    /// Both figures, in words.
    pub sentence: String,
    /// In tenths of a percentage point; none where either day has no share.
    pub points: Option<i64>,
    pub caution: Option<String>,
    /// Those that moved something, in their order.
    pub parts: Vec<PartLine>,
    /// Those that moved nothing, by what they are called here.
    pub unmoved: Vec<String>,
    /// Where to see who is due; none where no confirmation expired.
    pub due: Option<WhoIsDue>,
    /// Organisations whose figures the reader may not see; nobody of theirs is in it.
    pub not_shared: Vec<String>,
    /// The digest of the answer, for a link to check it.
    pub answer: String,
    /// Whether it is the answer that the address keeps; none where it keeps none.
    pub is_kept: Option<bool>,
}

/// Lists of who is due, as far as the reader may open them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhoIsDue {
    /// Teams of people whose confirmations expired, those first in which most did.
    pub teams: Vec<Heading>,
    /// Whether the reader confirms again what falls due to people.
    pub confirms: bool,
}

/// One part of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartLine {
    pub step: Step,
    /// What the part is called here.
    pub title: String,
    /// In sentences.
    pub told: Vec<String>,
    pub people: Seen,
    /// The first of those whose names the reader sees, by name.
    pub named: Vec<PersonBehind>,
}

/// One person behind a part of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonBehind {
    pub id: PersonId,
    pub name: String,
    /// Each competency, and what became of it: `RSK-1 Ask about risk: no longer met`.
    pub changes: Vec<String>,
}
