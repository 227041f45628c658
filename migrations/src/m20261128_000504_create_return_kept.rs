//! What a revision of a return says, as JSON, so that pages show it without counting again: a summary, all that its files say, and
//! apart from them the exact counts that later returns are held against. It is of the same state as the files.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let kept = Table::create()
            .table("return_kept")
            .refers(uuid("revision_id").primary_key().take(), "return_revision")
            .col(text("digest"))
            .col(text("recipient"))
            .col(text("summary"))
            .col(text("contents"))
            .col(text("frozen"))
            .take();
        create(manager, kept, []).await
    }
}
