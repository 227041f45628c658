//! A mail in the outbox.

use domain::ids::{AccountId, MailId};
use domain::outbox::MailKind;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MailId,
    pub account_id: AccountId,
    pub kind: MailKind,
    /// JSON; never a secret, and never words that somebody wrote.
    pub arguments: String,
    /// The same mail has the same key.
    pub key: String,
    pub made_at: DateTimeUtc,
    /// After this moment it is not worth sending.
    pub useful_until: Option<DateTimeUtc>,
    /// When it may be handed over next; missing once it is done with.
    pub next_try_at: Option<DateTimeUtc>,
    /// How often it was handed over.
    pub tries: i32,
    pub first_tried_at: Option<DateTimeUtc>,
    /// When the hand-over that is under way began; missing once it is known to have failed.
    pub handed_over_at: Option<DateTimeUtc>,
    pub sent_at: Option<DateTimeUtc>,
    pub given_up_at: Option<DateTimeUtc>,
    /// In our own words: what a mail server says may name people.
    pub last_error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::account::Entity",
        from = "Column::AccountId",
        to = "super::account::Column::Id"
    )]
    Account,
}

impl Related<super::account::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Account.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
