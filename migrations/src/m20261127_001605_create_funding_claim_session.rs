//! The sessions of a claim, each with its amount in pence and how many of the team came. Append-only. A team claims for a session
//! once, whatever the scheme.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "funding_claim_session";
        let session = Table::create()
            .table(table)
            .refers(uuid("claim_id"), "funding_claim")
            .refers(uuid("session_id"), "session")
            .refers(uuid("team_id"), "team")
            .col(integer("pence"))
            .col(integer("came"))
            .key(&["claim_id", "session_id"])
            .unique(&["team_id", "session_id"])
            .take();
        create(manager, session, []).await
    }
}
