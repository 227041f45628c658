//! Days on which a team lets nobody go, whatever its windows say.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let exception = Table::create()
            .table("release_exception")
            .refers(uuid("team_id"), "team")
            .col(date("closed_on"))
            .key(&["team_id", "closed_on"])
            .take();
        create(manager, exception, []).await
    }
}
