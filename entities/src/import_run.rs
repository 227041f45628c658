//! A file that was brought in, and how far it came.

use domain::ids::{AccountId, ImportId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub kind: String,
    pub file_name: String,
    pub digest: String,
    pub as_at: Date,
    pub started_at: DateTimeUtc,
    pub finished_at: Option<DateTimeUtc>,
    pub actor: String,
    pub account_id: Option<AccountId>,
    /// `uploaded`, `checking`, `previewed`, `merging`, `done`, `refused` or `failed`.
    pub state: String,
    /// JSON.
    pub options: Option<String>,
    pub progress: i64,
    pub total: i64,
    /// JSON.
    pub outcome: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
