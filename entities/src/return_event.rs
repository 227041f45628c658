//! What was done with a revision of a return. Append-only; where it stands is the latest.

use domain::ids::{AccountId, ReturnRevisionId};
use domain::returns::Step;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "return_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub revision_id: ReturnRevisionId,
    /// Counted up within the revision, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i32,
    pub step: Step,
    /// None where the operator did it, or Esteem by itself.
    pub by_account_id: Option<AccountId>,
    /// Whether a job did it.
    pub by_itself: bool,
    pub at: DateTimeUtc,
    /// Of the files that it was about.
    pub digest: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
