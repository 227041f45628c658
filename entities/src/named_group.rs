//! Areas, organisations or teams that are asked about together, under a code of their own.

use domain::coverage::named_groups::GroupOf;
use domain::ids::{AccountId, NamedGroupId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "named_group")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NamedGroupId,
    pub code: String,
    pub name: String,
    pub made_of: GroupOf,
    pub kept_at: DateTimeUtc,
    pub kept_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
