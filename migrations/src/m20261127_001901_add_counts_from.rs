//! Which sessions a scheme pays for, by how many of a team came. Schemes that were kept before there was the question pay for those that
//! count towards entitlement, as they did.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let counts_from = text("counts_from").default("entitlement").take();
        let scheme = Table::alter().table("funding_scheme").add_column(counts_from).take();
        manager.alter_table(scheme).await
    }
}
