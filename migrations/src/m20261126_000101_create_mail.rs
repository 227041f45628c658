//! Mail: the outbox. A row is made in the transaction of what it tells of, and sent later, or never where it lapses.
//!
//! It holds what a mail is for and to which account it goes, never its words and no secret. `key` lets the same mail be
//! made once only. `tries` counts hand-overs up and is what a process that was stopped meanwhile is recognised by.
//! `next_try_at` is empty once a mail is done with, so that its index holds little but what waits.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mail = Table::create()
            .table("mail")
            .col(pk_uuid("id"))
            .refers(uuid("account_id"), "account")
            .col(text("kind"))
            .col(text("arguments"))
            .col(text_uniq("key"))
            .col(instant("made_at"))
            .col(instant_null("useful_until"))
            .col(instant_null("next_try_at"))
            .col(integer("tries"))
            .col(instant_null("first_tried_at"))
            .col(instant_null("handed_over_at"))
            .col(instant_null("sent_at"))
            .col(instant_null("given_up_at"))
            .col(text_null("last_error"))
            .check(not_both("sent_at", "given_up_at"))
            .take();
        let indexes = [
            index("mail", &["next_try_at"]),
            index("mail", &["made_at"]),
            index("mail", &["account_id"]),
            index("mail", &["given_up_at"]),
        ];
        create(manager, mail, indexes).await
    }
}
