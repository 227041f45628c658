//! The public half of a key that passports are signed with. Never deleted.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub struct Model {
    /// SHA-256 over the public key as RFC 7638 has it, in base64url.
    #[sea_orm(primary_key, auto_increment = false)]
    pub fingerprint: String,
    /// The public key, in base64url.
    pub x: String,
    pub first_used_at: DateTimeUtc,
    /// When another took its place.
    pub retired_at: Option<DateTimeUtc>,
    /// From when others may have signed with it.
    pub compromised_from: Option<Date>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
