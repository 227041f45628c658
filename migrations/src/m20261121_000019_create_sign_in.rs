//! Sign-ins: the browsers that are signed in, and until when.
//!
//! Only the SHA-256 of a token is stored: whoever reads this table cannot sign in with what it says.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sign_in = Table::create()
            .table("sign_in")
            .col(binary_len("token_hash", 32).primary_key().take())
            .refers(uuid("account_id"), "account")
            .col(instant("created_at"))
            .col(instant("last_seen_at"))
            .col(instant("expires_at"))
            .col(instant_null("ended_at"))
            .col(text_null("user_agent"))
            .take();
        create(manager, sign_in, [index("sign_in", &["account_id"])]).await
    }
}
