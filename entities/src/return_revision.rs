//! One revision of the return of a place and a day.

use domain::ids::{AccountId, AreaId, ReturnRevisionId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_revision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReturnRevisionId,
    pub place_id: AreaId,
    pub reference_date: Date,
    /// From 1, without gaps.
    pub number: i32,
    /// Why it corrects the one before; none of the first.
    pub reason: Option<String>,
    pub begun_at: DateTimeUtc,
    /// None where the operator began it, or Esteem by itself.
    pub begun_by_id: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
