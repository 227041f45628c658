//! The roles that a programme is for; where there are none, any.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let programme_role = Table::create()
            .table("programme_role")
            .refers(uuid("programme_id"), "programme")
            .refers(uuid("role_id"), "role")
            .key(&["programme_id", "role_id"])
            .take();
        create(manager, programme_role, []).await
    }
}
