//! What a team asks to be taught. Where a request stands follows from what was recorded of it since, and is not stored.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_request = Table::create()
            .table("session_request")
            .col(pk_uuid("id"))
            .refers(uuid("team_id"), "team")
            .col(text("need"))
            .col(date("needed_by"))
            .col(integer("people"))
            .refers(uuid("asked_by_id"), "account")
            .col(instant("asked_at"))
            .check(within("people", 1, 1_000))
            .take();
        let indexes = [index("session_request", &["team_id", "asked_at"])];
        create(manager, session_request, indexes).await
    }
}
