//! Members of named groups, each from a day to a day, so that a past day keeps its answer. Nothing is deleted: a member that was added by
//! mistake ends before it began.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "named_group_member";
        let names_one = Expr::col("area_id")
            .is_not_null()
            .or(Expr::col("organisation_id").is_not_null())
            .or(Expr::col("team_id").is_not_null());
        let member = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("group_id"), "named_group")
            .refers(uuid_null("area_id"), "area")
            .refers(uuid_null("organisation_id"), "organisation")
            .refers(uuid_null("team_id"), "team")
            .col(date("starts_on"))
            .col(date_null("ends_on"))
            .col(instant("kept_at"))
            .refers(uuid("kept_by_id"), "account")
            .check(names_one)
            .check(not_both("area_id", "organisation_id"))
            .check(not_both("area_id", "team_id"))
            .check(not_both("organisation_id", "team_id"))
            .take();
        create(manager, member, [index(table, &["group_id"])]).await
    }
}
