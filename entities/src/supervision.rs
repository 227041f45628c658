//! An entry of the supervision log. Never changed; a mistake is taken back.

use domain::ids::{AccountId, PersonId, SupervisionId};
use domain::supervision::SupervisionKind;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SupervisionId,
    pub person_id: PersonId,
    pub kind: SupervisionKind,
    pub held_on: Date,
    pub minutes: i32,
    pub logged_at: DateTimeUtc,
    pub logged_by_id: AccountId,
    pub taken_back_at: Option<DateTimeUtc>,
    pub taken_back_by_id: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
