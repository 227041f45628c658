//! The teams of a return's place on its day, so that a return of another place to which one of them has moved is held against it. Of
//! returns that were kept before it is not known.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let teams = text("teams").default("").take();
        let kept = Table::alter().table("return_kept").add_column(teams).take();
        manager.alter_table(kept).await
    }
}
