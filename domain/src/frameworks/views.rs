//! What pages show of the competency set: plain values that cross to the browser.

use super::Level;
use crate::codes::{Necessity, Origin, Strand};
use crate::ids::FrameworkVersionId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The version that holds today, from above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// `None` where nothing was ever published.
    pub version: Option<VersionTitle>,
    pub domains: Vec<DomainLine>,
    /// Whether the reader may put the set that ships in place: nothing is published yet, and they may.
    pub may_load: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionTitle {
    pub id: FrameworkVersionId,
    pub number: i32,
    pub title: String,
    pub published_from: Option<NaiveDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainLine {
    pub code: String,
    pub title: String,
    pub origin: Origin,
    /// The half of the set that its competencies belong to; `None` where they belong to both.
    pub strand: Option<Strand>,
    pub competencies: usize,
}

/// One domain, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainDetail {
    pub line: DomainLine,
    pub competencies: Vec<CompetencyDetail>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetencyDetail {
    pub code: String,
    pub title: String,
    pub statement: String,
    pub refresh_months: u32,
    pub rare_event: bool,
    /// What each level means here, 1 to 5.
    pub descriptors: Vec<String>,
    pub asked_by: Vec<RoleAsks>,
}

/// What a role asks in a competency today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleAsks {
    pub role_title: String,
    pub level: Level,
    pub necessity: Necessity,
    pub critical: bool,
}
