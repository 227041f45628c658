//! The framework version that a file's competency codes refer to.

use super::known::Codes;
use crate::error::Result;
use chrono::NaiveDate;
use domain::frameworks::{Version, version_at};
use domain::ids::{CompetencyId, FrameworkVersionId};
use entities::{competency, framework_version};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder};

/// The version in use at `day`; none where nothing was ever published.
pub(super) async fn in_use(
    db: &DatabaseConnection,
    day: NaiveDate,
) -> Result<Option<framework_version::Model>> {
    let mut rows = all(db).await?;
    let versions: Vec<Version> = rows.iter().map(as_ruled).collect();
    Ok(version_at(&versions, day).map(|at| rows.swap_remove(at)))
}

async fn all(db: &DatabaseConnection) -> Result<Vec<framework_version::Model>> {
    let in_order =
        framework_version::Entity::find().order_by_asc(framework_version::Column::Number);
    Ok(in_order.all(db).await?)
}

fn as_ruled(row: &framework_version::Model) -> Version {
    Version { number: row.number, state: row.state, published_from: row.published_from }
}

/// The competencies of every version, for files that speak of many days.
#[derive(Debug)]
pub(super) struct Competencies {
    versions: Vec<Version>,
    /// In the order of the versions.
    of: Vec<Codes<CompetencyId>>,
}

impl Competencies {
    pub async fn load(db: &DatabaseConnection) -> Result<Self> {
        let rows = all(db).await?;
        let mut of = Vec::new();
        for row in &rows {
            of.push(by_code(of_version(db, row.id).await?));
        }
        Ok(Self { versions: rows.iter().map(as_ruled).collect(), of })
    }

    /// What a code meant at a day: a judgement is about the wording that held when it was made.
    ///
    /// # Errors
    /// Says what is not on record, and what to do.
    pub fn find(&self, code: &str, day: NaiveDate) -> std::result::Result<CompetencyId, String> {
        let version = version_at(&self.versions, day).and_then(|at| self.of.get(at));
        version.map_or_else(|| by_code(Vec::new()).find(code).copied(), |of| of.find(code).copied())
    }

    pub fn code_of(&self, id: CompetencyId) -> Option<&str> {
        self.of.iter().find_map(|of| of.code_of(&id))
    }
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
    Ok(by_code(rows))
}

fn by_code(rows: Vec<competency::Model>) -> Codes<CompetencyId> {
    let codes = rows.into_iter().map(|row| (row.code, row.id));
    Codes::new("a competency of the framework in use", codes)
}

pub(super) async fn of_version(
    db: &DatabaseConnection,
    version: FrameworkVersionId,
) -> Result<Vec<competency::Model>> {
    let of_it = competency::Entity::find().filter(competency::Column::VersionId.eq(version));
    Ok(of_it.all(db).await?)
}
