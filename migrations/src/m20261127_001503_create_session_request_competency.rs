//! A competency that a team asks to be taught, of the framework version that it was chosen from: what it means under a later one is
//! computed from the crosswalk.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let session_request_competency = Table::create()
            .table("session_request_competency")
            .refers(uuid("request_id"), "session_request")
            .refers(uuid("competency_id"), "competency")
            .key(&["request_id", "competency_id"])
            .take();
        create(manager, session_request_competency, []).await
    }
}
