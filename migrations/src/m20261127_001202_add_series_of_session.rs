//! Which series a session belongs to, and when the rule would have it begin, by clocks in London: a session that is moved keeps
//! that, since calendars know it by it. And indexes for lists of what is held for one place.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds a foreign key to a table that exists only together with its column.
        let series = uuid_null("series_id").extra("REFERENCES \"session_series\" (\"id\")").take();
        // One at a time: SQLite adds one column a statement.
        for column in [series, date_time_null("occurs_on")] {
            let add = Table::alter().table("session").add_column(column).take();
            manager.alter_table(add).await?;
        }
        let indexes = [
            index("session", &["series_id", "occurs_on"]).unique().take(),
            // For which places scheduled sessions are held at all.
            index("session", &["area_id", "organisation_id", "team_id", "scheduled_at"]),
            index("session", &["area_id", "starts_at"]),
            index("session", &["organisation_id", "starts_at"]),
            index("session", &["team_id", "starts_at"]),
        ];
        for index in indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
