//! What was said of somebody's attendance at a session. Append-only; whether they came is their latest event.

use domain::ids::{AccountId, GuestId, ImportId, PersonId, SessionId};
use domain::sessions::register::{Correction, NotedBy, Word};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attendance_event")]
pub struct Model {
    /// Counted up by the database; the events of one session come one after the other, because each waits for its session.
    #[sea_orm(primary_key)]
    pub sequence: i64,
    pub session_id: SessionId,
    pub person_id: Option<PersonId>,
    pub guest_id: Option<GuestId>,
    /// Whether they came, or that what was said before is taken back.
    pub attendance: Word,
    pub noted_by: NotedBy,
    /// Why the register was open again, where it had been closed before.
    pub correction: Option<Correction>,
    pub recorded_at: DateTimeUtc,
    pub by_account_id: Option<AccountId>,
    /// The import that said so; none where it was said here.
    pub import_id: Option<ImportId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
