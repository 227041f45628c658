//! The requests of one team, for whoever asks for it.

use super::asking;
use super::lines::lines;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::frameworks::version_at;
use domain::paging::Paged;
use domain::session_requests::views::TeamRequests;
use entities::session_request;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// What a team has asked for, the latest first, and where each of it stands.
///
/// # Errors
/// Refuses teams for which the asker asks for no sessions as not found.
pub async fn of_team(ctx: &Ctx, code: &str, page: usize) -> Result<TeamRequests> {
    let facts = ctx.facts().await?;
    let team = asking(ctx, &facts, code)?;
    let found = session_request::Entity::find()
        .filter(session_request::Column::TeamId.eq(team.id))
        .order_by_desc(session_request::Column::AskedAt)
        .order_by_desc(session_request::Column::Id);
    let requests = Paged::of(Stored::load(ctx.db().read(), found).await?, page);
    let Paged { entries, page, size, total } = requests;
    Ok(TeamRequests {
        team: Heading { code: team.code.clone(), title: team.name.clone() },
        competencies: competencies(ctx, &facts),
        requests: Paged { entries: lines(ctx, &facts, &entries).await?, page, size, total },
    })
}

/// Those of today's framework version.
fn competencies(ctx: &Ctx, facts: &Facts) -> Vec<Heading> {
    let version = version_at(&facts.versions, ctx.today);
    let of_today = facts.competencies.iter().filter(|of| Some(of.version) == version);
    of_today.map(|of| Heading { code: of.code.clone(), title: of.title.clone() }).collect()
}
