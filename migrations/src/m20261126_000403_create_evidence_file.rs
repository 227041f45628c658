//! Files of evidence: what each is and what it is called. The digest tells a file that somebody has brought before.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let evidence_file = Table::create()
            .table("evidence_file")
            .refers(uuid("item_id").primary_key().take(), "evidence_item")
            .refers(uuid("person_id"), "person")
            .col(text("name"))
            .col(text("kind"))
            .col(integer("bytes"))
            .col(binary_len("digest", 32))
            .unique(&["person_id", "digest"])
            .take();
        create(manager, evidence_file, []).await
    }
}
