//! Grants: what an account may do, where, and from which day to which.
//!
//! A grant holds in one area, organisation or team; with none of them it holds everywhere. `grant` is a word of SQL's
//! own, so every statement must quote it, as the query builder does.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let grant = Table::create()
            .table("grant")
            .col(pk_uuid("id"))
            .refers(uuid("account_id"), "account")
            .col(text("kind"))
            .refers(uuid_null("area_id"), "area")
            .refers(uuid_null("organisation_id"), "organisation")
            .refers(uuid_null("team_id"), "team")
            .col(date("starts_on"))
            .col(date_null("ends_on"))
            .col(integer_null("founding_level"))
            .col(text_null("founding_competencies"))
            .col(text("given_by"))
            .col(instant("given_at"))
            .check(within("founding_level", 1, 5))
            .check(not_both("area_id", "organisation_id"))
            .check(not_both("area_id", "team_id"))
            .check(not_both("organisation_id", "team_id"))
            .take();
        create(manager, grant, [index("grant", &["account_id"])]).await
    }
}
