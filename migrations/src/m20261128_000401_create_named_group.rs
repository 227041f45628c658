//! Named groups: areas, organisations or teams that are asked about together. A code is that of one thing only, so the program also
//! refuses one that an area, organisation or team has.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let group = Table::create()
            .table("named_group")
            .col(pk_uuid("id"))
            .col(text_uniq("code"))
            .col(text("name"))
            .col(text("made_of"))
            .col(instant("kept_at"))
            .refers(uuid("kept_by_id"), "account")
            .take();
        create(manager, group, []).await
    }
}
