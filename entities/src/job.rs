//! Work that is done by itself, and when it is due.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    /// The code of a `domain::jobs::Job`.
    pub name: String,
    /// When some process may begin it: its time, or the end of what another process has for it.
    pub next_at: DateTimeUtc,
    /// How often it was begun.
    pub runs: i64,
    pub began_at: Option<DateTimeUtc>,
    /// When it last ended well.
    pub ended_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
