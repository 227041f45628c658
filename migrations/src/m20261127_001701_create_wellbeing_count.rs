//! How many people gave which answer about their wellbeing, by place and quarter: counts with nobody in them, which refer to no
//! session and no feedback and say no day. Whoever gives feedback is looked up by themselves, because they are asked once a quarter.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let count = Table::create()
            .table("wellbeing_count")
            .refers(uuid("area_id"), "area")
            .col(date("quarter"))
            .col(text("answer"))
            .col(integer("people"))
            .key(&["area_id", "quarter", "answer"])
            .take();
        create(manager, count, [index("feedback", &["person_id"])]).await
    }
}
