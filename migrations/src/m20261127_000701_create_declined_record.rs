//! That a brought record was declined: once, by one person, on one day, for a reason from a list. Append-only; it goes with
//! its record when its owner removes that.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let declined_record = Table::create()
            .table("declined_record")
            .refers(uuid("record_id").primary_key().take(), "brought_record")
            .col(text("reason"))
            .col(date("declined_on"))
            .col(instant("recorded_at"))
            .refers(uuid("by_person_id"), "person")
            .refers(uuid("by_account_id"), "account")
            .take();
        create(manager, declined_record, []).await
    }
}
