//! A mail is handed over by one process, once. The number of the try is the fence: whoever begins a hand-over counts it up
//! where it still stands as they saw it, so a process that was stopped meanwhile finds that it does not, and sends nothing.

use super::authorise;
use super::words::{Written, words};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{DateTime, Utc};
use domain::calendar::CalendarObject;
use domain::ids::MailId;
use domain::outbox::{HAND_OVER_MOST, NOT_KNOWN_PAUSE, Next, Outcome, Sender, after};
use domain::reminders::words::Words;
use entities::mail::{Column, Entity};
use sea_orm::prelude::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
};

/// A mail that may be handed over, as it stood when it was looked at.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    id: MailId,
    tries: i32,
}

/// A hand-over that is under way.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    id: MailId,
    tries: i32,
    first_tried_at: DateTime<Utc>,
    began_at: DateTime<Utc>,
}

/// A mail to be given to the mail server now.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Stays the same in every try.
    pub id: MailId,
    pub to: String,
    pub words: Words,
    /// What the reader's calendar is told beside them.
    pub calendar: Option<CalendarObject>,
    pub attempt: Attempt,
}

impl Attempt {
    /// Whether the process was stopped since it began: then nothing must be sent any more.
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        now > self.began_at + HAND_OVER_MOST
    }
}

/// Mails that wait, those first that have waited longest; at most `most`. Reads only.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn due(ctx: &Ctx, most: u64) -> Result<Vec<Due>> {
    authorise(ctx, "the outbox")?;
    let waiting: Vec<(MailId, i32)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Tries])
        .filter(may_be_tried(ctx.now))
        .order_by_asc(Column::NextTryAt)
        .limit(most)
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    Ok(waiting.into_iter().map(|(id, tries)| Due { id, tries }).collect())
}

fn may_be_tried(now: DateTime<Utc>) -> Condition {
    let useful =
        Condition::any().add(Column::UsefulUntil.is_null()).add(Column::UsefulUntil.gt(now));
    Condition::all().add(Column::NextTryAt.lte(now)).add(useful)
}

/// Begins the hand-over of a mail: `None` where another process was quicker, or there is nothing to send.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn hand_over(ctx: &Ctx, due: Due, sender: Sender<'_>) -> Result<Option<Letter>> {
    authorise(ctx, "the outbox")?;
    let Some(mail) = Entity::find_by_id(due.id).one(ctx.db().read()).await? else {
        return Ok(None);
    };
    let first_tried_at = mail.first_tried_at.unwrap_or(ctx.now);
    let attempt = Attempt { id: mail.id, tries: due.tries + 1, first_tried_at, began_at: ctx.now };
    if !begin(ctx, due, &attempt).await? {
        return Ok(None);
    }
    match words(ctx, &mail, sender).await {
        Ok(Some(Written { to, words, calendar })) => {
            Ok(Some(Letter { id: mail.id, to, words, calendar, attempt }))
        }
        Ok(None) => {
            let not_needed = attempt.ended(nothing());
            save(ctx, not_needed.col_expr(Column::UsefulUntil, Expr::value(ctx.now))).await?;
            Ok(None)
        }
        // One that cannot be written must not stand in the way of the others.
        Err(error) => {
            tracing::error!(mail = %mail.id, %error, "writing a mail");
            note(ctx, &attempt, Outcome::NotNow, Some("Esteem could not write it")).await?;
            Ok(None)
        }
    }
}

/// Counts the hand-over up where the mail still stands as it was seen.
async fn begin(ctx: &Ctx, due: Due, attempt: &Attempt) -> Result<bool> {
    let begun = Entity::update_many()
        .filter(Column::Id.eq(due.id))
        .filter(Column::Tries.eq(due.tries))
        .filter(may_be_tried(ctx.now))
        .col_expr(Column::Tries, Expr::value(attempt.tries))
        .col_expr(Column::FirstTriedAt, Expr::value(attempt.first_tried_at))
        .col_expr(Column::HandedOverAt, Expr::value(attempt.began_at))
        .col_expr(Column::NextTryAt, Expr::value(attempt.began_at + NOT_KNOWN_PAUSE));
    save(ctx, begun).await
}

/// Notes what came of a hand-over, and when it is tried again. `error` is in our own words.
///
/// # Errors
/// Refuses whoever may not manage accounts.
pub async fn note(
    ctx: &Ctx,
    attempt: &Attempt,
    outcome: Outcome,
    error: Option<&str>,
) -> Result<()> {
    authorise(ctx, "the outbox")?;
    let tries = u32::try_from(attempt.tries).unwrap_or_default();
    let noted = match after(outcome, tries, attempt.first_tried_at, ctx.now) {
        // True whoever has begun another try meanwhile.
        Next::Done => ended(of(attempt.id), nothing())
            .col_expr(Column::SentAt, Expr::value(ctx.now))
            .col_expr(Column::GivenUpAt, nothing()),
        Next::GiveUp => attempt.ended(nothing()).col_expr(Column::GivenUpAt, Expr::value(ctx.now)),
        Next::TryAt(next) => attempt.ended(Expr::value(next)),
        Next::LeaveIt => attempt.row(),
    };
    save(ctx, noted.col_expr(Column::LastError, Expr::value(error.map(str::to_owned)))).await?;
    Ok(())
}

impl Attempt {
    /// The mail, as long as nobody has begun another try.
    fn row(&self) -> UpdateMany<Entity> {
        of(self.id).filter(Column::Tries.eq(self.tries))
    }

    fn ended(&self, next_try_at: Expr) -> UpdateMany<Entity> {
        ended(self.row(), next_try_at)
    }
}

/// A mail that is not known to be sent.
fn of(id: MailId) -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::Id.eq(id)).filter(Column::SentAt.is_null())
}

fn ended(mail: UpdateMany<Entity>, next_try_at: Expr) -> UpdateMany<Entity> {
    mail.col_expr(Column::HandedOverAt, nothing()).col_expr(Column::NextTryAt, next_try_at)
}

fn nothing() -> Expr {
    Expr::value(None::<DateTime<Utc>>)
}

/// Whether there was something to change.
async fn save(ctx: &Ctx, update: UpdateMany<Entity>) -> Result<bool> {
    let tx = ctx.db().begin().await?;
    let saved = update.exec(&tx).await?.rows_affected > 0;
    tx.commit().await?;
    Ok(saved)
}
