//! Whom returns are for, each from a day on: those that administrators added to the two that every installation begins with. Nothing is
//! changed or deleted, so that a return of any day names whoever it was for then.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let recipient = Table::create()
            .table("return_recipient")
            .col(pk_uuid("id"))
            .col(text("name"))
            .col(date("starts_on"))
            .col(date("added_on"))
            .col(instant("added_at"))
            .col(text("added_by"))
            .unique(&["starts_on"])
            .take();
        create(manager, recipient, []).await
    }
}
