//! Sharing levels: what an organisation lets grants from outside see, each from its day on.
//!
//! Of two levels from one day the one recorded later holds, so the pair is not unique.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sharing_level = Table::create()
            .table("sharing_level")
            .col(pk_uuid("id"))
            .refers(uuid("organisation_id"), "organisation")
            .col(text("level"))
            .col(date("starts_on"))
            .col(text("set_by"))
            .col(instant("recorded_at"))
            .take();
        create(manager, sharing_level, [index("sharing_level", &["organisation_id"])]).await
    }
}
