//! Into the outbox, in the transaction of what the mail tells of: both are kept, or neither.

use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::ids::{AccountId, MailId};
use domain::outbox::MailKind;
use entities::mail;
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, EntityTrait, TryInsertResult};
use uuid::Uuid;

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail {
    pub to: AccountId,
    pub kind: MailKind,
    /// What its words are made from when it is sent: ids and dates. Never a secret, which is made when it is sent too, and
    /// never words that somebody wrote.
    pub arguments: serde_json::Value,
    /// The same mail has the same key, and is made once: what it reminds of, to whom, and for when.
    pub key: String,
    /// Until when it is worth sending; `None` for always.
    pub useful_until: Option<DateTime<Utc>>,
}

/// Puts mails into the outbox and says how many of them were not there before.
pub(crate) async fn put(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    mails: impl IntoIterator<Item = NewMail>,
) -> Result<u64> {
    let rows = mails.into_iter().map(|mail| row(ctx, mail));
    let put = mail::Entity::insert_many(rows)
        .on_conflict_do_nothing_on([mail::Column::Key])
        .exec_without_returning(tx)
        .await?;
    Ok(match put {
        TryInsertResult::Inserted(count) => count,
        TryInsertResult::Empty | TryInsertResult::Conflicted => 0,
    })
}

fn row(ctx: &Ctx, mail: NewMail) -> mail::ActiveModel {
    mail::ActiveModel {
        id: Set(MailId(Uuid::now_v7())),
        account_id: Set(mail.to),
        kind: Set(mail.kind),
        arguments: Set(mail.arguments.to_string()),
        key: Set(mail.key),
        made_at: Set(ctx.now),
        useful_until: Set(mail.useful_until),
        next_try_at: Set(Some(ctx.now)),
        tries: Set(0),
        first_tried_at: Set(None),
        handed_over_at: Set(None),
        sent_at: Set(None),
        given_up_at: Set(None),
        last_error: Set(None),
    }
}
