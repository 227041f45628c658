//! The words of a mail, made when it is sent: so they are true then, and the outbox holds none.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::reminders;
use domain::outbox::MailKind;
use domain::reminders::words::Words;
use entities::{account, mail};
use sea_orm::EntityTrait;

/// The address a mail goes to and its words; `None` where it is not needed any more.
pub(super) async fn words(
    ctx: &Ctx,
    mail: &mail::Model,
    base_url: &str,
) -> Result<Option<(String, Words)>> {
    let account = account::Entity::find_by_id(mail.account_id).one(ctx.db().read()).await?;
    let Some(account) = account.filter(|account| account.disabled_at.is_none()) else {
        return Ok(None);
    };
    let words = match mail.kind {
        MailKind::WeeklyDigest => {
            reminders::digest_for(ctx, account.id, &mail.arguments, base_url).await?
        }
        MailKind::Nudge => reminders::nudge_for(ctx, &account, &mail.arguments, base_url).await?,
    };
    Ok(words.map(|words| (account.email, words)))
}
