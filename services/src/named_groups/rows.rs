//! Named groups and their members as they are stored.

use super::form::units_of;
use super::may_keep;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::grants::{columns, scope_at};
use domain::coverage::named_groups::GroupOf;
use domain::coverage::named_groups::forms::AddMember;
use domain::coverage::{Facts, Unit};
use domain::dates::{Period, spoken};
use domain::fields::FieldErrors;
use domain::ids::{GroupMemberId, NamedGroupId};
use domain::refusal::Refusal;
use entities::named_group_member as table;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use serde::Serialize;
use uuid::Uuid;

/// What is to be a member.
///
/// # Errors
/// Refuses, beside its field, what is not of the group's kind, not known, or not the asker's to make one.
pub(super) fn meant(ctx: &Ctx, facts: &Facts, (of, code): (GroupOf, &str)) -> Result<Unit> {
    let is_meant = |unit: &Unit| facts.unit_name(*unit).is_some_and(|(known, _)| known == code);
    let found = units_of(facts, of).find(|unit| is_meant(unit) && may_keep(ctx, facts, *unit));
    let message = || format!("Choose {} from the list", of.one());
    found.ok_or_else(|| FieldErrors::one("unit", message()).into())
}

/// Writes a new member.
pub(super) async fn insert(
    (ctx, tx): (&Ctx, &impl ConnectionTrait),
    facts: &Facts,
    group_id: NamedGroupId,
    (unit, says): (Unit, &AddMember),
) -> Result<table::Model> {
    let scope = scope_at(facts, unit).ok_or_else(|| Refusal::not_found("this member"))?;
    let (area_id, organisation_id, team_id) = columns(scope);
    let row = table::Model {
        id: GroupMemberId(Uuid::now_v7()),
        group_id,
        area_id,
        organisation_id,
        team_id,
        starts_on: says.first,
        ends_on: None,
        kept_at: ctx.now,
        kept_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    };
    row.clone().into_active_model().reset_all().insert(tx).await?;
    Ok(row)
}

pub(super) async fn one(tx: &impl ConnectionTrait, id: GroupMemberId) -> Result<table::Model> {
    let row = table::Entity::find_by_id(id).one(tx).await?;
    row.ok_or_else(|| Refusal::not_found("this member").into())
}

/// All rows of a group.
pub(super) async fn of_group(
    tx: &impl ConnectionTrait,
    id: NamedGroupId,
) -> Result<Vec<table::Model>> {
    let rows = table::Entity::find().filter(table::Column::GroupId.eq(id));
    Ok(rows.all(tx).await?)
}

/// Writes what is new of a member.
pub(super) async fn save(tx: &impl ConnectionTrait, row: table::Model) -> Result<()> {
    row.into_active_model().reset_all().update(tx).await?;
    Ok(())
}

pub(super) const fn held(row: &table::Model) -> Period {
    Period::new(Some(row.starts_on), row.ends_on)
}

/// # Errors
/// Refuses, beside a field, days on which the same is a member already, by another row than `row`. Changes of places wait for each
/// other, so that two at once cannot both find nothing.
pub(super) async fn no_member_twice(
    tx: &impl ConnectionTrait,
    row: &table::Model,
    field: &str,
) -> Result<()> {
    let same = |other: &table::Model| {
        let unit = |row: &table::Model| (row.area_id, row.organisation_id, row.team_id);
        other.id != row.id && unit(other) == unit(row) && held(other).overlaps(&held(row))
    };
    let rows = of_group(tx, row.group_id).await?;
    let Some(other) = rows.iter().find(|other| same(other)) else { return Ok(()) };
    let until = other.ends_on.map(|day| format!(" until {}", spoken(day))).unwrap_or_default();
    let message = format!(
        "It is a member already from {}{until}. Change that membership, or choose other days",
        spoken(other.starts_on)
    );
    Err(FieldErrors::one(field, message).into())
}

/// What the log keeps of a member.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    pub group: NamedGroupId,
    pub code: &'a str,
    pub held: Period,
}
