//! A competency that a piece of evidence is about.

use domain::ids::{CompetencyId, EvidenceItemId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_about")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: EvidenceItemId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub competency_id: CompetencyId,
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
