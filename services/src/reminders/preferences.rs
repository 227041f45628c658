//! What somebody wants by mail: read and chosen by the holder of the account alone.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::AccountId;
use domain::refusal::Refusal;
use domain::reminders::Preferences;
use domain::reminders::preferences::OwnReminders;
use entities::mail_preference;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;

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
    use mail_preference::Column;
    let account = ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    let codes: Vec<&str> = wanted.left_out.iter().map(|part| part.code()).collect();
    let row = mail_preference::ActiveModel {
        account_id: Set(account),
        weekly_digest: Set(wanted.weekly_digest),
        left_out: Set(Some(codes.join(";")).filter(|codes| !codes.is_empty())),
        nudges: Set(wanted.nudges),
        session_reminders: Set(wanted.session_reminders),
        session_invitations: Set(wanted.session_invitations),
        changed_at: Set(ctx.now),
    };
    let chosen = [
        Column::WeeklyDigest,
        Column::LeftOut,
        Column::Nudges,
        Column::SessionReminders,
        Column::SessionInvitations,
        Column::ChangedAt,
    ];
    let anew = OnConflict::column(Column::AccountId).update_columns(chosen).to_owned();
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
    let mail_preference::Model { weekly_digest, nudges, .. } = *row;
    let mail_preference::Model { session_reminders, session_invitations, .. } = *row;
    Preferences { weekly_digest, left_out, nudges, session_reminders, session_invitations }
}

/// Those of these accounts whose holders do not want to be reminded of sessions.
pub(crate) async fn not_reminded(
    db: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<BTreeSet<AccountId>> {
    said_no(db, accounts, mail_preference::Column::SessionReminders).await
}

/// Those of these accounts whose holders do not want to be told that their team is invited to a session.
pub(crate) async fn not_invited(
    db: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = AccountId>,
) -> Result<BTreeSet<AccountId>> {
    said_no(db, accounts, mail_preference::Column::SessionInvitations).await
}

/// Those of these accounts whose holders answered a question with no; one query.
async fn said_no(
    db: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = AccountId>,
    question: mail_preference::Column,
) -> Result<BTreeSet<AccountId>> {
    let of_them = mail_preference::Column::AccountId.is_in(accounts);
    let rows: Vec<AccountId> = mail_preference::Entity::find()
        .select_only()
        .column(mail_preference::Column::AccountId)
        .filter(of_them)
        .filter(question.eq(false))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
