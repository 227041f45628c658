//! The content of files of evidence, apart from what is known of them: no list may ever read it along.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let evidence_content = Table::create()
            .table("evidence_content")
            .refers_to(uuid("item_id").primary_key().take(), "evidence_file", "item_id")
            .col(blob("content"))
            .take();
        create(manager, evidence_content, []).await
    }
}
