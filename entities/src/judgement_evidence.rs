//! A piece of evidence that a request or a confirmation rests on. Append-only.

use domain::ids::{EvidenceItemId, JudgementSequence};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "judgement_evidence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub judgement_sequence: JudgementSequence,
    #[sea_orm(primary_key, auto_increment = false)]
    pub item_id: EvidenceItemId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::judgement::Entity",
        from = "Column::JudgementSequence",
        to = "super::judgement::Column::Sequence"
    )]
    Judgement,
    #[sea_orm(
        belongs_to = "super::evidence_item::Entity",
        from = "Column::ItemId",
        to = "super::evidence_item::Column::Id"
    )]
    EvidenceItem,
}

impl Related<super::judgement::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Judgement.def()
    }
}

impl Related<super::evidence_item::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::EvidenceItem.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
