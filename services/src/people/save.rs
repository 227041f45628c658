//! A post and its terms into their tables. Terms are only ever added.

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use chrono::NaiveDate;
use domain::codes::{PostCategory, PostStatus};
use domain::coverage::{Facts, Role};
use domain::ids::{PersonId, PostId};
use domain::organisations::Team;
use domain::people::Terms;
use entities::{post, post_terms};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};
use serde::Serialize;
use uuid::Uuid;

/// Records a new post that starts on a day, with its first terms.
pub(super) async fn save_post(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    facts: &Facts,
    person: PersonId,
    starts_on: NaiveDate,
    terms: &Terms,
) -> Result<PostId> {
    let id = PostId(Uuid::now_v7());
    let row = post::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        assignment_number: Set(None),
        starts_on: Set(Some(starts_on)),
        leaves_on: Set(None),
        afc_band: Set(None),
    };
    row.insert(tx).await?;
    save_terms(ctx, tx, facts, id, terms).await?;
    Ok(id)
}

/// Adds terms to those a post already has.
pub(super) async fn save_terms(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    facts: &Facts,
    post: PostId,
    terms: &Terms,
) -> Result<()> {
    let (team, role) = held_in(facts, terms)?;
    let row = post_terms::ActiveModel {
        post_id: Set(post),
        holds_from: Set(terms.from),
        team_id: Set(team.id),
        role_id: Set(role.id),
        fte: Set(terms.fte),
        category: Set(terms.category),
        status: Set(terms.status),
        line_manager_id: Set(terms.line_manager),
        recorded_at: Set(ctx.now),
        recorded_by: Set(ctx.actor.name().to_owned()),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(())
}

fn held_in<'a>(facts: &'a Facts, terms: &Terms) -> Result<(&'a Team, &'a Role)> {
    let (team, role) = (facts.places.teams.get(terms.team), facts.roles.get(terms.role));
    team.zip(role).ok_or_else(|| Error::Fault("terms without a known team or role".to_owned()))
}

/// Terms as the audit log tells them, in codes.
#[derive(Clone, Debug, Serialize)]
pub(super) struct TermsSaid {
    from: Option<NaiveDate>,
    team: String,
    role: String,
    fte: String,
    category: PostCategory,
    status: PostStatus,
    line_manager: Option<PersonId>,
}

impl TermsSaid {
    pub fn of(facts: &Facts, terms: &Terms) -> Result<Self> {
        let (team, role) = held_in(facts, terms)?;
        Ok(Self {
            from: terms.from,
            team: team.code.clone(),
            role: role.code.clone(),
            fte: terms.fte.to_string(),
            category: terms.category,
            status: terms.status,
            line_manager: terms.line_manager,
        })
    }
}
