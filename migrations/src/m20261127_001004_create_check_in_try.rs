//! Wrong check-in codes, each with who entered it and when; never what was entered. They are counted, so that nobody guesses.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let check_in_try = Table::create()
            .table("check_in_try")
            .col(big_pk_auto("id"))
            .refers(uuid("session_id"), "session")
            .refers(uuid("person_id"), "person")
            .col(instant("tried_at"))
            .take();
        let counted = index("check_in_try", &["person_id", "session_id", "tried_at"]);
        create(manager, check_in_try, [counted]).await
    }
}
