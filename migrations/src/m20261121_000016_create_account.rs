//! Accounts: who can sign in.
//!
//! An account without a password has not yet been taken up. An e-mail is kept in lower case and its constraint is the
//! database's, so that two spellings of one address never become two accounts.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let account = Table::create()
            .table("account")
            .col(pk_uuid("id"))
            .col(text_uniq("email"))
            .refers(uuid_null("person_id").unique_key().take(), "person")
            .col(text_null("password_hash"))
            .col(boolean("demonstration"))
            .col(instant("created_at"))
            .col(instant_null("disabled_at"))
            .check(Expr::col("email").eq(Func::lower(Expr::col("email"))))
            .take();
        create(manager, account, []).await
    }
}
