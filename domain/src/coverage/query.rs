//! What a coverage figure is asked for: scope, item, group, filters and date.

use super::named_groups::GroupIndex;
use crate::codes::{AreaKind, CareLevel, CareSetting, Strand};
use crate::macros::codes;
use crate::organisations::{AreaIndex, OrganisationIndex, TeamIndex};
use chrono::NaiveDate;

codes! {
    /// What one row of figures stands for.
    ScopeKind, "scope" {
        System "system" "System",
        Place "place" "Place",
        Locality "locality" "Locality",
        Network "network" "Network",
        Organisation "organisation" "Organisation",
        Team "team" "Team",
        /// One row, of the group that the question is asked within: a team may be in several.
        NamedGroup "named_group" "Named group",
    }

    /// What is covered.
    ItemKind, "item" {
        Competency "competency" "Competency",
        Domain "domain" "Domain",
        All "all" "Everything asked",
    }

    /// How posts are grouped: each belongs to its role's group, and is left out where the role has none.
    GroupBy, "group" {
        GpWorkforce "gpw" "GP workforce group",
        Esr "esr" "ESR staff group",
        Profession "profession" "Profession",
        Role "role" "Role",
    }
}

impl ScopeKind {
    /// The kind of area, where a row stands for an area.
    pub const fn area_kind(self) -> Option<AreaKind> {
        match self {
            Self::System => Some(AreaKind::System),
            Self::Place => Some(AreaKind::Place),
            Self::Locality => Some(AreaKind::Locality),
            Self::Network => Some(AreaKind::Network),
            Self::Organisation | Self::Team | Self::NamedGroup => None,
        }
    }

    /// Those of which a team is in one at most, so that a row can stand for each, the widest first.
    pub fn of_each_team() -> impl DoubleEndedIterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| *kind != Self::NamedGroup)
    }
}

impl From<AreaKind> for ScopeKind {
    fn from(kind: AreaKind) -> Self {
        match kind {
            AreaKind::System => Self::System,
            AreaKind::Place => Self::Place,
            AreaKind::Locality => Self::Locality,
            AreaKind::Network => Self::Network,
        }
    }
}

/// The area, organisation, team or named group one row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    Area(AreaIndex),
    Organisation(OrganisationIndex),
    Team(TeamIndex),
    NamedGroup(GroupIndex),
}

/// Posts are counted only where their team lies in or below this.
pub type Within = Unit;

/// One question. Scope, filters and group first choose the posts; people, levels and FTE come from those posts only.
#[derive(Clone, Debug)]
pub struct Query {
    pub as_at: NaiveDate,
    pub scope: ScopeKind,
    pub item: ItemKind,
    pub group: Option<GroupBy>,
    pub within: Option<Within>,
    /// Only posts in teams of this organisation.
    pub organisation: Option<OrganisationIndex>,
    pub setting: Option<CareSetting>,
    pub care_level: Option<CareLevel>,
    pub include_bank: bool,
    /// Only what is asked in competencies of this strand; in all when `None`.
    pub strand: Option<Strand>,
    /// Only what is critical: of each person in a row, if any core row of a chosen post says so. Cover, which is of everything that a
    /// team requires, is then not counted.
    pub critical_only: bool,
    /// Whether teams that are covered are counted too, in rows without a group.
    pub capable_teams: bool,
    /// For each team, whether the asker may see its figures; `None` when every team may be counted.
    pub visible: Option<Vec<bool>>,
}

/// Whether a team is among those whose figures the asker may see, as [`Query::visible`] has them.
pub fn is_among(visible: Option<&[bool]>, team: TeamIndex) -> bool {
    visible.is_none_or(|seen| seen.get(team) == Some(&true))
}

impl Query {
    pub const fn new(as_at: NaiveDate, scope: ScopeKind, item: ItemKind) -> Self {
        Self {
            as_at,
            scope,
            item,
            group: None,
            within: None,
            organisation: None,
            setting: None,
            care_level: None,
            include_bank: false,
            strand: None,
            critical_only: false,
            capable_teams: false,
            visible: None,
        }
    }
}
