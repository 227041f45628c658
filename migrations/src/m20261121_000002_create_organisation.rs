//! Organisations: practices, trusts, councils and charities, each with one code in the installation.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let organisation = Table::create()
            .table("organisation")
            .col(pk_uuid("id"))
            .col(text_uniq("code"))
            .col(text("name"))
            .col(text("sector"))
            .col(text_null("postcode"))
            .col(date_null("opened_on"))
            .col(date_null("closed_on"))
            .take();
        create(manager, organisation, []).await
    }
}
