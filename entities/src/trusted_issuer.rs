//! Whose records can be accepted here: an issuer with the fingerprint of one of its keys.

use domain::ids::TrustedIssuerId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trusted_issuer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TrustedIssuerId,
    pub name: String,
    /// Shown, never fetched.
    pub address: String,
    pub fingerprint: String,
    pub added_on: Date,
    pub added_at: DateTimeUtc,
    pub added_by: String,
    /// From this day on nothing of theirs is accepted.
    pub ended_on: Option<Date>,
    pub ended_by: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
