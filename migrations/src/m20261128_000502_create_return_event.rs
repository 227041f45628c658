//! What was done with a revision of a return, counted up within it. Append-only: the key keeps two at once from being the same event.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let event = Table::create()
            .table("return_event")
            .refers(uuid("revision_id"), "return_revision")
            .col(integer("sequence"))
            .col(text("step"))
            .refers(uuid_null("by_account_id"), "account")
            .col(boolean("by_itself"))
            .col(instant("at"))
            .col(text("digest"))
            .key(&["revision_id", "sequence"])
            .take();
        create(manager, event, []).await
    }
}
