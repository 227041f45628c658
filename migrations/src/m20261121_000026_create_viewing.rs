//! Viewings: who looked at whose record, so that the owner can see it.
//!
//! Append-only. A list of people is one row with its query and no person.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let viewing = Table::create()
            .table("viewing")
            .col(big_pk_auto("id"))
            .col(instant("at"))
            .refers(uuid("account_id"), "account")
            .refers(uuid_null("person_id"), "person")
            .col(text_null("query"))
            .take();
        let indexes = [index("viewing", &["person_id"]), index("viewing", &["account_id"])];
        create(manager, viewing, indexes).await
    }
}
