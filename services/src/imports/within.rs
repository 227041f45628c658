//! Who may bring in what: the permission of each kind of file, and what lies within it.
//!
//! What belongs to the whole installation takes a grant without a scope. Teams, staff, judgements, evidence and sessions may also
//! come from somebody whose grant has one: everything outside it is then unknown to their file. Sessions and who came to them come
//! from whoever runs sessions too; local measures from whoever keeps the areas and teams, or prepares returns of them.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach;
use domain::ids::{AreaId, OrganisationId, PersonId, TeamId};
use domain::imports::Kind;
use domain::policy::{Action, Resource, Scope, may};
use std::collections::HashSet;

/// What a file may speak of.
#[derive(Clone, Debug)]
pub(super) enum Within {
    Everything,
    Scope {
        areas: HashSet<AreaId>,
        organisations: HashSet<OrganisationId>,
        teams: HashSet<TeamId>,
        people: HashSet<PersonId>,
    },
}

impl Within {
    pub fn organisation(&self, id: OrganisationId) -> bool {
        matches!(self, Self::Everything)
            || matches!(self, Self::Scope { organisations, .. } if organisations.contains(&id))
    }

    pub fn team(&self, id: TeamId) -> bool {
        matches!(self, Self::Everything)
            || matches!(self, Self::Scope { teams, .. } if teams.contains(&id))
    }

    pub fn person(&self, id: PersonId) -> bool {
        matches!(self, Self::Everything)
            || matches!(self, Self::Scope { people, .. } if people.contains(&id))
    }

    fn area(&self, id: AreaId) -> bool {
        matches!(self, Self::Everything)
            || matches!(self, Self::Scope { areas, .. } if areas.contains(&id))
    }

    /// Whether all of a place lies in it.
    pub fn place(&self, place: Scope) -> bool {
        match place {
            Scope::Everywhere => matches!(self, Self::Everything),
            Scope::Area(id) => self.area(id),
            Scope::Organisation(id) => self.organisation(id),
            Scope::Team(id) => self.team(id),
        }
    }

    /// What lies in either.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (
                Self::Scope { mut areas, mut organisations, mut teams, mut people },
                Self::Scope { areas: a, organisations: o, teams: t, people: p },
            ) => {
                areas.extend(a);
                organisations.extend(o);
                teams.extend(t);
                people.extend(p);
                Self::Scope { areas, organisations, teams, people }
            }
            _ => Self::Everything,
        }
    }
}

/// Refuses whoever may not bring in files of this kind at all.
pub(super) async fn authorise(ctx: &Ctx, kind: Kind) -> Result<Within> {
    let what = "imports of this kind";
    match kind {
        Kind::Areas | Kind::Organisations | Kind::Roles | Kind::Ods | Kind::OdsPcn => {
            ctx.authorise(Action::ManageOrganisations, Resource::Installation, what)?;
            Ok(Within::Everything)
        }
        Kind::Framework | Kind::Requirements
            if may(&ctx.actor, Action::DraftFramework, Resource::Installation) =>
        {
            Ok(Within::Everything)
        }
        Kind::Framework | Kind::Requirements => {
            ctx.authorise(Action::PublishFramework, Resource::Installation, what)?;
            Ok(Within::Everything)
        }
        Kind::Teams => scope(ctx, Action::ManageOrganisations, what).await,
        Kind::Staff | Kind::Judgements | Kind::EsrCompetences | Kind::Certificates => {
            scope(ctx, Action::ImportPeople, what).await
        }
        Kind::Sessions | Kind::Attendance => {
            let runs = scope(ctx, Action::RunSessions, what).await;
            either(runs, scope(ctx, Action::ImportPeople, what).await)
        }
        Kind::LocalMeasures => {
            let prepares = scope(ctx, Action::PrepareReturn, what).await;
            either(prepares, scope(ctx, Action::ManageOrganisations, what).await)
        }
    }
}

/// What lies in one or the other, where each is a way to bring such files in.
fn either(one: Result<Within>, other: Result<Within>) -> Result<Within> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok(one.or(other)),
        (one, Err(_)) => one,
        (Err(_), other) => other,
    }
}

async fn scope(ctx: &Ctx, action: Action, what: &str) -> Result<Within> {
    ctx.authorise_somewhere(action, what)?;
    if may(&ctx.actor, action, Resource::Installation) {
        return Ok(Within::Everything);
    }
    let facts = ctx.facts().await?;
    let reach = domain::policy::reach(&ctx.actor, action);
    let organisations = facts.places.organisations.iter().enumerate();
    let within = organisations.filter(|&(at, _)| {
        facts.places.located_organisation(at, ctx.today).is_some_and(|place| reach.contains(&place))
    });
    let people = reach::people_within(ctx, &facts, action).into_iter();
    let areas = facts.places.areas.iter().enumerate();
    let areas = areas.filter(|&(at, _)| reach.contains(&facts.places.located_area(at)));
    Ok(Within::Scope {
        areas: areas.map(|(_, area)| area.id).collect(),
        organisations: within.map(|(_, organisation)| organisation.id).collect(),
        teams: reach::teams_within(ctx, action).await?.into_iter().collect(),
        people: people.filter_map(|at| facts.people.get(at)).map(|person| person.id).collect(),
    })
}
