//! Protected time that was promised to an educator: from a day to a day, so many minutes a week, in the unit in which it was
//! agreed. What was so on a past day stays so: a change ends the row the day before, and another follows.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "protected_time_allocation";
        let allocation = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .col(date("starts_on"))
            .col(date_null("ends_on"))
            .col(text("unit"))
            .col(integer("minutes_a_week"))
            .col(text("source"))
            .col(text("agreed_by"))
            .col(instant("given_at"))
            .refers(uuid("given_by_id"), "account")
            .check(within("minutes_a_week", 1, 3_375))
            .take();
        create(manager, allocation, [index(table, &["person_id"])]).await
    }
}
