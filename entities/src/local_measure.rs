//! One value of a local measure for an area or team over a period, as a file told it.

use domain::ids::{AreaId, ImportId, LocalMeasureId, TeamId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "local_measure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LocalMeasureId,
    pub import_id: ImportId,
    pub code: String,
    pub definition: String,
    pub source: String,
    pub unit: String,
    /// One of the two.
    pub area_id: Option<AreaId>,
    pub team_id: Option<TeamId>,
    pub first_on: Date,
    pub last_on: Date,
    /// A decimal number; `None` where it was not recorded.
    pub value: Option<String>,
    pub recorded_at: DateTimeUtc,
    /// When a file told another value of the same; the latest has none.
    pub replaced_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
