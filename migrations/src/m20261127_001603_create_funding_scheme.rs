//! Schemes that pay teams for sessions: who pays, how much in pence, and on which conditions, from a day to a day. A change ends the
//! row the day before, and another follows with the same origin. For the teams of one area, or of every area.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "funding_scheme";
        let scheme = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("origin_id"), table)
            .refers(uuid_null("area_id"), "area")
            .col(text("name"))
            .col(text("payer"))
            .col(text_null("conditions"))
            .col(integer("pence_per_session"))
            .col(integer("pence_per_branch"))
            .col(integer_null("most_a_year"))
            .col(integer("notice_weeks"))
            .col(boolean("needs_cover"))
            .col(boolean("needs_feedback"))
            .col(date("starts_on"))
            .col(date_null("ends_on"))
            .col(instant("kept_at"))
            .refers(uuid("kept_by_id"), "account")
            .check(within("pence_per_session", 0, 10_000_000))
            .check(within("pence_per_branch", 0, 10_000_000))
            .check(within("notice_weeks", 0, 52))
            .take();
        create(manager, scheme, [index(table, &["starts_on"])]).await
    }
}
