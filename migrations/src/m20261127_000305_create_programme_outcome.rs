//! What a step of a programme is meant to lead to: a level in a competency of the framework version it was chosen from.
//!
//! What it means under a later version is computed from the crosswalk.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let programme_outcome = Table::create()
            .table("programme_outcome")
            .refers(uuid("step_id"), "programme_step")
            .refers(uuid("competency_id"), "competency")
            .col(integer("level"))
            .key(&["step_id", "competency_id"])
            .check(within("level", 1, 5))
            .take();
        create(manager, programme_outcome, []).await
    }
}
