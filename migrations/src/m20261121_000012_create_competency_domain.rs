//! Competency domains: the chapters of a framework version, in the order in which pages show them.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let competency_domain = Table::create()
            .table("competency_domain")
            .col(pk_uuid("id"))
            .refers(uuid("version_id"), "framework_version")
            .col(text("code"))
            .col(text("title"))
            .col(text("origin"))
            .col(integer("position"))
            .unique(&["version_id", "code"])
            .take();
        create(manager, competency_domain, []).await
    }
}
