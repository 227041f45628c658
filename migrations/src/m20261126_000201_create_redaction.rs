//! Redactions: free texts that were, or are to be, blanked; who proposed it, why, and who decided.
//!
//! A row is written when it is proposed and once more when it is decided. The text is named by word and key and not by a
//! foreign key, because it may stand in any of several tables. One proposal a text may be open at a time.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let redaction = Table::create()
            .table("redaction")
            .col(pk_uuid("id"))
            .col(text("text"))
            .col(text("row_id"))
            .refers(uuid("person_id"), "person")
            .col(text("reason"))
            .refers(uuid("proposed_by_id"), "account")
            .col(instant("proposed_at"))
            .refers(uuid_null("decided_by_id"), "account")
            .col(instant_null("decided_at"))
            .col(boolean_null("agreed"))
            .take();
        let indexes = [
            index("redaction", &["person_id"]),
            unique_where_empty("redaction", &["text", "row_id"], "decided_at"),
        ];
        create(manager, redaction, indexes).await
    }
}
