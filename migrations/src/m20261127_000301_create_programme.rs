//! Programmes: training packages, known by their code, from a first day on and perhaps to a last one.
//!
//! The area is where it runs, and who lies in it may change it; without one it runs everywhere.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let programme = Table::create()
            .table("programme")
            .col(pk_uuid("id"))
            .col(text_uniq("code"))
            .col(text("title"))
            .col(text("purpose"))
            .col(text("origin"))
            .refers(uuid_null("area_id"), "area")
            .col(date("starts_on"))
            .col(date_null("ends_on"))
            .take();
        create(manager, programme, []).await
    }
}
