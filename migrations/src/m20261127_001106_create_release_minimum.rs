//! How many of a profession a team keeps: a booking that would leave fewer waits for the team manager.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let minimum = Table::create()
            .table("release_minimum")
            .refers(uuid("team_id"), "team")
            .col(text("profession"))
            .col(integer("least"))
            .key(&["team_id", "profession"])
            .check(within("least", 1, 100))
            .take();
        create(manager, minimum, []).await
    }
}
