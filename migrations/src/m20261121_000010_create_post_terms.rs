//! Terms of a post: team, role, hours, category, status and line manager, each set holding from its day.
//!
//! Append-only: a change is a new row, and of two rows for one day the higher id holds. So no pair of post and day is
//! unique. A blank day is that of the terms as first recorded. Full-time equivalents are millionths, so that sums are
//! exact.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let post_terms = Table::create()
            .table("post_terms")
            .col(big_pk_auto("id"))
            .refers(uuid("post_id"), "post")
            .col(date_null("holds_from"))
            .refers(uuid("team_id"), "team")
            .refers(uuid("role_id"), "role")
            .col(integer("fte"))
            .col(text("category"))
            .col(text("status"))
            .refers(uuid_null("line_manager_id"), "person")
            .col(instant("recorded_at"))
            .col(text("recorded_by"))
            .check(within("fte", 1, 1_500_000))
            .take();
        let indexes = [
            index("post_terms", &["post_id"]),
            index("post_terms", &["team_id"]),
            index("post_terms", &["line_manager_id"]),
        ];
        create(manager, post_terms, indexes).await
    }
}
