//! Competencies: what somebody can do, as one framework version words it.
//!
//! A missing descriptor of a level means that the level's general meaning is enough.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let competency = Table::create()
            .table("competency")
            .col(pk_uuid("id"))
            .refers(uuid("version_id"), "framework_version")
            .refers(uuid("domain_id"), "competency_domain")
            .col(text("code"))
            .col(text("title"))
            .col(text("statement"))
            .col(text("strand"))
            .col(integer("refresh_months"))
            .col(boolean("rare_event"))
            .col(integer("position"))
            .col(text_null("level_1"))
            .col(text_null("level_2"))
            .col(text_null("level_3"))
            .col(text_null("level_4"))
            .col(text_null("level_5"))
            .unique(&["version_id", "code"])
            .take();
        create(manager, competency, [index("competency", &["domain_id"])]).await
    }
}
