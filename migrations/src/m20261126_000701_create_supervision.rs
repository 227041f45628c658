//! The supervision log: a person, a day, a kind, minutes. What was said is nobody's to keep, so there is no text.
//!
//! An entry that was a mistake is taken back, with the day and the account, and stays.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let supervision = Table::create()
            .table("supervision")
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .col(text("kind"))
            .col(date("held_on"))
            .col(integer("minutes"))
            .col(instant("logged_at"))
            .refers(uuid("logged_by_id"), "account")
            .col(instant_null("taken_back_at"))
            .refers(uuid_null("taken_back_by_id"), "account")
            .check(within("minutes", 1, 480))
            .take();
        create(manager, supervision, [index("supervision", &["person_id", "held_on"])]).await
    }
}
