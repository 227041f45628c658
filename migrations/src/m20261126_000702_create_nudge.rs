//! Nudges: a manager asked somebody to look at what is due of them. Append-only, and without a text.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let nudge = Table::create()
            .table("nudge")
            .col(big_pk_auto("id"))
            .refers(uuid("person_id"), "person")
            .col(date("made_on"))
            .col(instant("made_at"))
            .refers(uuid("by_account_id"), "account")
            .take();
        create(manager, nudge, [index("nudge", &["person_id", "made_on"])]).await
    }
}
