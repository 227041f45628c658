//! A redaction of one free text: proposed by one person of information governance, decided by another.

use domain::ids::{AccountId, PersonId, RedactionId};
use domain::redactions::TextKind;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "redaction")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RedactionId,
    pub text: TextKind,
    /// The key of the text's row, as text: tables have keys of several types.
    pub row_id: String,
    /// Whose record the text stands in; none where whoever wrote it has none.
    pub person_id: Option<PersonId>,
    pub reason: String,
    pub proposed_by_id: AccountId,
    pub proposed_at: DateTimeUtc,
    pub decided_by_id: Option<AccountId>,
    pub decided_at: Option<DateTimeUtc>,
    pub agreed: Option<bool>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
