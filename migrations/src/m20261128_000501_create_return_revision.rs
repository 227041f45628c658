//! Returns: one row for each revision of the return of a place and a day. The numbers of one return have no gaps; of two people who begin
//! the same revision at once, one begins it.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "return_revision";
        let numbered = ["place_id", "reference_date", "number"];
        let revision = Table::create()
            .table(table)
            .col(pk_uuid("id"))
            .refers(uuid("place_id"), "area")
            .col(date("reference_date"))
            .col(integer("number"))
            .col(text_null("reason"))
            .col(instant("begun_at"))
            .refers(uuid_null("begun_by_id"), "account")
            .unique(&numbered)
            .check(Expr::col("number").gte(1))
            .take();
        create(manager, revision, []).await
    }
}
