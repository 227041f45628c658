//! Returns that wait for whoever is signed in: to be checked, to be approved, to be submitted.

use super::kept::wrote;
use super::may::Rights;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, NaiveDate, Utc};
use domain::coverage::Facts;
use domain::ids::{AccountId, AreaId, ReturnRevisionId};
use domain::policy::{Action, reach};
use domain::returns::history::{may_take, next};
use domain::returns::views::ReturnsWaiting;
use domain::returns::{Event, ReturnId, Step};
use entities::{return_event, return_revision};
use sea_orm::{
    ColumnTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::BTreeMap;

/// A revision by its place, its reference date, its number and its id.
type Revision = (AreaId, NaiveDate, i32, ReturnRevisionId);

/// A revision, and what was done with it, by whom, when, and with which files.
type Row =
    (AreaId, NaiveDate, i32, ReturnRevisionId, Step, Option<AccountId>, DateTime<Utc>, String);

/// Counts for the home page: of the steps that the asker may take now. One query for whoever has anything to do with returns, another
/// where something may be theirs to approve; none for anybody else.
///
/// # Errors
/// Fails when the database does.
pub async fn waiting(ctx: &Ctx) -> Result<ReturnsWaiting> {
    let mut waiting = ReturnsWaiting::default();
    let may = |action| !reach(&ctx.actor, action).is_empty();
    if !may(Action::PrepareReturn) && !may(Action::ApproveReturn) {
        return Ok(waiting);
    }
    let (open, facts) = (open(ctx).await?, ctx.facts().await?);
    let mut to_approve = Vec::new();
    for (of, events) in &open {
        if takes_next(ctx, &facts, *of, (events, &[])) == Some(Step::Approved) {
            to_approve.push(of.3);
        }
    }
    let wrote = wrote(ctx.db().read(), &to_approve).await?;
    for (of, events) in &open {
        let wrote = wrote.get(&of.3).map(Vec::as_slice).unwrap_or_default();
        match takes_next(ctx, &facts, *of, (events, wrote)) {
            Some(Step::Checked) => waiting.to_check += 1,
            Some(Step::Approved) => waiting.to_approve += 1,
            Some(Step::Submitted) => waiting.to_submit += 1,
            Some(Step::Prepared) | None => {}
        }
    }
    Ok(waiting)
}

/// The step that comes next with a revision, where the asker may take it.
fn takes_next(
    ctx: &Ctx,
    facts: &Facts,
    (place, date, number, _): Revision,
    (events, wrote): (&[Event], &[AccountId]),
) -> Option<Step> {
    let at = facts.places.area_at(place)?;
    let code = facts.places.areas.get(at)?.code.clone();
    let id = ReturnId { place: code, date, revision: u32::try_from(number).ok()? };
    let (step, last) = (next(events)?, events.last()?);
    let is_theirs = Rights::at(ctx, facts, at).take(step);
    let taking = (ctx.actor.account_id(), last.digest.as_str());
    (is_theirs && may_take(&id, (events, wrote), step, taking).is_ok()).then_some(step)
}

/// What was done with each revision that is not submitted, the earliest first.
async fn open(ctx: &Ctx) -> Result<BTreeMap<Revision, Vec<Event>>> {
    use return_event::Column::{At, ByAccountId, Digest, RevisionId, Sequence};
    use return_revision::Column::{Number, PlaceId, ReferenceDate};
    let of_revision = return_event::Entity::belongs_to(return_revision::Entity)
        .from(RevisionId)
        .to(return_revision::Column::Id);
    let submitted = return_event::Entity::find()
        .select_only()
        .column(RevisionId)
        .filter(return_event::Column::Step.eq(Step::Submitted))
        .into_query();
    let rows: Vec<Row> = return_event::Entity::find()
        .select_only()
        .columns([PlaceId, ReferenceDate, Number])
        .columns([RevisionId, return_event::Column::Step, ByAccountId, At, Digest])
        .join(JoinType::InnerJoin, of_revision.into())
        .filter(RevisionId.not_in_subquery(submitted))
        .order_by_asc(Sequence)
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    let mut open: BTreeMap<Revision, Vec<Event>> = BTreeMap::new();
    for (place, date, number, id, step, by, at, digest) in rows {
        open.entry((place, date, number, id)).or_default().push(Event { step, by, at, digest });
    }
    Ok(open)
}
