//! Sessions to come, and those that were: a page of them, filtered by time in the database.

use super::engaged::longest;
use super::filters::{asks_the_rules, choices, matching, suiting};
use super::hosts::seen;
use super::lines::lines;
use super::may_read;
use super::times::slot_of;
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::db::page_of;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::SessionId;
use domain::paging::Paged;
use domain::policy::{Action, reach};
use domain::sessions::browse::SessionsAddress;
use domain::sessions::views::{SessionLine, SessionsList};
use entities::session;
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, Select};

/// A page of the sessions that have not ended, the soonest first; or of those that have or were cancelled, the latest first.
/// Drafts are for whoever may run them.
///
/// # Errors
/// Refuses whoever is not signed in.
pub async fn list(ctx: &Ctx, ask: &SessionsAddress) -> Result<SessionsList> {
    may_read(ctx)?;
    let (facts, page) = (ctx.facts().await?, ask.page.unwrap_or(1));
    let found = chosen(ctx, &facts, ask.past).await?;
    let found = matching(&facts, found, (ask, ctx.today));
    let rows = if asks_the_rules(ask) {
        let db = ctx.db().read();
        let rows = found.all(db).await?;
        Paged::of(suiting(ctx, &facts, db, (ask, rows)).await?, page)
    } else {
        page_of(ctx.db().read(), found, page).await?
    };
    Ok(SessionsList {
        lines: as_lines(ctx, &facts, rows).await?,
        choices: choices(ctx, &facts).await?,
        may_run: !reach(&ctx.actor, Action::RunSessions).is_empty(),
        has_own: ctx.actor.person().is_some(),
    })
}

/// The sessions that the asker may see, to come or past, in order.
pub(super) async fn chosen(
    ctx: &Ctx,
    facts: &Facts,
    past: bool,
) -> Result<Select<session::Entity>> {
    use session::Column::{CancelledAt, Id, StartsAt};
    let now = from_london(ctx.rule_now());
    let going_on = going_on(ctx).await?;
    let (when, order) = if past {
        let over = Condition::all().add(StartsAt.lte(now)).add(Id.is_not_in(going_on));
        (Condition::any().add(CancelledAt.is_not_null()).add(over), Order::Desc)
    } else {
        let to_come = Condition::any().add(StartsAt.gt(now)).add(Id.is_in(going_on));
        (Condition::all().add(CancelledAt.is_null()).add(to_come), Order::Asc)
    };
    let chosen = Condition::all().add(when).add_option(seen(ctx, facts));
    let found = session::Entity::find().filter(chosen);
    Ok(found.order_by(StartsAt, order.clone()).order_by(Id, order))
}

/// The sessions that have begun and not ended: when one ends is not in the database, and it is never long ago that it began.
async fn going_on(ctx: &Ctx) -> Result<Vec<SessionId>> {
    let now = ctx.rule_now();
    let moment = from_london(now);
    let begun = session::Entity::find()
        .filter(session::Column::StartsAt.lte(moment))
        .filter(session::Column::StartsAt.gt(moment - longest()))
        .all(ctx.db().read())
        .await?;
    Ok(begun.iter().filter(|row| slot_of(row).ends() > now).map(|row| row.id).collect())
}

pub(super) async fn as_lines(
    ctx: &Ctx,
    facts: &Facts,
    rows: Paged<session::Model>,
) -> Result<Paged<SessionLine>> {
    let Paged { entries, page, size, total } = rows;
    Ok(Paged { entries: lines(ctx, facts, &entries).await?, page, size, total })
}
