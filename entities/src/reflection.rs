//! What somebody wrote beside their own assessment, for the eyes of few.

use domain::ids::{JudgementSequence, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reflection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub judgement_sequence: JudgementSequence,
    pub person_id: PersonId,
    /// 1 to 5.
    pub confidence: Option<i32>,
    pub text: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::judgement::Entity",
        from = "Column::JudgementSequence",
        to = "super::judgement::Column::Sequence"
    )]
    Judgement,
}

impl Related<super::judgement::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Judgement.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
