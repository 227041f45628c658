//! Passports that were issued: whose, when, and by which key; of what was in one only the digest, to know it again.
//!
//! `last_judgement` is the last one about its owner that it knew of: what is revoked by a later one is revoked since.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let passport = Table::create()
            .table("passport")
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .col(instant("issued_at"))
            .col(text("digest"))
            .refers_to(text("fingerprint"), "signing_key", "fingerprint")
            .col(big_integer("last_judgement"))
            .col(instant_null("withdrawn_at"))
            .take();
        create(manager, passport, [index("passport", &["person_id", "issued_at"])]).await
    }
}
