//! Whether the returns of a place are prepared by themselves: each row says so from its day on, and the one recorded last holds.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let schedule = Table::create()
            .table("return_schedule")
            .col(pk_uuid("id"))
            .refers(uuid("area_id"), "area")
            .col(boolean("is_on"))
            .col(date("starts_on"))
            .col(text("set_by"))
            .col(instant("recorded_at"))
            .take();
        create(manager, schedule, [index("return_schedule", &["area_id"])]).await
    }
}
