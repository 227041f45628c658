//! What a team asks before it lets its people go to sessions: who covers, how many weeks ahead it wants to know, whether each
//! booking waits for the team manager, and who answers in the manager's place.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let release = Table::create()
            .table("team_release")
            .refers(uuid("team_id"), "team")
            .col(text_null("cover"))
            .col(integer("notice_weeks"))
            .col(boolean("asks_approval"))
            .refers(uuid_null("deputy_id"), "person")
            .key(&["team_id"])
            .check(within("notice_weeks", 0, 52))
            .take();
        create(manager, release, [index("team_release", &["deputy_id"])]).await
    }
}
