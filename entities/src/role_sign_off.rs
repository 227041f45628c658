//! Somebody's whole role profile, signed off on a day. Append-only.

use domain::ids::{AccountId, PersonId, RoleId, RoleSignOffId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role_sign_off")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RoleSignOffId,
    pub person_id: PersonId,
    pub role_id: RoleId,
    pub signed_on: Date,
    pub recorded_at: DateTimeUtc,
    pub by_person_id: PersonId,
    pub by_account_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
