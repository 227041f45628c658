//! What somebody said about being asked for help: agreed, or no longer. Only ever added to; the last word counts.
//!
//! Counted up by the database, because the order of two words on one day matters.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let help_agreement = Table::create()
            .table("help_agreement")
            .col(big_pk_auto("id"))
            .refers(uuid("person_id"), "person")
            .col(text("word"))
            .col(date("made_on"))
            .col(instant("recorded_at"))
            .col(text_null("reach"))
            .col(text_null("domains"))
            .take();
        create(manager, help_agreement, [index("help_agreement", &["person_id", "id"])]).await
    }
}
