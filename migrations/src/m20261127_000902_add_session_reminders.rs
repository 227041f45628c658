//! One column of `mail_preference`: whether the holder of the account is reminded of sessions that they have a seat in. Whoever chose
//! before there was the question is asked it as answered with yes, like everybody who never chose.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let reminders = boolean("session_reminders").default(true).take();
        let preference = Table::alter().table("mail_preference").add_column(reminders).take();
        manager.alter_table(preference).await
    }
}
