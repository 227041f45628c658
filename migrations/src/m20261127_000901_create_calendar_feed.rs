//! Calendar feeds: the secret address at which a calendar reads somebody's sessions. One for each account that has made one; a new
//! one takes its place.
//!
//! Only the SHA-256 of the secret is stored: whoever reads this table cannot read the feed.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let calendar_feed = Table::create()
            .table("calendar_feed")
            .refers(uuid("account_id").primary_key().take(), "account")
            .col(binary_len("token_hash", 32))
            .col(instant("made_at"))
            .unique(&["token_hash"])
            .take();
        create(manager, calendar_feed, []).await
    }
}
