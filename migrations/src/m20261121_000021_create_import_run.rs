//! Imports: each file that was brought in, how far it came and what it changed.
//!
//! An upload has its row from the first byte on, so that any process can show where it is on its way.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let import_run = Table::create()
            .table("import_run")
            .col(pk_uuid("id"))
            .col(text("kind"))
            .col(text("file_name"))
            .col(text("digest"))
            .col(date("as_at"))
            .col(instant("started_at"))
            .col(instant_null("finished_at"))
            .col(text("actor"))
            .refers(uuid_null("account_id"), "account")
            .col(text("state"))
            .col(text_null("options"))
            .col(big_integer("progress"))
            .col(big_integer("total"))
            .col(text_null("outcome"))
            .take();
        create(manager, import_run, [index("import_run", &["started_at"])]).await
    }
}
