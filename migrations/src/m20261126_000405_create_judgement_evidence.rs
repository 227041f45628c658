//! What a request or a confirmation rests on. Append-only, like the judgements; the index answers whether a piece of
//! evidence was ever attached.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let judgement_evidence = Table::create()
            .table("judgement_evidence")
            .refers_to(big_integer("judgement_sequence"), "judgement", "sequence")
            .refers(uuid("item_id"), "evidence_item")
            .key(&["judgement_sequence", "item_id"])
            .take();
        create(manager, judgement_evidence, [index("judgement_evidence", &["item_id"])]).await
    }
}
