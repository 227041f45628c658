//! The framework version that a file's competency codes refer to.

use super::known::Codes;
use crate::error::Result;
use chrono::NaiveDate;
use domain::frameworks::{Version, version_at};
use domain::ids::{CompetencyId, FrameworkVersionId};
use entities::{competency, framework_version};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder};

/// The version in use at `day`; where nothing was ever published, the only version there is.
pub(super) async fn in_use(
    db: &DatabaseConnection,
    day: NaiveDate,
) -> Result<Option<framework_version::Model>> {
    let in_order =
        framework_version::Entity::find().order_by_asc(framework_version::Column::Number);
    let mut rows = in_order.all(db).await?;
    let versions: Vec<Version> = rows
        .iter()
        .map(|row| Version {
            number: row.number,
            state: row.state,
            published_from: row.published_from,
        })
        .collect();
    let at = version_at(&versions, day).or_else(|| (rows.len() == 1).then_some(0));
    Ok(at.map(|at| rows.swap_remove(at)))
}

/// The competencies of the version in use at `day`, by code; none where there is no version.
pub(super) async fn competencies(
    db: &DatabaseConnection,
    day: NaiveDate,
) -> Result<Codes<CompetencyId>> {
    let rows = match in_use(db, day).await? {
        Some(version) => of_version(db, version.id).await?,
        None => Vec::new(),
    };
    let codes = rows.into_iter().map(|row| (row.code, row.id));
    Ok(Codes::new("a competency of the framework in use", codes))
}

pub(super) async fn of_version(
    db: &DatabaseConnection,
    version: FrameworkVersionId,
) -> Result<Vec<competency::Model>> {
    let of_it = competency::Entity::find().filter(competency::Column::VersionId.eq(version));
    Ok(of_it.all(db).await?)
}
