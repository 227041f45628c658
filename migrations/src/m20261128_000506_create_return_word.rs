//! What a lead says of a need of a place on a day, for all revisions of that return. Append-only: the last word counts, and a blank one
//! takes the others back.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = "return_word";
        let word = Table::create()
            .table(table)
            .col(big_pk_auto("id"))
            .refers(uuid("place_id"), "area")
            .col(date("reference_date"))
            .col(text("need"))
            .col(text("words"))
            .col(instant("said_at"))
            .refers(uuid_null("said_by_id"), "account")
            .take();
        create(manager, word, [index(table, &["place_id", "reference_date", "id"])]).await
    }
}
