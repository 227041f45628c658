//! Posts: somebody's place of work, from the first day to the last.
//!
//! Only what is corrected for every day stands here; what changes from a day on is in the terms.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let post = Table::create()
            .table("post")
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .col(text_null("assignment_number"))
            .col(date_null("starts_on"))
            .col(date_null("leaves_on"))
            .col(text_null("afc_band"))
            .take();
        let indexes = [index("post", &["person_id"]), index("post", &["assignment_number"])];
        create(manager, post, indexes).await
    }
}
