//! The teams and roles that posts are in, by position.

use super::line::Referred;
use crate::error::Result;
use crate::imports::known::Codes;
use crate::imports::within::Within;
use domain::ids::{OrganisationId, RoleId, TeamId};
use domain::organisations::TeamIndex;
use domain::people::{RoleIndex, Terms};
use entities::{organisation, role, team};
use sea_orm::{DatabaseConnection, EntityTrait};
use std::collections::HashMap;

pub(super) struct Places {
    pub teams: Vec<team::Model>,
    pub roles: Vec<role::Model>,
    pub employers: HashMap<OrganisationId, String>,
}

impl Places {
    pub async fn load(db: &DatabaseConnection) -> Result<Self> {
        let employers = organisation::Entity::find().all(db).await?;
        Ok(Self {
            teams: team::Entity::find().all(db).await?,
            roles: role::Entity::find().all(db).await?,
            employers: employers.into_iter().map(|row| (row.id, row.code)).collect(),
        })
    }

    /// What a file may refer to: teams as far as the asker administers them.
    pub fn referred(&self, within: &Within) -> Referred {
        let teams = self.teams.iter().enumerate().filter(|(_, team)| within.team(team.id));
        let roles = self.roles.iter().enumerate();
        let employers = self.employers.iter();
        Referred {
            teams: Codes::new("a team on record", teams.map(|(at, team)| (team.code.clone(), at))),
            roles: Codes::new("a role on record", roles.map(|(at, role)| (role.code.clone(), at))),
            employers: Codes::new(
                "an organisation on record",
                employers.map(|(id, code)| (code.clone(), *id)),
            ),
        }
    }

    pub fn positions(&self) -> (HashMap<TeamId, TeamIndex>, HashMap<RoleId, RoleIndex>) {
        (
            self.teams.iter().enumerate().map(|(at, team)| (team.id, at)).collect(),
            self.roles.iter().enumerate().map(|(at, role)| (role.id, at)).collect(),
        )
    }

    pub fn team(&self, at: TeamIndex) -> &str {
        self.teams.get(at).map_or("", |team| &team.name)
    }

    pub fn role(&self, at: RoleIndex) -> &str {
        self.roles.get(at).map_or("", |role| &role.title)
    }

    /// A post as it is spoken of.
    pub fn post(&self, terms: &Terms) -> String {
        format!("{} in {}", self.role(terms.role), self.team(terms.team))
    }
}
