//! One column of `mail_preference`: whether the holder of the account is told that their team is invited to a session. Whoever chose
//! before there was the question is asked it as answered with yes, like everybody who never chose.

use crate::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let invitations = boolean("session_invitations").default(true).take();
        let preference = Table::alter().table("mail_preference").add_column(invitations).take();
        manager.alter_table(preference).await
    }
}
