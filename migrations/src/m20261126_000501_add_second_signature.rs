//! Two columns of judgements: the first signature that a confirmation countersigns, and the day of what one rests on.
//!
//! Without a foreign key, because SQLite cannot add one to a table that exists; the unique index still lets a first
//! signature be joined only once, whoever is at it at the same time. The partial index serves the list of first
//! signatures that wait, a small part of the largest table.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One at a time: SQLite adds one column a statement.
        for column in [big_integer_null("first_signature"), date_null("evidence_on")] {
            manager
                .alter_table(Table::alter().table("judgement").add_column(column).take())
                .await?;
        }
        let joined = index("judgement", &["first_signature"]).unique().take();
        manager.create_index(joined).await?;
        let signed = Expr::col("kind").eq("first_signature");
        let waiting = Index::create()
            .name("judgement_first_signatures_index")
            .table("judgement")
            .col("made_on")
            .and_where(signed)
            .take();
        manager.create_index(waiting).await
    }
}
