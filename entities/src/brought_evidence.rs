//! Which line of a brought record a piece of evidence tells.

use domain::ids::{BroughtRecordId, EvidenceItemId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "brought_evidence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: EvidenceItemId,
    pub record_id: BroughtRecordId,
    /// Counted from 0.
    pub line: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
