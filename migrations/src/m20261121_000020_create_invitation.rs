//! Invitations: the links with which somebody sets the first or a new password, once.
//!
//! Only the SHA-256 of a token is stored: whoever reads this table cannot use the link.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let invitation = Table::create()
            .table("invitation")
            .col(binary_len("token_hash", 32).primary_key().take())
            .refers(uuid("account_id"), "account")
            .col(instant("created_at"))
            .col(instant("expires_at"))
            .col(instant_null("used_at"))
            .col(text("created_by"))
            .take();
        create(manager, invitation, [index("invitation", &["account_id"])]).await
    }
}
