//! Protected time that was promised to an educator, from a day to a day.

use domain::ids::{AccountId, AllocationId, PersonId};
use domain::protected_time::TimeUnit;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "protected_time_allocation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AllocationId,
    pub person_id: PersonId,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    /// In what it was agreed.
    pub unit: TimeUnit,
    pub minutes_a_week: i32,
    pub source: String,
    pub agreed_by: String,
    pub given_at: DateTimeUtc,
    pub given_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
