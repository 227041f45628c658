//! Areas, organisations and teams, and where a team belongs at a date (rules, section 1).

pub mod memberships; // which of several holds, and when nobody could say
pub mod tree; // parents that widen

use crate::codes::{AreaKind, CareLevel, CareSetting, Sector, Sharing};
use crate::dates::Period;
use crate::ids::{AreaId, OrganisationId, TeamId};
use chrono::NaiveDate;

/// Positions in the lists of [`Places`]; small numbers, so that figures over millions of facts stay in the cache.
pub type AreaIndex = usize;
pub type OrganisationIndex = usize;
pub type TeamIndex = usize;

/// A node of the tree system → place → locality → network.
#[derive(Clone, Debug)]
pub struct Area {
    pub id: AreaId,
    pub code: String,
    pub name: String,
    pub kind: AreaKind,
    pub parent: Option<AreaIndex>,
}

/// A dated membership of an organisation in a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Membership {
    pub network: AreaIndex,
    pub period: Period,
}

#[derive(Clone, Debug)]
pub struct Organisation {
    pub id: OrganisationId,
    pub code: String,
    pub name: String,
    pub sector: Sector,
    pub memberships: Vec<Membership>,
    /// What grants from outside may see, each from its day on; none yet means [`Sharing::Figures`].
    pub sharing: Vec<(NaiveDate, Sharing)>,
}

impl Organisation {
    /// The network at `day`: where memberships overlap, the one that started later; a blank start is the earliest.
    pub fn network_at(&self, day: NaiveDate) -> Option<AreaIndex> {
        self.memberships
            .iter()
            .filter(|m| m.period.contains(day))
            .max_by_key(|m| m.period.from)
            .map(|m| m.network)
    }

    /// The sharing level at `day`.
    pub fn sharing_at(&self, day: NaiveDate) -> Sharing {
        self.sharing
            .iter()
            .filter(|(from, _)| *from <= day)
            .max_by_key(|(from, _)| *from)
            .map_or(Sharing::Figures, |(_, level)| *level)
    }
}

#[derive(Clone, Debug)]
pub struct Team {
    pub id: TeamId,
    pub code: String,
    pub name: String,
    pub setting: CareSetting,
    pub care_level: Option<CareLevel>,
    pub organisation: OrganisationIndex,
    /// The home area, where the team has one of its own; otherwise its organisation's network counts.
    pub home: Option<AreaIndex>,
    /// The team's own dates, which alone decide whether it is open.
    pub open: Period,
}

/// Every area, organisation and team of the installation.
#[derive(Clone, Debug, Default)]
pub struct Places {
    pub areas: Vec<Area>,
    pub organisations: Vec<Organisation>,
    pub teams: Vec<Team>,
}

impl Places {
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.teams.iter().find(|team| team.id == id)
    }

    /// The position of a team.
    pub fn team_at(&self, id: TeamId) -> Option<TeamIndex> {
        self.teams.iter().position(|team| team.id == id)
    }

    pub fn organisation(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.id == id)
    }

    pub fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The position of an area.
    pub fn area_at(&self, id: AreaId) -> Option<AreaIndex> {
        self.areas.iter().position(|area| area.id == id)
    }

    /// The area a team belongs to at `day`, before any above it.
    pub fn home_of(&self, team: &Team, day: NaiveDate) -> Option<AreaIndex> {
        team.home.or_else(|| self.organisations.get(team.organisation)?.network_at(day))
    }

    /// An area and every area above it, narrowest first.
    pub fn upwards(&self, area: Option<AreaIndex>) -> impl Iterator<Item = AreaIndex> {
        // Parents are always of a wider kind, so four steps reach the top whatever the data says.
        std::iter::successors(area, |&at| self.areas.get(at)?.parent).take(4)
    }

    /// The areas a team counts in at `day`: its home area and every area above it, never below.
    pub fn areas_of(&self, team: &Team, day: NaiveDate) -> impl Iterator<Item = AreaIndex> {
        self.upwards(self.home_of(team, day))
    }

    /// The one area of `kind` that a team counts in at `day`.
    pub fn area_of_kind(&self, team: &Team, kind: AreaKind, day: NaiveDate) -> Option<AreaIndex> {
        self.areas_of(team, day).find(|&at| self.areas.get(at).is_some_and(|a| a.kind == kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn practice(memberships: &[(usize, Option<&str>, Option<&str>)]) -> Organisation {
        Organisation {
            id: OrganisationId(uuid::Uuid::nil()),
            code: "X1".into(),
            name: "Practice".into(),
            sector: Sector::GpPractice,
            memberships: memberships
                .iter()
                .map(|&(network, from, to)| Membership {
                    network,
                    period: Period::new(from.map(day), to.map(day)),
                })
                .collect(),
            sharing: vec![(day("2026-01-01"), Sharing::People), (day("2026-03-01"), Sharing::None)],
        }
    }

    #[test]
    fn where_memberships_overlap_the_later_start_holds() {
        // N1 until 31 May, N2 from 1 February: in spring both stand, and the later start wins.
        let practice = practice(&[(1, None, Some("2026-05-31")), (2, Some("2026-02-01"), None)]);
        assert_eq!(
            practice.network_at(day("2026-01-31")),
            Some(1),
            "a blank start is the earliest"
        );
        assert_eq!(practice.network_at(day("2026-02-01")), Some(2));
        assert_eq!(practice.network_at(day("2026-06-01")), Some(2));
    }

    #[test]
    fn sharing_is_figures_until_somebody_says_otherwise() {
        let practice = practice(&[]);
        assert_eq!(practice.sharing_at(day("2025-12-31")), Sharing::Figures);
        assert_eq!(practice.sharing_at(day("2026-02-28")), Sharing::People);
        assert_eq!(practice.sharing_at(day("2026-03-01")), Sharing::None);
    }

    #[test]
    fn a_team_counts_in_its_home_area_and_above_never_below() {
        let area = |kind, parent| Area {
            id: AreaId(uuid::Uuid::nil()),
            code: String::new(),
            name: String::new(),
            kind,
            parent,
        };
        let places = Places {
            areas: vec![
                area(AreaKind::Place, None),
                area(AreaKind::Locality, Some(0)),
                area(AreaKind::Network, Some(1)),
            ],
            organisations: vec![practice(&[(2, None, None)])],
            teams: vec![],
        };
        let team = |home| Team {
            id: TeamId(uuid::Uuid::nil()),
            code: String::new(),
            name: String::new(),
            setting: CareSetting::PrimaryCare,
            care_level: None,
            organisation: 0,
            home,
            open: Period::ALWAYS,
        };
        let today = day("2026-11-01");
        let locality_team = team(Some(1));
        assert_eq!(places.areas_of(&locality_team, today).collect::<Vec<_>>(), [1, 0]);
        assert_eq!(places.area_of_kind(&locality_team, AreaKind::Network, today), None);
        let practice_team = team(None);
        assert_eq!(places.areas_of(&practice_team, today).collect::<Vec<_>>(), [2, 1, 0]);
    }
}
