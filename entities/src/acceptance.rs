//! That a brought record was accepted. Append-only.

use domain::ids::{AccountId, BroughtRecordId, PersonId, TrustedIssuerId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "acceptance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: BroughtRecordId,
    pub trusted_issuer_id: TrustedIssuerId,
    pub accepted_on: Date,
    pub recorded_at: DateTimeUtc,
    pub by_person_id: PersonId,
    pub by_account_id: AccountId,
    /// Whether somebody said that a differing name or registration number is the same person's.
    pub same_person: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
