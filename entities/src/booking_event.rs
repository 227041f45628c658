//! What became of somebody's booking of a session. Append-only; where a booking stands is its latest event.

use domain::ids::{AccountId, GuestId, ImportId, PersonId, SessionId, TeamId};
use domain::sessions::BookingState;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "booking_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_id: SessionId,
    /// Counted up within the session.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sequence: i64,
    pub person_id: Option<PersonId>,
    pub guest_id: Option<GuestId>,
    /// The team they come from.
    pub team_id: Option<TeamId>,
    pub state: BookingState,
    /// Until when an offer holds its seat.
    pub answer_by: Option<DateTimeUtc>,
    /// Whether they want a seat that falls to them booked without asking.
    pub at_once: bool,
    pub recorded_at: DateTimeUtc,
    /// Nobody, where it came about by itself.
    pub by_account_id: Option<AccountId>,
    /// The import that said so; none where it came about here.
    pub import_id: Option<ImportId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
