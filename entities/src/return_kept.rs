//! What a revision of a return says, as it was computed. No list reads more of it than its summary.

use domain::ids::ReturnRevisionId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_kept")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision_id: ReturnRevisionId,
    /// Of its files.
    pub digest: String,
    pub recipient: String,
    /// JSON: what its page shows.
    pub summary: String,
    /// JSON: all that its files say.
    pub contents: String,
    /// JSON: exact counts, which nobody reads.
    pub frozen: String,
    /// The codes of the teams of its place on its day, a line each.
    pub teams: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
