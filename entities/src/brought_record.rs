//! A record that somebody brought from an earlier employer, as it was signed.

use domain::ids::{AccountId, BroughtRecordId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "brought_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: BroughtRecordId,
    pub person_id: PersonId,
    /// As the record names it.
    pub issuer_name: String,
    pub issuer_address: String,
    /// Of the key that signed it.
    pub fingerprint: String,
    /// Of what was signed, in base64url: the same however the file was formatted.
    pub digest: String,
    pub issued_on: Date,
    /// How many levels it has.
    pub levels: i32,
    pub document: String,
    pub brought_on: Date,
    pub recorded_at: DateTimeUtc,
    pub by_account_id: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
