//! Mail preferences: what the holder of an account wants by mail. Whoever has no row wants everything.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mail_preference = Table::create()
            .table("mail_preference")
            .refers(uuid("account_id").primary_key().take(), "account")
            .col(boolean("weekly_digest"))
            .col(text_null("left_out"))
            .col(instant("changed_at"))
            .take();
        create(manager, mail_preference, []).await
    }
}
