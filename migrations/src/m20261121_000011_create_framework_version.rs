//! Framework versions: the editions of the one framework in use, of which a published one never changes.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let framework_version = Table::create()
            .table("framework_version")
            .col(pk_uuid("id"))
            .col(integer_uniq("number"))
            .col(text("title"))
            .col(text("state"))
            .col(date_null("published_from"))
            .take();
        create(manager, framework_version, []).await
    }
}
