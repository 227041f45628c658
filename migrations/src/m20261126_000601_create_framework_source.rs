//! Sources of frameworks: who made a version that came from elsewhere, so that its words are never taken for one's own.
//!
//! A version without a row was made here.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let framework_source = Table::create()
            .table("framework_source")
            .refers(pk_uuid("version_id"), "framework_version")
            .col(text("creator"))
            .col(text_null("publisher"))
            .col(text_null("description"))
            .col(text_null("language"))
            .col(text_null("official_source_url"))
            .col(text_null("licence_title"))
            .col(uuid_null("licence_identifier"))
            .col(text_null("licence_uri"))
            .take();
        create(manager, framework_source, []).await
    }
}
