//! The sessions that a request or a confirmation rests on, because its person came to them. Append-only, like the judgements. That
//! they came is not copied: the register says so.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let judgement_attendance = Table::create()
            .table("judgement_attendance")
            .refers_to(big_integer("judgement_sequence"), "judgement", "sequence")
            .refers(uuid("session_id"), "session")
            .refers(uuid("person_id"), "person")
            .key(&["judgement_sequence", "session_id"])
            .take();
        create(manager, judgement_attendance, [index("judgement_attendance", &["person_id"])]).await
    }
}
