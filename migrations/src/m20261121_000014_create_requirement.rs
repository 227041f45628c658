//! Requirements: the level that a role asks in a competency, from a day to a day.
//!
//! Level 0 is a decision that nothing is required, which is not the same as nobody having decided. A blank start is the
//! earliest, and a partial index keeps it single.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let requirement = Table::create()
            .table("requirement")
            .col(pk_uuid("id"))
            .refers(uuid("role_id"), "role")
            .refers(uuid("competency_id"), "competency")
            .col(integer("required_level"))
            .col(text("necessity"))
            .col(boolean("critical"))
            .col(date_null("effective_from"))
            .col(date_null("effective_to"))
            .unique(&["role_id", "competency_id", "effective_from"])
            .check(within("required_level", 0, 5))
            .take();
        let indexes = [
            unique_where_empty("requirement", &["role_id", "competency_id"], "effective_from"),
            index("requirement", &["competency_id"]),
        ];
        create(manager, requirement, indexes).await
    }
}
