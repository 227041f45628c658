//! Session templates: ready-made plans of teaching sessions, known by their code.
//!
//! The domains are codes joined by a bar. They are a suggestion to the educator and refer to no one framework version.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_template = Table::create()
            .table("session_template")
            .col(text("code").primary_key().take())
            .col(text("title"))
            .col(text("format"))
            .col(integer("minutes"))
            .col(text("domains"))
            .col(integer("intended_level"))
            .col(text("audience"))
            .check(within("intended_level", 1, 5))
            .take();
        create(manager, session_template, []).await
    }
}
