//! Jobs: work that is done by itself, once for the whole installation however many processes there are.
//!
//! `runs` counts up with every run, and is what a process that was stopped in the middle is recognised by.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let job = Table::create()
            .table("job")
            .col(text("name").primary_key().take())
            .col(instant("next_at"))
            .col(big_integer("runs"))
            .col(instant_null("began_at"))
            .col(instant_null("ended_at"))
            .take();
        create(manager, job, []).await
    }
}
