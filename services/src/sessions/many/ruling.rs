//! What stands against scheduling sessions, with what has to be asked for it asked once.

use super::super::outcomes::asked;
use super::super::standing::as_drafted;
use super::super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::Strand;
use domain::coverage::Facts;
use domain::ids::{CompetencyId, PersonId};
use domain::refusal::Refusal;
use domain::requirements::Asked;
use domain::sessions::SessionState;
use domain::sessions::scheduling::{Drafted, Moved};
use entities::competency;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashSet;

/// The competencies in the strand of integrated care, of every framework version.
#[derive(Debug)]
pub(crate) struct Ruling(HashSet<CompetencyId>);

impl Ruling {
    /// One query.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self> {
        let integrated = competency::Column::Strand.eq(Strand::IntegratedCare);
        let rows = competency::Entity::find().filter(integrated).all(db).await?;
        Ok(Self(rows.into_iter().map(|row| row.id).collect()))
    }

    /// What stands against scheduling a session as it is; of one that is scheduled, what it has lost by a change.
    pub fn against(
        &self,
        ctx: &Ctx,
        facts: &Facts,
        stored: &Stored,
        changed: Option<Moved>,
    ) -> Vec<Refusal> {
        let (now, asked) = (ctx.rule_now(), asked(facts, &stored.outcomes, stored.day()));
        let integrates = |asked: &&Asked| {
            let of = facts.competencies.get(usize::from(asked.competency));
            of.is_some_and(|of| self.0.contains(&of.id))
        };
        let integrated_care = asked.iter().filter(integrates).count();
        let drafted = as_drafted(facts, stored, (&asked, integrated_care), now);
        match changed {
            Some(moved) => drafted.lost(now, moved),
            None => Drafted { state: SessionState::Draft, ..drafted }.missing(now),
        }
    }

    /// Whether somebody has a post on a session's day: nobody leads one without.
    pub fn may_lead(facts: &Facts, stored: &Stored, person: PersonId) -> bool {
        let person = facts.person(person);
        person.is_some_and(|person| facts.posts_in_scope(person, stored.day()).next().is_some())
    }
}
