//! What a lead says of a need in the return of a place and a day. Append-only; the last word counts.

use domain::ids::{AccountId, AreaId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_word")]
pub struct Model {
    /// Counted up by the database.
    #[sea_orm(primary_key)]
    pub id: i64,
    pub place_id: AreaId,
    pub reference_date: Date,
    /// What names the need in its return.
    pub need: String,
    /// Blank where earlier words are taken back.
    pub words: String,
    pub said_at: DateTimeUtc,
    /// None where the operator said it.
    pub said_by_id: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
