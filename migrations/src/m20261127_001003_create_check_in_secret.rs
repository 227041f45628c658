//! The secret of which a session's check-in codes are made: in a table of its own, so that nothing that reads a session brings
//! it along. It is made when the code is first shown.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let check_in_secret = Table::create()
            .table("check_in_secret")
            .refers(uuid("session_id"), "session")
            .col(text("secret"))
            .col(instant("made_at"))
            .key(&["session_id"])
            .take();
        create(manager, check_in_secret, []).await
    }
}
