//! Judgements: every assessment, request, confirmation and revocation, in the order of recording.
//!
//! Append-only: nothing is updated or deleted, and a mistake is corrected by a later row. The import key is a digest of
//! an imported line, so that a file brought in twice changes nothing. The partial index serves the list of open
//! requests, a small part of the largest table.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let judgement = Table::create()
            .table("judgement")
            .col(big_pk_auto("sequence"))
            .refers(uuid("person_id"), "person")
            .refers(uuid("competency_id"), "competency")
            .col(text("kind"))
            .col(integer_null("level"))
            .col(date("made_on"))
            .col(date_null("original_on"))
            .col(instant("recorded_at"))
            .refers(uuid_null("by_person_id"), "person")
            .refers(uuid_null("by_account_id"), "account")
            .col(text_null("evidence"))
            .col(text_null("note"))
            .refers(uuid_null("asked_of_id"), "person")
            .refers(uuid_null("import_id"), "import_run")
            .col(binary_len_null("import_key", 16).unique_key().take())
            .check(within("level", 1, 5))
            .take();
        create(manager, judgement, indexes()).await
    }
}

fn indexes() -> [IndexCreateStatement; 2] {
    let requests = Expr::col("kind").eq("requested");
    [
        index("judgement", &["person_id", "competency_id", "made_on"]),
        index("judgement", &["kind", "made_on"]).and_where(requests).take(),
    ]
}
