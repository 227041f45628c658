//! Which returns are prepared by themselves: said place by place, by whoever prepares returns there.

mod run; // what is due is prepared

pub(crate) use run::prepare_due;

use crate::accounts;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::may_in_area;
use domain::codes::AreaKind;
use domain::coverage::Facts;
use domain::ids::{AreaId, ReturnScheduleId};
use domain::organisations::Area;
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::returns::schedule::{ReturnSchedules, ScheduledPlace, Switch};
use domain::years::Quarter;
use entities::return_schedule::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, QueryOrder};
use std::collections::HashMap;
use uuid::Uuid;

/// The places whose returns the asker prepares, by name. Whoever said what holds is told by name; without a staff record by address, as in the
/// history of a return, since the asker has a hand in them.
///
/// # Errors
/// Refuses whoever prepares none anywhere, as not found.
pub async fn list(ctx: &Ctx) -> Result<ReturnSchedules> {
    ctx.authorise_somewhere(Action::PrepareReturn, "this page")?;
    let facts = ctx.facts().await?;
    let mut said = latest(ctx.db().read()).await?;
    let by = said.values().map(|row| row.set_by.clone()).collect();
    let names = accounts::names_at(ctx.db().read(), &facts, by).await?;
    let by = |address: String| names.get(&address).cloned().unwrap_or(address);
    let line = |area: &Area| {
        let said = said.remove(&area.id);
        ScheduledPlace {
            code: area.code.clone(),
            name: area.name.clone(),
            is_on: said.as_ref().is_some_and(|row| row.is_on),
            said: said.map(|row| (row.starts_on, by(row.set_by))),
        }
    };
    let mut places: Vec<ScheduledPlace> = own_places(ctx, &facts).map(line).collect();
    places.sort_by(|a, b| (&a.name, &a.code).cmp(&(&b.name, &b.code)));
    Ok(ReturnSchedules { places, next: Quarter::of(ctx.today).last_day() })
}

/// Says whether the returns of a place are prepared by themselves from now on; answers with the name of the place. What is so already
/// stays as it was said first.
///
/// # Errors
/// Refuses places whose returns the asker does not prepare, as not found.
pub async fn set(ctx: &Ctx, place: &str, is_on: bool) -> Result<String> {
    ctx.authorise_somewhere(Action::PrepareReturn, "this page")?;
    let facts = ctx.facts().await?;
    let area = own_places(ctx, &facts).find(|area| area.code == place);
    let area = area.ok_or_else(|| Refusal::not_found("this place"))?;
    let change = ctx.change(Touches::Nothing).await?;
    let was_on = latest(change.tx()).await?.get(&area.id).is_some_and(|row| row.is_on);
    if was_on == is_on {
        return Ok(area.name.clone());
    }
    let row = ActiveModel {
        id: Set(ReturnScheduleId(Uuid::now_v7())),
        area_id: Set(area.id),
        is_on: Set(is_on),
        starts_on: Set(ctx.today),
        set_by: Set(ctx.actor.name().to_owned()),
        recorded_at: Set(ctx.now),
    };
    row.insert(change.tx()).await?;
    let entry = Entry::new("schedule returns", "area", area.id).before(&was_on).after(&is_on);
    change.commit(entry).await?;
    Ok(area.name.clone())
}

/// The places whose returns the asker prepares: returns are of places, and of nothing wider or narrower.
fn own_places<'f>(ctx: &'f Ctx, facts: &'f Facts) -> impl Iterator<Item = &'f Area> {
    let areas = facts.places.areas.iter().enumerate();
    let places = areas.filter(|(_, area)| area.kind == AreaKind::Place);
    let prepares = move |at| may_in_area(ctx, facts, Action::PrepareReturn, Some(at));
    places.filter(move |(at, _)| prepares(*at)).map(|(_, area)| area)
}

/// What was said last of each place of which anything ever was.
async fn latest(db: &impl ConnectionTrait) -> Result<HashMap<AreaId, Model>> {
    let in_order = Entity::find().order_by_asc(Column::RecordedAt).order_by_asc(Column::Id);
    let rows = in_order.all(db).await?;
    Ok(rows.into_iter().map(|row| (row.area_id, row)).collect())
}

const fn switch(row: &Model) -> Switch {
    Switch { is_on: row.is_on, since: row.starts_on }
}
