//! Somebody whom returns are for, from a day on.

use domain::ids::ReturnRecipientId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_recipient")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReturnRecipientId,
    pub name: String,
    pub starts_on: Date,
    pub added_on: Date,
    pub added_at: DateTimeUtc,
    pub added_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
