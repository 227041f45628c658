//! The content of a file of evidence: read when the file is opened, and never with a list.

use domain::ids::EvidenceItemId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_content")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: EvidenceItemId,
    pub content: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
