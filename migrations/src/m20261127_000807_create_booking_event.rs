//! What became of people's bookings of a session, in the order of recording. Append-only: where a booking stands is its
//! latest event, and an offer past its deadline holds no seat whether or not anything was written since.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let booking_event = Table::create()
            .table("booking_event")
            .refers(uuid("session_id"), "session")
            .col(big_integer("sequence"))
            .refers(uuid_null("person_id"), "person")
            .refers(uuid_null("guest_id"), "session_guest")
            .refers(uuid_null("team_id"), "team")
            .col(text("state"))
            .col(instant_null("answer_by"))
            .col(boolean("at_once"))
            .col(instant("recorded_at"))
            .refers(uuid_null("by_account_id"), "account")
            .check(not_both("person_id", "guest_id"))
            .key(&["session_id", "sequence"])
            .take();
        create(manager, booking_event, [index("booking_event", &["person_id", "session_id"])]).await
    }
}
