//! How work has been for people’s wellbeing: who is asked, an answer that is counted with nobody in it, and what is told.

use super::hosts::{lies_in, may_run_in, unit_of};
use super::stored::Stored;
use crate::clock::in_london;
use crate::coverage::unit_with_code;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{located_at, scope_at, units};
use chrono::NaiveDate;
use domain::codes::AreaKind;
use domain::coverage::{Facts, Unit};
use domain::ids::AreaId;
use domain::organisations::Area;
use domain::sessions::feedback::Phase;
use domain::sessions::tally::AskFigures;
use domain::sessions::wellbeing::{self as rule, QuarterSaid, Wellbeing};
use domain::years::Quarter;
use entities::feedback;
use entities::wellbeing_count::{self, Column};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

/// Where the answer of somebody who gives feedback now is counted, after what they have given so far; none where they are not
/// asked.
pub(super) fn asked_for(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    (phase, given): (Phase, &[feedback::Model]),
) -> Option<AreaId> {
    let after = given.iter().filter(|row| row.phase == Phase::After);
    let days = after.map(|row| in_london(row.given_at).date());
    if rule::is_asked(phase, days, in_london(ctx.now).date()) {
        return place_of(facts, unit_of(facts, stored.host())?, stored.day());
    }
    None
}

/// The place that an area, organisation or team belongs to.
fn place_of(facts: &Facts, unit: Unit, day: NaiveDate) -> Option<AreaId> {
    let above = located_at(facts, unit, day)?.areas;
    let is_it = |area: &&Area| area.kind == AreaKind::Place && above.contains(&area.id);
    facts.places.areas.iter().find(is_it).map(|area| area.id)
}

/// Counts an answer. The counts of all answers are written, one raised by 1 and the others by 0: what a database notes of when a row
/// was last written then tells nothing of the answer.
pub(super) async fn count(
    tx: &impl ConnectionTrait,
    (place, quarter): (AreaId, Quarter),
    said: Wellbeing,
) -> Result<()> {
    let row = |answer: &Wellbeing| wellbeing_count::ActiveModel {
        area_id: Set(place),
        quarter: Set(quarter.first_day()),
        answer: Set(*answer),
        people: Set(i32::from(*answer == said)),
    };
    let so_far = Expr::col((wellbeing_count::Entity, Column::People));
    let more = so_far.add(Expr::col(("excluded", Column::People)));
    let key = [Column::AreaId, Column::Quarter, Column::Answer];
    let raised = OnConflict::columns(key).value(Column::People, more).to_owned();
    wellbeing_count::Entity::insert_many(Wellbeing::ALL.iter().map(row))
        .on_conflict(raised)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// What was answered in the places that the asker runs sessions in, in each whole quarter of the period that is over; one query.
pub(super) async fn told(ctx: &Ctx, facts: &Facts, ask: &AskFigures) -> Result<Vec<QuarterSaid>> {
    let rows = wellbeing_count::Entity::find()
        .filter(Column::AreaId.is_in(places(ctx, facts, ask.place.as_deref())))
        .filter(Column::Quarter.between(ask.from, ask.to))
        .all(ctx.db().read())
        .await?;
    let mut counts: BTreeMap<(Quarter, AreaId), BTreeMap<Wellbeing, u32>> = BTreeMap::new();
    for row in rows {
        let of = counts.entry((Quarter::of(row.quarter), row.area_id)).or_default();
        of.insert(row.answer, u32::try_from(row.people).unwrap_or_default());
    }
    counts.retain(|(quarter, _), _| rule::is_told(*quarter, (ask.from, ask.to), ctx.today));
    let said = counts.into_iter().filter_map(|((quarter, place), counts)| {
        let place = facts.places.area(place)?.name.clone();
        Some(QuarterSaid { quarter, place, said: rule::told(&counts) })
    });
    Ok(said.collect())
}

/// The places in which the asker runs sessions for the area, organisation or team with this code, or a part of it; anywhere, where
/// there is no code.
fn places(ctx: &Ctx, facts: &Facts, code: Option<&str>) -> BTreeSet<AreaId> {
    let unit = code.and_then(|code| unit_with_code(facts, code));
    let whole = unit.and_then(|unit| scope_at(facts, unit));
    let is_asked_about = |unit: &Unit| {
        let place = located_at(facts, *unit, ctx.today);
        code.is_none() || whole.zip(place).is_some_and(|(whole, place)| lies_in(&place, whole))
    };
    units(facts)
        .filter(is_asked_about)
        .filter(|unit| may_run_in(ctx, facts, *unit))
        .filter_map(|unit| place_of(facts, unit, ctx.today))
        .collect()
}
