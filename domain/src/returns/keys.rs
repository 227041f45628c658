//! What names one cell of a return: the row it stands in, the item, the measure and its basis. The order is that of the files.

use crate::codes::{CareLevel, CareSetting};
use crate::coverage::ScopeKind;
use crate::macros::codes;
use serde::{Deserialize, Serialize};

/// As in coverage files: everything asked together, all groups together.
pub const ALL: &str = "all";

codes! {
    /// What is counted.
    Measure, "measure of a return" {
        MetConfirmed "met_confirmed" "Met, by confirmation",
        /// Who meets all of it, some of it by recognition: always apart, and of everybody who is asked, like what is met by confirmation.
        MetRecognised "met_recognised" "Met, some of it by recognition",
        Assessed "assessed" "Assessed",
    }

    /// What it is counted in.
    Basis, "basis of a measure" {
        PeopleAll "people_all" "People with everything met",
        PeopleCritical "people_critical" "People with everything critical met",
        Requirements "requirements" "Requirements",
    }
}

/// Which posts of an area, organisation or team a row counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Everybody,
    /// Of teams in one care setting.
    Setting(CareSetting),
    /// Of teams at one care level.
    CareLevel(CareLevel),
    /// Of roles in one GP workforce group.
    GpWorkforce(String),
    /// Of roles in one ESR staff group.
    Esr(String),
    /// Of one role, by its code: for the needs, never for coverage.
    Role(String),
}

/// A row: an area, organisation or team as a whole, or a part of the place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowKey {
    pub level: ScopeKind,
    pub code: String,
    pub part: Part,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellKey {
    pub row: RowKey,
    /// A domain, or a competency in the row of a role, or [`ALL`].
    pub item: String,
    pub measure: Measure,
    pub basis: Basis,
}

impl RowKey {
    /// All groups together.
    pub fn whole(level: ScopeKind, code: &str) -> Self {
        Self::part(level, code, Part::Everybody)
    }

    pub fn part(level: ScopeKind, code: &str, part: Part) -> Self {
        Self { level, code: code.to_owned(), part }
    }

    /// Whether it is of one role: such rows are among the needs.
    pub const fn is_of_role(&self) -> bool {
        matches!(self.part, Part::Role(_))
    }

    pub fn cell(&self, item: &str, measure: Measure, basis: Basis) -> CellKey {
        CellKey { row: self.clone(), item: item.to_owned(), measure, basis }
    }
}

impl Measure {
    /// What is counted and in what, as the head of a column: `Requirements met`.
    pub const fn told_in(self, basis: Basis) -> &'static str {
        match (self, basis) {
            (Self::MetConfirmed, Basis::Requirements) => "Requirements met",
            (Self::MetConfirmed, Basis::PeopleAll | Basis::PeopleCritical) => basis.label(),
            (Self::MetRecognised, _) => "People with everything met, some of it by recognition",
            (Self::Assessed, _) => "Requirements assessed",
        }
    }
}

impl Part {
    /// What a part of the place is called, and what it is a part by: `Primary care`, `care setting`. A role stands by its code. `None` of a
    /// whole.
    pub fn told(&self) -> Option<(&str, &'static str)> {
        match self {
            Self::Everybody => None,
            Self::Setting(setting) => Some((setting.label(), "care setting")),
            Self::CareLevel(level) => Some((level.label(), "care level")),
            Self::GpWorkforce(group) => Some((group.as_str(), "GP workforce group")),
            Self::Esr(group) => Some((group.as_str(), "ESR staff group")),
            Self::Role(role) => Some((role.as_str(), "role")),
        }
    }

    /// The columns `care_setting`, `staff_classification` and `staff_group` of a row. The contract has no column for care levels:
    /// they stand as a classification of their own.
    pub fn columns(&self) -> (&str, &str, &str) {
        match self {
            Self::Everybody => (ALL, ALL, ALL),
            Self::Setting(setting) => (setting.code(), ALL, ALL),
            Self::CareLevel(level) => (ALL, "care_level", level.code()),
            Self::GpWorkforce(group) => (ALL, "gpw", group),
            Self::Esr(group) => (ALL, "esr", group),
            Self::Role(role) => (ALL, "role", role),
        }
    }
}

impl CellKey {
    /// What it is about, beside the name of its row: `RSK, crisis, requirements`.
    pub fn told(&self) -> String {
        let (setting, _, group) = self.row.part.columns();
        let parts = [self.item.as_str(), setting, group, self.basis.code()];
        let of_all = |(at, part): &(usize, &str)| *at == 0 || *part != ALL;
        let parts = parts.into_iter().enumerate().filter(of_all).map(|(_, part)| part);
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// Every part of the key, so that no two are written alike.
impl std::fmt::Display for CellKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let RowKey { level, code, part } = &self.row;
        let (setting, kind, group) = part.columns();
        let (item, measure, basis) = (&self.item, self.measure, self.basis);
        write!(f, "{level}/{code}/{setting}/{kind}/{group}/{item}/{measure}/{basis}")
    }
}
