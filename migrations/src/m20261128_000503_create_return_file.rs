//! The files of the state in which a revision of a return stands. Once it is submitted, they never change; before, others take their
//! place when it is prepared from changed data.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let file = Table::create()
            .table("return_file")
            .refers(uuid("revision_id"), "return_revision")
            .col(text("name"))
            .col(integer("bytes"))
            .col(text("sha256"))
            .col(blob("content"))
            .key(&["revision_id", "name"])
            .take();
        create(manager, file, []).await
    }
}
