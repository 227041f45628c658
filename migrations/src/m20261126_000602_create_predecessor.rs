//! Predecessors: what a competency that came from elsewhere has replaced there, in versions that never came here.
//!
//! What has replaced what here stands in the crosswalk.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let predecessor = Table::create()
            .table("predecessor")
            .refers(uuid("competency_id"), "competency")
            .col(uuid("identifier"))
            .col(text("title"))
            .col(text("uri"))
            .key(&["competency_id", "identifier"])
            .take();
        create(manager, predecessor, []).await
    }
}
