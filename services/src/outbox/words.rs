//! The words of a mail, made when it is sent: so they are true then, and the outbox holds none.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::{reminders, session_requests, sessions};
use domain::calendar::CalendarObject;
use domain::outbox::{MailKind, Sender};
use domain::reminders::words::Words;
use entities::{account, mail};
use sea_orm::EntityTrait;

/// What is to be sent.
pub(super) struct Written {
    /// The address it goes to.
    pub to: String,
    pub words: Words,
    /// What the reader's calendar is told beside them.
    pub calendar: Option<CalendarObject>,
}

/// A mail in words; `None` where it is not needed any more.
pub(super) async fn words(
    ctx: &Ctx,
    mail: &mail::Model,
    sender: Sender<'_>,
) -> Result<Option<Written>> {
    let account = account::Entity::find_by_id(mail.account_id).one(ctx.db().read()).await?;
    let Some(account) = account.filter(|account| account.disabled_at.is_none()) else {
        return Ok(None);
    };
    let (arguments, base_url) = (&mail.arguments, sender.base_url);
    let alone = |words: Words| (words, None);
    let written = match mail.kind {
        MailKind::WeeklyDigest => {
            reminders::digest_for(ctx, account.id, arguments, base_url).await?.map(alone)
        }
        MailKind::Nudge => {
            reminders::nudge_for(ctx, &account, arguments, base_url).await?.map(alone)
        }
        MailKind::SessionRequestAnswered => {
            session_requests::letter_for(ctx, &account, arguments, base_url).await?.map(alone)
        }
        MailKind::SeatRequested
        | MailKind::SeatBooked
        | MailKind::SeatWaiting
        | MailKind::SeatOffered
        | MailKind::SeatDeclined
        | MailKind::SeatCancelled
        | MailKind::SeatGivenUp
        | MailKind::SessionMoved
        | MailKind::SessionRenamed
        | MailKind::SessionMovedAndRenamed
        | MailKind::SessionToLead
        | MailKind::SessionNotToLead
        | MailKind::SessionReminder
        | MailKind::SessionFeedback
        | MailKind::SessionFollowUp
        | MailKind::SessionInvitation
        | MailKind::SessionSeries => sessions::letter_for(ctx, &account, mail, sender).await?,
    };
    Ok(written.map(|(words, calendar)| Written { to: account.email, words, calendar }))
}
