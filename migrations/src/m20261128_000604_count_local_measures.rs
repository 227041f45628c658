//! A counter of local measures: it puts their files in a queue, so that two of them never say two values under one key.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let counter = "INSERT INTO revision (name, value) VALUES ('local_measures', 0)";
        manager.get_connection().execute_unprepared(counter).await?;
        Ok(())
    }
}
