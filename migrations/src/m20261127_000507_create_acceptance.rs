//! That a brought record was accepted: once, by one person, on one day. Append-only.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let acceptance = Table::create()
            .table("acceptance")
            .refers(uuid("record_id").primary_key().take(), "brought_record")
            .refers(uuid("trusted_issuer_id"), "trusted_issuer")
            .col(date("accepted_on"))
            .col(instant("recorded_at"))
            .refers(uuid("by_person_id"), "person")
            .refers(uuid("by_account_id"), "account")
            .col(boolean("same_person"))
            .take();
        create(manager, acceptance, []).await
    }
}
