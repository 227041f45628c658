//! How confident those who gave feedback were in each outcome: before the session, where that is asked, and when they answered.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let feedback_confidence = Table::create()
            .table("feedback_confidence")
            .refers(uuid("session_id"), "session")
            .refers(uuid("person_id"), "person")
            .col(text("phase"))
            .refers(uuid("competency_id"), "competency")
            .col(integer_null("before"))
            .col(integer("now"))
            .key(&["session_id", "person_id", "phase", "competency_id"])
            .check(within("before", 1, 5))
            .check(within("now", 1, 5))
            .take();
        create(manager, feedback_confidence, []).await
    }
}
