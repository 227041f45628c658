//! Guests of a session: people who are not on record here. They take seats and count as professions, and enter no figure.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_guest = Table::create()
            .table("session_guest")
            .col(pk_uuid("id"))
            .refers(uuid("session_id"), "session")
            .col(text("name"))
            .col(text("organisation"))
            .col(text("profession"))
            .take();
        create(manager, session_guest, [index("session_guest", &["session_id"])]).await
    }
}
