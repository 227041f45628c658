//! Keys that passports are signed with: their public halves alone, kept for good, so that what an old one signed can be
//! checked for as long as somebody has it. The private half of the one in use is in a file.
//!
//! From `compromised_from` on others may have signed with it too.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let signing_key = Table::create()
            .table("signing_key")
            .col(text("fingerprint").primary_key().take())
            .col(text("x"))
            .col(instant("first_used_at"))
            .col(instant_null("retired_at"))
            .col(date_null("compromised_from"))
            .take();
        create(manager, signing_key, []).await
    }
}
