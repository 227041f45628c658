//! A piece of evidence. Never changed once it was attached to a judgement.

use domain::codes::{Evidence, EvidenceSource};
use domain::ids::{AccountId, EvidenceItemId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EvidenceItemId,
    pub person_id: PersonId,
    pub kind: Evidence,
    pub what: String,
    /// An address that begins with `https://`.
    pub link: Option<String>,
    pub happened_on: Date,
    /// Time that counts as continuing professional development.
    pub minutes: Option<i32>,
    pub participatory: bool,
    pub source: EvidenceSource,
    pub recorded_at: DateTimeUtc,
    pub by_account_id: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_one = "super::evidence_file::Entity")]
    EvidenceFile,
}

impl Related<super::evidence_file::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::EvidenceFile.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
