//! What it is agreed that a team has of somebody's time, beside what it has. Rows that were kept before there was the question have no
//! target. As the actual one, it is kept as millionths.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let target = integer_null("target_wte").check(within("target_wte", 1, 1_500_000)).take();
        let input = Table::alter().table("mental_health_input").add_column(target).take();
        manager.alter_table(input).await
    }
}
