//! Feedback of those who came to a session, once in each phase. Append-only: whoever has answered is not asked again.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let feedback = Table::create()
            .table("feedback")
            .refers(uuid("session_id"), "session")
            .refers(uuid("person_id"), "person")
            .col(text("phase"))
            .col(text_null("reaction"))
            .col(instant("given_at"))
            .key(&["session_id", "person_id", "phase"])
            .take();
        create(manager, feedback, []).await
    }
}
