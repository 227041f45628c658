//! The file of a piece of evidence; its content is apart.

use domain::evidence::files::FileKind;
use domain::ids::{EvidenceItemId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: EvidenceItemId,
    /// Whose it is: nobody brings one file twice.
    pub person_id: PersonId,
    pub name: String,
    pub kind: FileKind,
    pub bytes: i32,
    /// SHA-256 of the content.
    pub digest: Vec<u8>,
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
