//! How far the audience of a programme has come, row by row: exact figures for whoever sees them, and the teams in which
//! the asker may read records.

use super::may_read;
use super::stored::Stored;
use crate::coverage::{counting, heading, left_out};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::{subject_posts, visible_teams};
use crate::sessions::taken;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind, Unit, is_among, row_of_team};
use domain::organisations::TeamIndex;
use domain::paging::Paged;
use domain::policy::{Action, Actor, reach};
use domain::programmes::Audience;
use domain::programmes::counting::{Come, count};
use domain::programmes::progress::Course;
use domain::programmes::taken::Taken;
use domain::programmes::views::{ComeRow, ComeRows};
use domain::refusal::Refusal;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many rows a page shows, as the coverage page does: all the teams of a borough.
const ROWS: usize = 200;

/// Whether the asker sees anybody's progress but their own.
pub(super) fn sees_any(ctx: &Ctx) -> bool {
    let any = [Action::ReadFigures, Action::ReadRecord];
    any.into_iter().any(|action| !reach(&ctx.actor, action).is_empty())
}

/// # Errors
/// Refuses whoever sees nobody's progress but their own, as not found.
pub(super) fn authorise(ctx: &Ctx) -> Result<()> {
    may_read(ctx)?;
    if sees_any(ctx) {
        return Ok(());
    }
    Err(Refusal::not_found("this page").into())
}

/// The rows of one kind in which somebody is of the audience, by name.
///
/// # Errors
/// Refuses whoever sees nobody's progress but their own, and unknown codes, as not found.
pub async fn rows(ctx: &Ctx, code: &str, rows_are: ScopeKind, page: usize) -> Result<ComeRows> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let stored = Stored::with_code(ctx.db().read(), code).await?;
    let query = Query {
        visible: visible_teams(ctx, &facts),
        ..Query::new(ctx.today, rows_are, ItemKind::All)
    };
    let sees_figures = ctx.actor == Actor::Operator
        || query.visible.as_ref().is_some_and(|seen| seen.contains(&true));
    let taken = taken(&facts, ctx.db().read(), &stored.step_ids()).await?;
    let (whole, mut rows) = counted(&facts, &stored, taken, &query).await?;
    if rows_are == ScopeKind::Team {
        let others = readable_teams(ctx, &facts, &stored.ruled.audience);
        rows.extend(others.into_iter().filter_map(|team| row(&facts, team)));
    }
    rows.sort_by_cached_key(|row| (row.unit.title.to_lowercase(), row.unit.code.clone()));
    Ok(ComeRows {
        programme: stored.heading(),
        steps: stored.steps.iter().map(|step| step.title.clone()).collect(),
        rows_are,
        whole: sees_figures.then_some(whole),
        rows: Paged::with_size(ROWS, rows, page),
        left_out: if sees_figures { left_out(&facts, &query) } else { Vec::new() },
    })
}

/// Everybody together, each once, and each row.
async fn counted(
    facts: &Arc<Facts>,
    stored: &Stored,
    taken: Taken,
    query: &Query,
) -> Result<(Come, Vec<ComeRow>)> {
    let (programme, query) = (stored.ruled.clone(), query.clone());
    let counted = counting(facts, move |facts| {
        let day = query.as_at;
        let course = Course::of(facts, &programme.steps, day).with(taken);
        let unit = |team| row_of_team(facts, &query, team);
        let by_row = count(facts, &programme.audience, &course, day, unit);
        let teams = Query { scope: ScopeKind::Team, ..query.clone() };
        let whole = |team| row_of_team(facts, &teams, team).map(|_| ());
        let whole = count(facts, &programme.audience, &course, day, whole).remove(&());
        let rows = by_row.into_iter().filter_map(|(unit, come)| {
            Some(ComeRow { unit: heading(facts, unit)?, come: Some(come) })
        });
        (whole.unwrap_or_default(), rows.collect())
    });
    counted.await
}

/// The teams with somebody of the audience whose record the asker may read, where they do not see the team's figures.
fn readable_teams(ctx: &Ctx, facts: &Facts, audience: &Audience) -> BTreeSet<TeamIndex> {
    let Some(visible) = visible_teams(ctx, facts) else { return BTreeSet::new() };
    let reach = reach(&ctx.actor, Action::ReadRecord);
    let mut teams = BTreeSet::new();
    for person in &facts.people {
        let own = audience.teams_of(facts, person, ctx.today);
        let mut hidden =
            own.into_iter().filter(|team| !is_among(Some(visible.as_slice()), *team)).peekable();
        let readable = hidden.peek().is_some()
            && subject_posts(ctx, facts, person.id).iter().any(|post| reach.contains_post(post));
        if readable {
            teams.extend(hidden);
        }
    }
    teams
}

fn row(facts: &Facts, team: TeamIndex) -> Option<ComeRow> {
    Some(ComeRow { unit: heading(facts, Unit::Team(team))?, come: None })
}
