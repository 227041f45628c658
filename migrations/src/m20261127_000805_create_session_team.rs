//! The teams that are invited to a session.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_team = Table::create()
            .table("session_team")
            .refers(uuid("session_id"), "session")
            .refers(uuid("team_id"), "team")
            .key(&["session_id", "team_id"])
            .take();
        create(manager, session_team, [index("session_team", &["team_id"])]).await
    }
}
