//! Drafts: what somebody has typed in a form and means to come back to. One for each thing it is about; it is deleted
//! when it is sent.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let draft = Table::create()
            .table("draft")
            .refers(uuid("person_id"), "person")
            .col(text("about"))
            .col(text("answers"))
            .col(instant("saved_at"))
            .key(&["person_id", "about"])
            .take();
        create(manager, draft, []).await
    }
}
