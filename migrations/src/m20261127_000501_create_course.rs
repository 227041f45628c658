//! Courses as files name them. `key` is the title without capitals and doubled spaces: one course has one row, however
//! two files write it.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let course = Table::create()
            .table("course")
            .col(pk_uuid("id"))
            .col(text("title"))
            .col(text_uniq("key"))
            .take();
        create(manager, course, []).await
    }
}
