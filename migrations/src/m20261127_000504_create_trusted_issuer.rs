//! Whose records can be accepted here: an issuer with its address and the fingerprint of one of its keys. A new key is a
//! new row. An ended row stays: what was accepted while it held stays explained.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let trusted_issuer = Table::create()
            .table("trusted_issuer")
            .col(pk_uuid("id"))
            .col(text("name"))
            .col(text("address"))
            .col(text("fingerprint"))
            .col(date("added_on"))
            .col(instant("added_at"))
            .col(text("added_by"))
            .col(date_null("ended_on"))
            .col(text_null("ended_by"))
            .take();
        let listed = unique_where_empty("trusted_issuer", &["fingerprint"], "ended_on");
        create(manager, trusted_issuer, [listed]).await
    }
}
