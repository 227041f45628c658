//! Claims that teams made under funding schemes: dated, with what was said then. Append-only.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "funding_claim";
        let claim = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("team_id"), "team")
            .refers(uuid("scheme_id"), "funding_scheme")
            .col(date("claimed_on"))
            .col(integer("branches"))
            .col(text_null("cover"))
            .col(instant("claimed_at"))
            .refers(uuid("claimed_by_id"), "account")
            .take();
        create(manager, claim, [index(table, &["team_id", "claimed_on"])]).await
    }
}
