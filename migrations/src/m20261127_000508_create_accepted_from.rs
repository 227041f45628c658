//! Where an accepted level came from: the record, and who confirmed it there, as the record names them. Apart from the
//! judgement's note, because who judged is no free text and outlives its redaction. Append-only.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let accepted_from = Table::create()
            .table("accepted_from")
            .refers_to(
                big_integer("judgement_sequence").primary_key().take(),
                "judgement",
                "sequence",
            )
            .refers(uuid("record_id"), "brought_record")
            .col(text("confirmed_by"))
            .take();
        create(manager, accepted_from, [index("accepted_from", &["record_id"])]).await
    }
}
