//! Which file a piece of evidence came in with, and about which course.

use domain::ids::{CourseId, EvidenceItemId, ImportId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "imported_evidence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: EvidenceItemId,
    pub import_id: ImportId,
    pub course_id: CourseId,
    /// Sixteen bytes that tell its line from every other.
    pub key: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::evidence_item::Entity",
        from = "Column::ItemId",
        to = "super::evidence_item::Column::Id"
    )]
    EvidenceItem,
}

impl Related<super::evidence_item::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::EvidenceItem.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
