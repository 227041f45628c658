//! Times of the week at which a team lets its people go: from a day on, every week or every second, on that day of the week.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let window = Table::create()
            .table("release_window")
            .col(pk_uuid("id"))
            .refers(uuid("team_id"), "team")
            .col(date("first_on"))
            .col(integer("every_weeks"))
            .col(date_null("last_on"))
            .col(integer("from_minute"))
            .col(integer("to_minute"))
            .check(within("every_weeks", 1, 2))
            .check(within("from_minute", 0, 1_439))
            .check(within("to_minute", 1, 1_439))
            .take();
        create(manager, window, [index("release_window", &["team_id"])]).await
    }
}
