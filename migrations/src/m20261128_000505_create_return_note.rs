//! Why what a check of a return came upon may stand, in the words of whoever checked it. Append-only.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "return_note";
        let note = Table::create()
            .table(table)
            .col(big_pk_auto("id"))
            .refers(uuid("revision_id"), "return_revision")
            .col(text("digest"))
            .col(text("about"))
            .col(text("subject"))
            .col(text("words"))
            .col(instant("noted_at"))
            .refers(uuid("noted_by_id"), "account")
            .take();
        create(manager, note, [index(table, &["revision_id", "id"])]).await
    }
}
