//! Why a team manager declined a booking: beside the event that says that it was. Append-only, like the events. Bookings that wait
//! are found by their team.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let declined = Table::create()
            .table("declined_booking")
            .refers(uuid("session_id"), "session")
            .col(big_integer("sequence"))
            .refers(uuid("person_id"), "person")
            .col(text("reason"))
            .key(&["session_id", "sequence"])
            .take();
        create(manager, declined, []).await?;
        manager.create_index(index("booking_event", &["team_id", "state"])).await
    }
}
