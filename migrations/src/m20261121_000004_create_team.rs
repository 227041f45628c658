//! Teams: where people work together, and what coverage is counted for first.
//!
//! An empty home area means that the network of the team's organisation counts.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let team = Table::create()
            .table("team")
            .col(pk_uuid("id"))
            .col(text_uniq("code"))
            .col(text("name"))
            .col(text("setting"))
            .refers(uuid("organisation_id"), "organisation")
            .refers(uuid_null("area_id"), "area")
            .col(text_null("care_level"))
            .col(integer_null("sessions_due_per_year"))
            .col(date_null("opened_on"))
            .col(date_null("closed_on"))
            .take();
        let indexes = [index("team", &["organisation_id"]), index("team", &["area_id"])];
        create(manager, team, indexes).await
    }
}
