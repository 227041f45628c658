//! Which file a piece of evidence came in with, and about which course. The key tells its line from every other, so that
//! the same file twice brings nothing twice.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let imported_evidence = Table::create()
            .table("imported_evidence")
            .refers(uuid("item_id").primary_key().take(), "evidence_item")
            .refers(uuid("import_id"), "import_run")
            .refers(uuid("course_id"), "course")
            .col(binary_len("key", 16).unique_key().take())
            .take();
        create(manager, imported_evidence, [index("imported_evidence", &["course_id"])]).await
    }
}
