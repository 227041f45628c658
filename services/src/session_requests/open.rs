//! The requests that an educator can answer: those that are open, of teams for which they run sessions.

use super::lines::lines;
use super::may_answer;
use super::stored::{Stored, unanswered};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::TeamId;
use domain::paging::Paged;
use domain::policy::{Action, reach};
use domain::session_requests::RequestState;
use domain::session_requests::views::SessionRequestLine;
use entities::session_request;
use sea_orm::QueryOrder;
use std::collections::BTreeSet;

/// A page of them, those that are needed soonest first.
///
/// # Errors
/// Refuses whoever runs sessions nowhere.
pub async fn open(ctx: &Ctx, page: usize) -> Result<Paged<SessionRequestLine>> {
    ctx.authorise_somewhere(Action::RunSessions, "this page")?;
    let facts = ctx.facts().await?;
    let requests = to_answer(ctx, &facts).await?;
    let Paged { entries, page, size, total } = Paged::of(requests, page);
    Ok(Paged { entries: lines(ctx, &facts, &entries).await?, page, size, total })
}

/// How many teams have asked for what the asker can answer, for the home page: four queries for whoever runs sessions somewhere, none
/// for anybody else.
///
/// # Errors
/// Fails when the database does.
pub async fn waiting(ctx: &Ctx) -> Result<usize> {
    if reach(&ctx.actor, Action::RunSessions).is_empty() {
        return Ok(0);
    }
    let facts = ctx.facts().await?;
    let requests = to_answer(ctx, &facts).await?;
    let teams: BTreeSet<TeamId> = requests.iter().map(|one| one.row.team_id).collect();
    Ok(teams.len())
}

/// Those that the asker can answer, needed soonest first; four queries.
async fn to_answer(ctx: &Ctx, facts: &Facts) -> Result<Vec<Stored>> {
    let found = unanswered()
        .order_by_asc(session_request::Column::NeededBy)
        .order_by_asc(session_request::Column::Id);
    let mut requests = Stored::load(ctx.db().read(), found).await?;
    requests.retain(|one| {
        one.state(ctx) == RequestState::Open && may_answer(ctx, facts, one.row.team_id)
    });
    Ok(requests)
}
