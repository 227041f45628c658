//! What somebody wants by mail: read and chosen by the holder of the account alone.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::refusal::Refusal;
use domain::reminders::Preferences;
use domain::reminders::preferences::OwnReminders;
use entities::mail_preference;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;
use sea_orm::sea_query::OnConflict;

/// What the signed-in person wants, and where it goes.
///
/// # Errors
/// Refuses where nobody is signed in.
pub async fn mine(ctx: &Ctx) -> Result<OwnReminders> {
    let account = ctx.actor.account().ok_or(Refusal::SignInFirst)?;
    let row = mail_preference::Entity::find_by_id(account.id).one(ctx.db().read()).await?;
    Ok(OwnReminders {
        email: account.email.clone(),
        is_linked: account.person.is_some(),
        wanted: row.as_ref().map(read).unwrap_or_default(),
    })
}

/// Keeps what the signed-in person wants from now on: mail that already waits is held to it too.
///
/// # Errors
/// Refuses where nobody is signed in.
pub async fn choose(ctx: &Ctx, wanted: Preferences) -> Result<()> {
    use mail_preference::Column::{AccountId, ChangedAt, LeftOut, Nudges, WeeklyDigest};
    let account = ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    let codes: Vec<&str> = wanted.left_out.iter().map(|part| part.code()).collect();
    let row = mail_preference::ActiveModel {
        account_id: Set(account),
        weekly_digest: Set(wanted.weekly_digest),
        left_out: Set(Some(codes.join(";")).filter(|codes| !codes.is_empty())),
        nudges: Set(wanted.nudges),
        changed_at: Set(ctx.now),
    };
    let anew = OnConflict::column(AccountId)
        .update_columns([WeeklyDigest, LeftOut, Nudges, ChangedAt])
        .to_owned();
    let change = ctx.change(Touches::Nothing).await?;
    mail_preference::Entity::insert(row)
        .on_conflict(anew)
        .exec_without_returning(change.tx())
        .await?;
    change.commit(Entry::new("choose reminders", "account", account).after(&wanted)).await
}

pub(super) fn read(row: &mail_preference::Model) -> Preferences {
    let codes = row.left_out.as_deref().unwrap_or_default().split(';');
    let left_out = codes.filter_map(|code| code.parse().ok()).collect();
    Preferences { weekly_digest: row.weekly_digest, left_out, nudges: row.nudges }
}
