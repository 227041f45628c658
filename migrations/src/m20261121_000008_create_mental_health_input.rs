//! Mental health input: how, when and from whom mental health professionals reach a team.
//!
//! The whole time equivalent is kept as millionths, so that sums are exact.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mental_health_input = Table::create()
            .table("mental_health_input")
            .col(pk_uuid("id"))
            .refers(uuid("team_id"), "team")
            .col(text("kind"))
            .col(date_null("starts_on"))
            .col(date_null("ends_on"))
            .refers(uuid_null("from_team_id"), "team")
            .refers(uuid_null("from_person_id"), "person")
            .col(integer_null("wte"))
            .check(within("wte", 1, 1_500_000))
            .take();
        create(manager, mental_health_input, [index("mental_health_input", &["team_id"])]).await
    }
}
