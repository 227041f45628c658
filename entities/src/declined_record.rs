//! That a brought record was declined, and why. Append-only; it goes with its record when its owner removes that.

use domain::brought::DeclineReason;
use domain::ids::{AccountId, BroughtRecordId, PersonId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "declined_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub record_id: BroughtRecordId,
    pub reason: DeclineReason,
    pub declined_on: Date,
    pub recorded_at: DateTimeUtc,
    pub by_person_id: PersonId,
    pub by_account_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
