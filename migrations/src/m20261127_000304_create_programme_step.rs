//! The steps of a programme, in their order. A step keeps its id whatever is changed about it, so that whatever belongs to
//! it stays with it.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let programme_step = Table::create()
            .table("programme_step")
            .col(pk_uuid("id"))
            .refers(uuid("programme_id"), "programme")
            .col(integer("position"))
            .col(text("title"))
            .col(text("what_happens"))
            .col(text("format"))
            .col(integer("minutes"))
            .check(within("minutes", 1, 2_400))
            .take();
        let lists = [index("programme_step", &["programme_id", "position"])];
        create(manager, programme_step, lists).await
    }
}
