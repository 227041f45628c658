//! Sharing levels: what each organisation lets grants from outside it see, read and set.

use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::Sharing;
use domain::coverage::Facts;
use domain::ids::SharingLevelId;
use domain::organisations::{Organisation, OrganisationIndex};
use domain::paging::Paged;
use domain::policy::{Action, Located, Resource, may, reach};
use domain::refusal::Refusal;
use domain::sharing::SetSharing;
use domain::sharing::views::{InHistory, SharingChange, SharingDetail, SharingLine};
use entities::sharing_level;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};
use std::collections::HashSet;
use uuid::Uuid;

/// The organisations within the asker's reach, by name, with what they share today: those whose name or code has
/// `search` in it, of one level where one is asked for.
///
/// # Errors
/// Refuses whoever may read no sharing levels.
pub async fn list(
    ctx: &Ctx,
    search: &str,
    level: Option<Sharing>,
    page: usize,
) -> Result<Paged<SharingLine>> {
    ctx.authorise_somewhere(Action::ReadSharing, "this page")?;
    let facts = ctx.facts().await?;
    let search = search.trim().to_lowercase();
    let mut lines: Vec<SharingLine> = within(ctx, &facts)
        .into_iter()
        .filter_map(|at| facts.places.organisations.get(at))
        .filter(|o| format!("{} {}", o.code, o.name).to_lowercase().contains(&search))
        .map(|o| line(ctx, o))
        .filter(|line| level.is_none_or(|level| line.today == level))
        .collect();
    lines.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    Ok(Paged::of(lines, page))
}

/// One organisation within the asker's reach, with every level that was set.
///
/// # Errors
/// Refuses every other with *not found*.
pub async fn detail(ctx: &Ctx, code: &str) -> Result<SharingDetail> {
    ctx.authorise_somewhere(Action::ReadSharing, "this page")?;
    let facts = ctx.facts().await?;
    let (at, organisation) = find(ctx, &facts, code)?;
    let rows = sharing_level::Entity::find()
        .filter(sharing_level::Column::OrganisationId.eq(organisation.id))
        .order_by_desc(sharing_level::Column::StartsOn)
        .order_by_desc(sharing_level::Column::RecordedAt)
        .order_by_desc(sharing_level::Column::Id)
        .all(ctx.db().read())
        .await?;
    Ok(SharingDetail {
        line: line(ctx, organisation),
        history: history(ctx, rows),
        may_set: may_set(ctx, &facts, at),
    })
}

/// Sets what an organisation shares from a day on.
///
/// # Errors
/// Refuses the level that holds on that day already, and with *not found* whoever may not set this organisation's.
pub async fn set(ctx: &Ctx, code: &str, typed: SetSharing) -> Result<()> {
    ctx.authorise_somewhere(Action::SetSharing, "this page")?;
    let facts = ctx.facts().await?;
    let (at, organisation) = find(ctx, &facts, code)?;
    if !may_set(ctx, &facts, at) {
        return Err(Refusal::not_found("this organisation").into());
    }
    typed.changes(organisation)?;
    let change = ctx.change(Touches::Places).await?;
    let row = sharing_level::ActiveModel {
        id: Set(SharingLevelId(Uuid::now_v7())),
        organisation_id: Set(organisation.id),
        level: Set(typed.level),
        starts_on: Set(typed.from),
        set_by: Set(ctx.actor.name().to_owned()),
        recorded_at: Set(ctx.now),
    };
    row.insert(change.tx()).await?;
    let entry = Entry::new("set sharing", "organisation", organisation.id)
        .before(&organisation.sharing_at(typed.from))
        .after(&(typed.level, typed.from));
    change.commit(entry).await
}

/// The organisation with this code, if it lies within the asker's reach.
fn find<'a>(
    ctx: &Ctx,
    facts: &'a Facts,
    code: &str,
) -> Result<(OrganisationIndex, &'a Organisation)> {
    let known = within(ctx, facts).into_iter();
    let mut found = known.filter_map(|at| Some((at, facts.places.organisations.get(at)?)));
    found
        .find(|(_, organisation)| organisation.code == code)
        .ok_or_else(|| Refusal::not_found("this organisation").into())
}

/// The organisations that lie in the asker's reach, or have a team there: a trust stands in no network.
fn within(ctx: &Ctx, facts: &Facts) -> HashSet<OrganisationIndex> {
    let reach = reach(&ctx.actor, Action::ReadSharing);
    let inside = |place: Option<Located>| place.is_some_and(|place| reach.contains(&place));
    let places = &facts.places;
    let own = (0..places.organisations.len())
        .filter(|&at| inside(places.located_organisation(at, ctx.today)));
    let by_team = places.teams.iter().enumerate();
    let by_team = by_team.filter(|&(at, _)| inside(places.located_team(at, ctx.today)));
    own.chain(by_team.map(|(_, team)| team.organisation)).collect()
}

fn may_set(ctx: &Ctx, facts: &Facts, at: OrganisationIndex) -> bool {
    let place = facts.places.located_organisation(at, ctx.today);
    place.is_some_and(|place| may(&ctx.actor, Action::SetSharing, Resource::Place(&place)))
}

fn line(ctx: &Ctx, organisation: &Organisation) -> SharingLine {
    let ahead = organisation.sharing.iter().map(|(from, _)| *from);
    let next = ahead.filter(|from| *from > ctx.today).min();
    SharingLine {
        code: organisation.code.clone(),
        name: organisation.name.clone(),
        sector: organisation.sector,
        today: organisation.sharing_at(ctx.today),
        next: next.map(|day| (day, organisation.sharing_at(day))),
    }
}

/// The levels in the order of `rows`, the latest first: of several from one day, the first recorded last.
fn history(ctx: &Ctx, rows: Vec<sharing_level::Model>) -> Vec<SharingChange> {
    let now = rows.iter().map(|row| row.starts_on).filter(|from| *from <= ctx.today).max();
    let mut days = HashSet::new();
    let change = |row: sharing_level::Model| {
        let place = if !days.insert(row.starts_on) {
            InHistory::Replaced
        } else if row.starts_on > ctx.today {
            InHistory::Planned
        } else if Some(row.starts_on) == now {
            InHistory::Now
        } else {
            InHistory::Past
        };
        SharingChange {
            level: row.level,
            from: row.starts_on,
            set_by: row.set_by,
            set_at: in_london(row.recorded_at),
            place,
        }
    };
    rows.into_iter().map(change).collect()
}
