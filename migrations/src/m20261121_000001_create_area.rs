//! Areas: the tree of system, place, locality and network that figures are drawn up for.
//!
//! The parent may be missing: a network from the national files stands alone until an administrator places it.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let area = Table::create()
            .table("area")
            .col(pk_uuid("id"))
            .col(text_uniq("code"))
            .col(text("name"))
            .col(text("kind"))
            .refers(uuid_null("parent_id"), "area")
            .col(date_null("opened_on"))
            .col(date_null("closed_on"))
            .take();
        create(manager, area, [index("area", &["parent_id"])]).await
    }
}
