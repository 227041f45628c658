//! Roles: the jobs that people hold posts in, and the staff groups that returns count them under.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let role = Table::create()
            .table("role")
            .col(pk_uuid("id"))
            .col(text_uniq("code"))
            .col(text("title"))
            .col(text("setting"))
            .col(text_null("profession"))
            .col(text_null("gpw_staff_group"))
            .col(text_null("esr_staff_group"))
            .col(boolean("mental_health_professional"))
            .take();
        create(manager, role, []).await
    }
}
