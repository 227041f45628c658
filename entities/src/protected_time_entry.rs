//! An entry of the ledger of protected time. Append-only; a mistake is taken back by another entry.

use domain::ids::{AccountId, PersonId, SessionId, TimeEntryId};
use domain::protected_time::{EntryKind, Shortfall, TimeUse, WhyLost};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "protected_time_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TimeEntryId,
    pub person_id: PersonId,
    pub kind: EntryKind,
    pub time_use: TimeUse,
    pub spent_on: Date,
    pub minutes: i32,
    /// Of time that was lost.
    pub why_lost: Option<WhyLost>,
    /// Of a reason: what protected time lacks for the session.
    pub shortfall: Option<Shortfall>,
    pub session_id: Option<SessionId>,
    /// The reason, where one was asked for, or what somebody wrote beside an entry.
    pub note: Option<String>,
    pub takes_back_id: Option<TimeEntryId>,
    pub recorded_at: DateTimeUtc,
    /// Nobody with an account, where the operator brought the session in a file.
    pub recorded_by_id: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
