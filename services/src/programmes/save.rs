//! Rows of a programme into their tables.

use crate::error::{Error, Result};
use domain::codes::{CareSetting, Origin};
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::frameworks::Level;
use domain::ids::{AreaId, CompetencyId, ProgrammeId, ProgrammeStepId, RoleId};
use domain::programmes::forms::{DescribeProgramme, DescribeStep};
use entities::{programme, programme_outcome, programme_role, programme_setting, programme_step};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, SqlErr,
};

pub(super) fn row(
    id: ProgrammeId,
    says: &DescribeProgramme,
    area: Option<AreaId>,
    origin: Origin,
) -> programme::Model {
    programme::Model {
        id,
        code: says.code.clone(),
        title: says.title.clone(),
        purpose: says.purpose.clone(),
        origin,
        area_id: area,
        starts_on: says.from,
        ends_on: says.to,
    }
}

/// The roles with these codes.
///
/// # Errors
/// Refuses codes that no role has, beside their field.
pub(super) fn roles_with(facts: &Facts, codes: &[String]) -> Result<Vec<RoleId>> {
    let known = |code: &String| facts.roles.iter().find(|role| role.code == *code);
    let roles: Option<Vec<RoleId>> =
        codes.iter().map(|code| known(code).map(|role| role.id)).collect();
    roles.ok_or_else(|| FieldErrors::one("roles", "Choose roles from the list").into())
}

/// Another programme has the code.
pub(super) fn taken(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => {
            FieldErrors::one("code", "Another programme has this code").into()
        }
        _ => error.into(),
    }
}

/// Whom a programme is for, in place of whomever it was for.
pub(super) async fn put_audience(
    tx: &impl ConnectionTrait,
    programme_id: ProgrammeId,
    roles: &[RoleId],
    settings: &[CareSetting],
) -> Result<()> {
    let own = programme_role::Column::ProgrammeId.eq(programme_id);
    programme_role::Entity::delete_many().filter(own).exec(tx).await?;
    let own = programme_setting::Column::ProgrammeId.eq(programme_id);
    programme_setting::Entity::delete_many().filter(own).exec(tx).await?;
    let role = |role_id| programme_role::Model { programme_id, role_id };
    let roles: Vec<_> = distinct(roles).map(|id| role(id).into_active_model()).collect();
    if !roles.is_empty() {
        programme_role::Entity::insert_many(roles).exec_without_returning(tx).await?;
    }
    let setting = |care_setting| programme_setting::Model { programme_id, care_setting };
    let settings: Vec<_> = distinct(settings).map(|of| setting(of).into_active_model()).collect();
    if !settings.is_empty() {
        programme_setting::Entity::insert_many(settings).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn distinct<T: Ord + Copy>(all: &[T]) -> impl Iterator<Item = T> {
    let mut all = all.to_vec();
    all.sort_unstable();
    all.dedup();
    all.into_iter()
}

pub(super) fn step_row(
    id: ProgrammeStepId,
    programme_id: ProgrammeId,
    position: i32,
    says: &DescribeStep,
) -> programme_step::Model {
    programme_step::Model {
        id,
        programme_id,
        position,
        title: says.title.clone(),
        what_happens: says.what_happens.clone(),
        format: says.format,
        minutes: i32::try_from(says.minutes).unwrap_or(i32::MAX),
    }
}

/// What a step is meant to lead to, in place of whatever it was.
pub(super) async fn put_outcomes(
    tx: &impl ConnectionTrait,
    step_id: ProgrammeStepId,
    outcomes: &[(CompetencyId, Level)],
) -> Result<()> {
    let own = programme_outcome::Column::StepId.eq(step_id);
    programme_outcome::Entity::delete_many().filter(own).exec(tx).await?;
    let row = |(competency_id, level): &(CompetencyId, Level)| {
        let level = i32::from(level.number());
        programme_outcome::Model { step_id, competency_id: *competency_id, level }
    };
    let rows: Vec<_> = outcomes.iter().map(|one| row(one).into_active_model()).collect();
    if !rows.is_empty() {
        programme_outcome::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
