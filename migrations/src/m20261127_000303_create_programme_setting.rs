//! The care settings that a programme is for; where there are none, any.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let programme_setting = Table::create()
            .table("programme_setting")
            .refers(uuid("programme_id"), "programme")
            .col(text("care_setting"))
            .key(&["programme_id", "care_setting"])
            .take();
        create(manager, programme_setting, []).await
    }
}
