//! Audit entries: who changed what and when, with the values before and after as JSON.
//!
//! Append-only. The subject is named by word and id and not by a foreign key, because an entry outlives what it speaks
//! of.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let audit_entry = Table::create()
            .table("audit_entry")
            .col(big_pk_auto("id"))
            .col(instant("at"))
            .col(text("actor"))
            .refers(uuid_null("account_id"), "account")
            .col(text("action"))
            .col(text("subject"))
            .col(text("subject_id"))
            .col(text_null("before"))
            .col(text_null("after"))
            .col(text_null("note"))
            .take();
        let indexes = [
            index("audit_entry", &["subject", "subject_id"]),
            index("audit_entry", &["at"]),
            index("audit_entry", &["account_id"]),
        ];
        create(manager, audit_entry, indexes).await
    }
}
