//! Which step of a programme a session runs, where it runs one. The index finds the sessions of a step, the next of them first.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds a foreign key to a table that exists only together with its column.
        let step =
            uuid_null("programme_step_id").extra("REFERENCES \"programme_step\" (\"id\")").take();
        manager.alter_table(Table::alter().table("session").add_column(step).take()).await?;
        manager.create_index(index("session", &["programme_step_id", "starts_at"])).await
    }
}
