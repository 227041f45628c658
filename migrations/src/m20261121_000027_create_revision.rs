//! Revisions: counters that tell a process that its copy of the facts is old.
//!
//! Whoever changes places or judgements counts up in the same transaction; both rows stand from the start, so that
//! counting is a plain update.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let revision = Table::create()
            .table("revision")
            .col(text("name").primary_key().take())
            .col(big_integer("value"))
            .take();
        create(manager, revision, []).await?;
        let both = "INSERT INTO revision (name, value) VALUES ('places', 0), ('judgements', 0)";
        manager.get_connection().execute_unprepared(both).await?;
        Ok(())
    }
}
