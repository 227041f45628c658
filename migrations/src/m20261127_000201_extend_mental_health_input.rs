//! What else is known of a team's mental health input: for whom, when, how to reach them, and who supervises them.
//!
//! All of it may be missing: the column of a team file says the kind alone.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds a foreign key to a table that exists only together with its column.
        let supervisor = uuid_null("supervisor_id").extra("REFERENCES \"person\" (\"id\")").take();
        let columns = [
            text_null("population"),
            text_null("case_discussions"),
            supervisor,
            text_null("supervised_every"),
            text_null("times"),
            text_null("reach"),
        ];
        // One at a time: SQLite adds one column a statement.
        for column in columns {
            let add = Table::alter().table("mental_health_input").add_column(column).take();
            manager.alter_table(add).await?;
        }
        Ok(())
    }
}
