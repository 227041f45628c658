//! Three columns of sessions: when the register was closed, why it was opened again since, and how many service users and
//! carers were there, who are a number and no names.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns =
            [instant_null("closed_at"), text_null("reopened_for"), integer_null("service_users")];
        // One at a time: SQLite adds one column a statement.
        for column in columns {
            manager.alter_table(Table::alter().table("session").add_column(column).take()).await?;
        }
        Ok(())
    }
}
