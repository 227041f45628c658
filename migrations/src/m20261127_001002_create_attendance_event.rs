//! Who came to sessions, said in the order of recording. Append-only: whether somebody came is what was said of them last. It is
//! apart from bookings, so that saying it frees no seat. The index by person serves their own record.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let attendance_event = Table::create()
            .table("attendance_event")
            .col(big_pk_auto("sequence"))
            .refers(uuid("session_id"), "session")
            .refers(uuid_null("person_id"), "person")
            .refers(uuid_null("guest_id"), "session_guest")
            .col(text("attendance"))
            .col(text("noted_by"))
            .col(text_null("correction"))
            .col(instant("recorded_at"))
            .refers(uuid_null("by_account_id"), "account")
            .check(not_both("person_id", "guest_id"))
            .take();
        let indexes = [
            index("attendance_event", &["session_id", "sequence"]),
            index("attendance_event", &["person_id", "session_id"]),
        ];
        create(manager, attendance_event, indexes).await
    }
}
