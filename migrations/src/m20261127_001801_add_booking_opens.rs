//! When booking of a session opens; where there is none, once the session is scheduled. Whose drafts sessions were is found by an index.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let opens = instant_null("booking_opens_at");
        manager.alter_table(Table::alter().table("session").add_column(opens).take()).await?;
        manager.create_index(index("session", &["drafted_by_id"])).await
    }
}
