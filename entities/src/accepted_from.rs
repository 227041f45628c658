//! Where an accepted level came from. Append-only.

use domain::ids::{BroughtRecordId, JudgementSequence};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "accepted_from")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub judgement_sequence: JudgementSequence,
    pub record_id: BroughtRecordId,
    /// Whoever confirmed it there, as the record names them.
    pub confirmed_by: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
