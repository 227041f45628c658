//! Cover rules: how many people of a team, or of each team of a care setting, must hold what, from a day to a day. A change ends the row
//! the day before, and another follows.
//!
//! A rule names a domain or a competency by its code, because it goes on from one framework version to the next. Without a level, what a
//! team requires decides.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "cover_rule";
        let rule = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid_null("team_id"), "team")
            .col(text_null("setting"))
            .refers(uuid_null("area_id"), "area")
            .col(text_null("domain_code"))
            .col(text_null("competency_code"))
            .col(integer("people"))
            .col(integer_null("level"))
            .col(integer("professions"))
            .col(date("starts_on"))
            .col(date_null("ends_on"))
            .col(instant("kept_at"))
            .refers(uuid("kept_by_id"), "account")
            .check(one_of("team_id", "setting"))
            .check(not_both("team_id", "area_id"))
            .check(one_of("domain_code", "competency_code"))
            .check(within("people", 1, 50))
            .check(within("level", 1, 5))
            .check(within("professions", 1, 50))
            .take();
        create(manager, rule, [index(table, &["team_id"])]).await
    }
}
