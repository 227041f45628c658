//! A session that a request or a confirmation rests on, because its person came to it. Append-only.

use domain::ids::{JudgementSequence, PersonId, SessionId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "judgement_attendance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub judgement_sequence: JudgementSequence,
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: SessionId,
    /// Whom the judgement is about.
    pub person_id: PersonId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
