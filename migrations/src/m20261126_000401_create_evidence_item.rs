//! Evidence: what somebody did, in words, perhaps with a link, as a thing of its own that several requests can rest on.
//!
//! Once it was attached to a judgement a row is history: nothing of it is changed, and it is not deleted.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let evidence_item = Table::create()
            .table("evidence_item")
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .col(text("kind"))
            .col(text("what"))
            .col(text_null("link"))
            .col(date("happened_on"))
            .col(integer_null("minutes"))
            .col(boolean("participatory"))
            .col(text("source"))
            .col(instant("recorded_at"))
            .refers(uuid_null("by_account_id"), "account")
            .check(within("minutes", 1, 60_000))
            .take();
        let lists = [index("evidence_item", &["person_id", "happened_on"])];
        create(manager, evidence_item, lists).await
    }
}
