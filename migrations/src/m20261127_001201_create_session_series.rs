//! Series of sessions: the rule by which one session recurs, and when the first one was to begin by clocks in London.
//!
//! The rule is text of RFC 5545. The start is a time of day and not a moment: 1pm stays 1pm over the clock changes.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_series = Table::create()
            .table("session_series")
            .col(pk_uuid("id"))
            .col(text("rule"))
            .col(date_time("starts"))
            .col(instant("made_at"))
            .refers(uuid("made_by_id"), "account")
            .take();
        create(manager, session_series, []).await
    }
}
