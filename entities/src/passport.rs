//! A passport that was issued, without what was in it. Never changed but to be withdrawn.

use domain::ids::{JudgementSequence, PassportId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passport")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PassportId,
    pub person_id: PersonId,
    pub issued_at: DateTimeUtc,
    /// SHA-256 of what was signed, in base64url.
    pub digest: String,
    /// Of the key that signed it.
    pub fingerprint: String,
    /// The last judgement about its owner that it knew of.
    pub last_judgement: JudgementSequence,
    pub withdrawn_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
