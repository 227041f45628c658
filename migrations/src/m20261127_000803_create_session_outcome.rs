//! What a session is meant to lead to: a level in a competency of the framework version it was chosen from.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_outcome = Table::create()
            .table("session_outcome")
            .refers(uuid("session_id"), "session")
            .refers(uuid("competency_id"), "competency")
            .col(integer("level"))
            .key(&["session_id", "competency_id"])
            .check(within("level", 1, 5))
            .take();
        create(manager, session_outcome, []).await
    }
}
