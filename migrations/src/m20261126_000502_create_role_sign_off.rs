//! Sign-offs: who said on which day that somebody meets all that a role asks.
//!
//! Append-only. Whether one still stands is computed: it depends on the role, the levels and the requirements of the day.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let role_sign_off = Table::create()
            .table("role_sign_off")
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .refers(uuid("role_id"), "role")
            .col(date("signed_on"))
            .col(instant("recorded_at"))
            .refers(uuid("by_person_id"), "person")
            .refers(uuid("by_account_id"), "account")
            .take();
        create(manager, role_sign_off, [index("role_sign_off", &["person_id", "signed_on"])]).await
    }
}
