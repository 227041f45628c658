//! The ledger of protected time. Append-only: an entry that was a mistake is taken back by another. What sessions take is
//! computed from the sessions and stands nowhere else; here stand preparation, travel, supervision, advice and curriculum, time
//! that was lost and why, and the reason for a session that protected time does not cover.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "protected_time_entry";
        let entry = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .col(text("kind"))
            .col(text("time_use"))
            .col(date("spent_on"))
            .col(integer("minutes"))
            .col(text_null("why_lost"))
            .col(text_null("shortfall"))
            .refers(uuid_null("session_id"), "session")
            .col(text_null("note"))
            .refers(uuid_null("takes_back_id"), table)
            .col(instant("recorded_at"))
            .refers(uuid_null("recorded_by_id"), "account")
            .check(within("minutes", 1, 2_400))
            .unique(&["takes_back_id"])
            .take();
        let indexes = [index(table, &["person_id", "spent_on"]), index(table, &["session_id"])];
        create(manager, entry, indexes).await
    }
}
