//! Who may bring in what: the permission of each kind of file, and what lies within it.
//!
//! What belongs to the whole installation takes a grant without a scope. Teams, staff, judgements and evidence may also come from
//! somebody whose grant has one: everything outside it is then unknown to their file.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach;
use domain::ids::{OrganisationId, PersonId, TeamId};
use domain::imports::Kind;
use domain::policy::{Action, Resource, may};
use std::collections::HashSet;

/// What a file may speak of.
#[derive(Clone, Debug)]
pub(super) enum Within {
    Everything,
    Scope {
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
    Ok(Within::Scope {
        organisations: within.map(|(_, organisation)| organisation.id).collect(),
        teams: reach::teams_within(ctx, action).await?.into_iter().collect(),
        people: people.filter_map(|at| facts.people.get(at)).map(|person| person.id).collect(),
    })
}
