//! To whom or what something is done, with what the policy must know of where it lies.

use crate::codes::Sharing;
use crate::ids::{AreaId, OrganisationId, PersonId, TeamId};
use crate::organisations::{AreaIndex, OrganisationIndex, Places, TeamIndex};
use chrono::NaiveDate;

/// What an action is done to.
#[derive(Clone, Copy, Debug)]
pub enum Resource<'a> {
    /// What belongs to no place: the framework, settings, published figures.
    Installation,
    Place(&'a Located),
    Person {
        person: PersonId,
        posts: &'a [SubjectPost],
    },
}

/// A team, organisation or area with everything it lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    pub team: Option<TeamId>,
    pub organisation: Option<OrganisationId>,
    /// The area and every area above it.
    pub areas: Vec<AreaId>,
    /// What the organisation shares with grants from outside it; areas themselves share everything.
    pub sharing: Sharing,
}

/// A post of the person something is done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectPost {
    pub place: Located,
    pub line_manager: Option<PersonId>,
    /// In scope today (bank, locum and away posts included: their holders are still somebody's people).
    pub in_scope: bool,
    /// Ended, but not more than 90 days ago.
    pub recently_ended: bool,
}

impl Places {
    fn area_ids(&self, area: Option<AreaIndex>) -> Vec<AreaId> {
        self.upwards(area).filter_map(|at| self.areas.get(at)).map(|a| a.id).collect()
    }

    /// Where a team lies at `day`.
    pub fn located_team(&self, team: TeamIndex, day: NaiveDate) -> Option<Located> {
        let team = self.teams.get(team)?;
        let organisation = self.organisations.get(team.organisation)?;
        Some(Located {
            team: Some(team.id),
            organisation: Some(organisation.id),
            areas: self.area_ids(self.home_of(team, day)),
            sharing: organisation.sharing_at(day),
        })
    }

    /// Where an organisation lies at `day`: in its network and above.
    pub fn located_organisation(
        &self,
        organisation: OrganisationIndex,
        day: NaiveDate,
    ) -> Option<Located> {
        let organisation = self.organisations.get(organisation)?;
        Some(Located {
            team: None,
            organisation: Some(organisation.id),
            areas: self.area_ids(organisation.network_at(day)),
            sharing: organisation.sharing_at(day),
        })
    }

    /// Where an area lies. Areas share everything: only organisations have a sharing level.
    pub fn located_area(&self, area: AreaIndex) -> Located {
        Located {
            team: None,
            organisation: None,
            areas: self.area_ids(Some(area)),
            sharing: Sharing::People,
        }
    }
}
