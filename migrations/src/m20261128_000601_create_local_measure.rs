//! Local measures: one value of a measure for an area or team over a period, as a file told it. Another value under the same key is a row
//! of its own, and the one before is marked as replaced, so that what stood there can always be told.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "local_measure";
        let measure = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("import_id"), "import_run")
            .col(text("code"))
            .col(text("definition"))
            .col(text("source"))
            .col(text("unit"))
            .refers(uuid_null("area_id"), "area")
            .refers(uuid_null("team_id"), "team")
            .col(date("first_on"))
            .col(date("last_on"))
            .col(text_null("value"))
            .col(instant("recorded_at"))
            .col(instant_null("replaced_at"))
            .check(one_of("area_id", "team_id"))
            .take();
        let of = |unit| {
            let key = ["code", unit, "first_on", "last_on"];
            unique_where_empty(table, &key, "replaced_at")
        };
        create(manager, measure, [of("area_id"), of("team_id")]).await
    }
}
