//! Who leads a session: people on record here, and others by name. Whether a person on record is a mental health professional
//! is computed from their posts; for others it is declared.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_lead = Table::create()
            .table("session_lead")
            .col(pk_uuid("id"))
            .refers(uuid("session_id"), "session")
            .refers(uuid_null("person_id"), "person")
            .col(text_null("name"))
            .col(text_null("organisation"))
            .col(boolean("mental_health_professional"))
            .col(boolean("lived_experience"))
            .unique(&["session_id", "person_id"])
            .check(not_both("person_id", "name"))
            .take();
        create(manager, session_lead, [index("session_lead", &["person_id"])]).await
    }
}
