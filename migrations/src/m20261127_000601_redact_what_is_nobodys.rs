//! Redactions of texts whose writer has no staff record, such as comments of people who were invited: the person may be
//! missing. And an index by text, for pages that show such texts.
//!
//! SQLite cannot make a column optional, so the table is written anew; nothing refers to it.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 10] = [
    "id",
    "text",
    "row_id",
    "person_id",
    "reason",
    "proposed_by_id",
    "proposed_at",
    "decided_by_id",
    "decided_at",
    "agreed",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let anew = Table::create()
            .table("redaction_anew")
            .col(pk_uuid("id"))
            .col(text("text"))
            .col(text("row_id"))
            .refers(uuid_null("person_id"), "person")
            .col(text("reason"))
            .refers(uuid("proposed_by_id"), "account")
            .col(instant("proposed_at"))
            .refers(uuid_null("decided_by_id"), "account")
            .col(instant_null("decided_at"))
            .col(boolean_null("agreed"))
            .take();
        manager.create_table(anew).await?;
        let all = Query::select().columns(COLUMNS).from("redaction").take();
        let mut copy = Query::insert();
        copy.into_table("redaction_anew").columns(COLUMNS);
        copy.select_from(all).map_err(|error| DbErr::Migration(error.to_string()))?;
        manager.execute(copy).await?;
        manager.drop_table(Table::drop().table("redaction").take()).await?;
        let renamed = Table::rename().table("redaction_anew", "redaction").take();
        manager.rename_table(renamed).await?;
        let indexes = [
            index("redaction", &["person_id"]),
            index("redaction", &["text", "row_id"]),
            unique_where_empty("redaction", &["text", "row_id"], "decided_at"),
            index("framework_comment", &["account_id"]),
        ];
        for index in indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
