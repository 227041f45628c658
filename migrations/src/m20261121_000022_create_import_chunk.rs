//! Import chunks: an uploaded file in pieces of up to 1 MiB, kept until it is merged.
//!
//! Pieces, because a row that holds a whole file would have to be in memory at once.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let import_chunk = Table::create()
            .table("import_chunk")
            .refers(uuid("import_id"), "import_run")
            .col(integer("position"))
            .col(blob("bytes"))
            .key(&["import_id", "position"])
            .take();
        create(manager, import_chunk, []).await
    }
}
