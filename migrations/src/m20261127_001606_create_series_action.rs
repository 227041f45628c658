//! What was agreed in the sessions of a series: short words, by whom and by when, and the day on which it was done.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "series_action";
        let action = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("series_id"), "session_series")
            .col(text("what"))
            .col(text("by_whom"))
            .col(date_null("due_on"))
            .col(date("agreed_on"))
            .col(date_null("done_on"))
            .col(instant("recorded_at"))
            .refers(uuid("recorded_by_id"), "account")
            .take();
        create(manager, action, [index(table, &["series_id"])]).await
    }
}
