//! Why what a check of a return came upon may stand. Append-only.

use domain::ids::{AccountId, ReturnRevisionId};
use domain::returns::checks::Check;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_note")]
pub struct Model {
    /// Counted up by the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    pub revision_id: ReturnRevisionId,
    /// Of the files that were checked.
    pub digest: String,
    pub about: Check,
    pub subject: String,
    pub words: String,
    pub noted_at: DateTimeUtc,
    pub noted_by_id: AccountId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
