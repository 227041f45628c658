//! What became of a team's request for a session. Append-only; where it stands follows from its latest event.

use domain::ids::{AccountId, SessionId, SessionRequestId};
use domain::session_requests::{DeclineReason, EventKind};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_request_event")]
pub struct Model {
    /// Counted up by the database.
    #[sea_orm(primary_key)]
    pub sequence: i64,
    pub request_id: SessionRequestId,
    pub kind: EventKind,
    /// The session that is planned from it; none where it was declined or withdrawn.
    pub session_id: Option<SessionId>,
    /// Why it was declined.
    pub reason: Option<DeclineReason>,
    pub recorded_at: DateTimeUtc,
    pub by_account_id: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
