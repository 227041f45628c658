//! Seats of a session that are kept for a profession or a team, and the most that it may take, until they are released.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_quota = Table::create()
            .table("session_quota")
            .col(pk_uuid("id"))
            .refers(uuid("session_id"), "session")
            .col(text_null("profession"))
            .refers(uuid_null("team_id"), "team")
            .col(integer("least"))
            .col(integer_null("most"))
            .col(date("released_on"))
            .check(within("least", 0, 1_000))
            .check(within("most", 0, 1_000))
            .check(not_both("profession", "team_id"))
            .unique(&["session_id", "profession"])
            .unique(&["session_id", "team_id"])
            .take();
        create(manager, session_quota, []).await
    }
}
