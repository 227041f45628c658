//! Which line of a brought record a piece of evidence tells.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let brought_evidence = Table::create()
            .table("brought_evidence")
            .refers(uuid("item_id").primary_key().take(), "evidence_item")
            .refers(uuid("record_id"), "brought_record")
            .col(integer("line"))
            .unique(&["record_id", "line"])
            .take();
        create(manager, brought_evidence, []).await
    }
}
