//! Crosswalks: what becomes of each competency in the next framework version, one row for each competency it leads to.
//!
//! Carrying is computed from these rows. A retired competency leads nowhere, and a partial index keeps its row single.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let crosswalk = Table::create()
            .table("crosswalk")
            .col(pk_uuid("id"))
            .refers(uuid("version_id"), "framework_version")
            .refers(uuid("old_competency_id"), "competency")
            .refers(uuid_null("new_competency_id"), "competency")
            .col(text("relation"))
            .col(boolean("asked_again"))
            .unique(&["version_id", "old_competency_id", "new_competency_id"])
            .take();
        let indexes = [
            unique_where_empty(
                "crosswalk",
                &["version_id", "old_competency_id"],
                "new_competency_id",
            ),
            index("crosswalk", &["new_competency_id"]),
        ];
        create(manager, crosswalk, indexes).await
    }
}
