//! A record that somebody brought from an earlier employer: the file as it was signed, and the key that signed it. Nobody
//! brings one file twice.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let brought_record = Table::create()
            .table("brought_record")
            .col(pk_uuid("id"))
            .refers(uuid("person_id"), "person")
            .col(text("issuer_name"))
            .col(text("issuer_address"))
            .col(text("fingerprint"))
            .col(text("digest"))
            .col(date("issued_on"))
            .col(integer("levels"))
            .col(text("document"))
            .col(date("brought_on"))
            .col(instant("recorded_at"))
            .refers(uuid_null("by_account_id"), "account")
            .unique(&["person_id", "digest"])
            .take();
        let of_issuer = index("brought_record", &["fingerprint"]);
        create(manager, brought_record, [of_issuer]).await
    }
}
