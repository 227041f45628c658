//! What the holder of an account wants by mail.

use domain::ids::AccountId;
use sea_orm::entity::prelude::*;

#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail_preference")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub weekly_digest: bool,
    /// Codes of parts, with semicolons.
    pub left_out: Option<String>,
    /// An email at once when a manager asks them to look at what is due.
    pub nudges: bool,
    /// An email before a session that they have a seat in.
    pub session_reminders: bool,
    /// An email when their team is invited to a session.
    pub session_invitations: bool,
    pub changed_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
