//! The weekly job: a mail in the outbox for everybody to whom there is something new to say.

use super::digests::{Arguments, Common};
use super::readers::{Reader, readers};
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::jobs::Run;
use crate::outbox::{NewMail, put};
use chrono::{DateTime, NaiveDate, Utc, Weekday};
use domain::ids::AccountId;
use domain::jobs::Job;
use domain::outbox::MailKind;
use entities::mail;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// How many mails a transaction puts into the outbox, so that nobody's save waits long.
const AT_ONCE: usize = 200;

/// Makes this week's digests. One that is there already is not made again, so the work may be begun twice.
pub(crate) async fn make_digests(ctx: &Ctx, run: &Run) -> Result<()> {
    let common = Common::load(ctx).await?;
    let readers = readers(ctx, &common.facts, None).await?;
    let told = last_told(ctx).await?;
    let mails = drawn(ctx, common, readers, told).await?;
    let mut made = 0;
    for some in mails.chunks(AT_ONCE) {
        let change = ctx.change(Touches::Nothing).await?;
        if !run.is_ours(change.tx()).await? {
            return Ok(());
        }
        made += put(ctx, change.tx(), some.iter().cloned()).await?;
        change.commit_unaudited().await?;
    }
    let change = ctx.change(Touches::Nothing).await?;
    change.commit(Entry::new("make digests", "mail", monday(ctx.today)).after(&made)).await
}

/// Thousands of records are a while of plain counting, so it is done beside what answers browsers.
async fn drawn(
    ctx: &Ctx,
    common: Common,
    readers: Vec<Reader>,
    told: HashMap<AccountId, DateTime<Utc>>,
) -> Result<Vec<NewMail>> {
    let ctx = ctx.clone();
    let draw = move || {
        let mail = |reader: &Reader| {
            let since = told.get(&reader.account.id).map(|at| in_london(*at).date());
            common.digest(&ctx, reader, since)?;
            Some(mail(&ctx, reader.account.id, since))
        };
        readers.iter().filter_map(mail).collect()
    };
    let drawn = tokio::task::spawn_blocking(draw).await;
    drawn.map_err(|error| Error::fault("drawing digests", error))
}

fn mail(ctx: &Ctx, to: AccountId, since: Option<NaiveDate>) -> NewMail {
    let next = Job::WeeklyDigests.schedule().next_after(in_london(ctx.now));
    NewMail {
        to,
        kind: MailKind::WeeklyDigest,
        arguments: serde_json::json!(Arguments { since }),
        key: format!("{}:{to}:{}", MailKind::WeeklyDigest, monday(ctx.today)),
        // The next one tells all that is still open.
        useful_until: Some(from_london(next)),
    }
}

/// The Monday of the week.
fn monday(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).first_day()
}

/// When the latest digest of each account was sent.
async fn last_told(ctx: &Ctx) -> Result<HashMap<AccountId, DateTime<Utc>>> {
    let told: Vec<(AccountId, DateTime<Utc>)> = mail::Entity::find()
        .select_only()
        .column(mail::Column::AccountId)
        .column_as(mail::Column::SentAt.max(), "told_at")
        .filter(mail::Column::Kind.eq(MailKind::WeeklyDigest))
        .filter(mail::Column::SentAt.is_not_null())
        .group_by(mail::Column::AccountId)
        .into_tuple()
        .all(ctx.db().read())
        .await?;
    Ok(told.into_iter().collect())
}
