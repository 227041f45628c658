//! Invitations to comment on a draft of the framework, for people without a grant.
//!
//! Only the SHA-256 of a token is stored: whoever reads this table cannot use the link.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let framework_invitation = Table::create()
            .table("framework_invitation")
            .col(pk_uuid("id"))
            .refers(uuid("version_id"), "framework_version")
            .col(binary_len("token_hash", 32))
            .col(text("invited"))
            .col(date("ends_on"))
            .col(instant("created_at"))
            .col(text("created_by"))
            .unique(&["token_hash"])
            .take();
        create(manager, framework_invitation, [index("framework_invitation", &["version_id"])])
            .await
    }
}
