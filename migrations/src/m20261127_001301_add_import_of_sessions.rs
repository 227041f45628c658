//! Which import brought a session, a booking or what was said of somebody's attendance: without it, it was made here. A file that
//! comes again is held against what it said before. The counter puts files of sessions in a queue, so that two of them never bring
//! one session twice.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["session", "booking_event", "attendance_event"] {
            // SQLite adds a foreign key to a table that exists only together with its column.
            let import = uuid_null("import_id").extra("REFERENCES \"import_run\" (\"id\")").take();
            manager.alter_table(Table::alter().table(table).add_column(import).take()).await?;
        }
        let counter = "INSERT INTO revision (name, value) VALUES ('sessions', 0)";
        manager.get_connection().execute_unprepared(counter).await?;
        Ok(())
    }
}
