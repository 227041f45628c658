//! An assessment, request, confirmation, revocation or the like. Append-only.

use domain::codes::JudgementKind;
use domain::ids::{AccountId, CompetencyId, ImportId, JudgementSequence, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "judgement")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub sequence: JudgementSequence,
    pub person_id: PersonId,
    pub competency_id: CompetencyId,
    pub kind: JudgementKind,
    pub level: Option<i32>,
    pub made_on: Date,
    /// The day of the confirmation that was taken over, for `accepted` alone.
    pub original_on: Option<Date>,
    pub recorded_at: DateTimeUtc,
    pub by_person_id: Option<PersonId>,
    pub by_account_id: Option<AccountId>,
    /// Evidence codes joined by `;`.
    pub evidence: Option<String>,
    /// The day of what it rests on, where that is another than its own.
    pub evidence_on: Option<Date>,
    pub note: Option<String>,
    /// The assessor whom a request names.
    pub asked_of_id: Option<PersonId>,
    /// The first signature that a confirmation countersigns.
    pub first_signature: Option<JudgementSequence>,
    pub import_id: Option<ImportId>,
    /// Sixteen bytes that tell an imported line from every other.
    pub import_key: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
