//! Reflections: what somebody wrote beside their own assessment, and how confident they felt.
//!
//! Apart from the judgement, because it has readers of its own: its owner and the assessor of an open request, and
//! nobody else.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reflection = Table::create()
            .table("reflection")
            .refers_to(
                big_integer("judgement_sequence").primary_key().take(),
                "judgement",
                "sequence",
            )
            .refers(uuid("person_id"), "person")
            .col(integer_null("confidence"))
            .col(text_null("text"))
            .check(within("confidence", 1, 5))
            .take();
        create(manager, reflection, [index("reflection", &["person_id"])]).await
    }
}
