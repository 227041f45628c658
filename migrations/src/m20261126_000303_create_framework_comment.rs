//! Comments on a draft of the framework: on the whole of it or on one competency, by an account or by somebody invited.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let framework_comment = Table::create()
            .table("framework_comment")
            .col(pk_uuid("id"))
            .refers(uuid("version_id"), "framework_version")
            .refers(uuid_null("competency_id"), "competency")
            .refers(uuid_null("account_id"), "account")
            .refers(uuid_null("invitation_id"), "framework_invitation")
            .col(text("name"))
            .col(text("text"))
            .col(instant("written_at"))
            .col(instant_null("resolved_at"))
            .col(text_null("resolved_by"))
            .check(not_both("account_id", "invitation_id"))
            .take();
        let indexes = [
            index("framework_comment", &["version_id"]),
            index("framework_comment", &["competency_id"]),
        ];
        create(manager, framework_comment, indexes).await
    }
}
