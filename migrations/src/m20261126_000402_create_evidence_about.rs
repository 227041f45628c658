//! What a piece of evidence is about: one competency or several.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let evidence_about = Table::create()
            .table("evidence_about")
            .refers(uuid("item_id"), "evidence_item")
            .refers(uuid("competency_id"), "competency")
            .key(&["item_id", "competency_id"])
            .take();
        create(manager, evidence_about, []).await
    }
}
