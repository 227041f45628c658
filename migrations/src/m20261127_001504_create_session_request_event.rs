//! What became of a team's request for a session, in the order of recording. Append-only.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_request_event = Table::create()
            .table("session_request_event")
            .col(big_pk_auto("sequence"))
            .refers(uuid("request_id"), "session_request")
            .col(text("kind"))
            .refers(uuid_null("session_id"), "session")
            .col(text_null("reason"))
            .col(instant("recorded_at"))
            .refers(uuid_null("by_account_id"), "account")
            .check(not_both("session_id", "reason"))
            .take();
        let indexes = [index("session_request_event", &["request_id", "sequence"])];
        create(manager, session_request_event, indexes).await
    }
}
