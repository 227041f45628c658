//! The mail that tells whoever asked for a session what was answered, made in words when it is sent.

use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::outbox::{NewMail, put};
use chrono::TimeDelta;
use domain::outbox::MailKind;
use domain::reminders::words::{Reader, Words};
use domain::session_requests::EventKind;
use domain::session_requests::letters::{About, News, words};
use entities::{account, session_request, session_request_event};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

/// For how long the answer is worth sending.
const USEFUL: TimeDelta = TimeDelta::days(30);

/// What the mail keeps until it is sent.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Arguments {
    /// The number of what was recorded of the request.
    event: i64,
}

/// Tells whoever asked, where mail reaches them; not somebody who answered themselves.
pub(super) async fn tell(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    request: &session_request::Model,
    event: i64,
) -> Result<()> {
    let reached = account::Entity::find_by_id(request.asked_by_id)
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::PasswordHash.is_not_null())
        .one(tx)
        .await?;
    let asker = reached.filter(|account| ctx.actor.account_id() != Some(account.id));
    let Some(account) = asker else { return Ok(()) };
    let kind = MailKind::SessionRequestAnswered;
    let mail = NewMail {
        to: account.id,
        kind,
        arguments: serde_json::json!(Arguments { event }),
        key: format!("{kind}:{}:{event}", account.id),
        useful_until: Some(ctx.now + USEFUL),
    };
    put(ctx, tx, [mail]).await?;
    Ok(())
}

/// The mail in words; `None` where something else was recorded of the request since.
pub(crate) async fn letter_for(
    ctx: &Ctx,
    account: &account::Model,
    arguments: &str,
    base_url: &str,
) -> Result<Option<Words>> {
    let Arguments { event } = serde_json::from_str(arguments)
        .map_err(|error| Error::fault("reading the arguments of a mail", error))?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let Some(told) = session_request_event::Entity::find_by_id(event).one(db).await? else {
        return Ok(None);
    };
    let of_request = session_request_event::Column::RequestId.eq(told.request_id);
    let later = session_request_event::Column::Sequence.gt(event);
    let since = session_request_event::Entity::find().filter(of_request).filter(later);
    let request = session_request::Entity::find_by_id(told.request_id).one(db).await?;
    let (Some(request), None) = (request, since.one(db).await?) else { return Ok(None) };
    let news = match (told.kind, told.reason) {
        (EventKind::Planned, _) => News::Planned,
        (EventKind::Declined, Some(reason)) => News::Declined(reason),
        (EventKind::Declined, None) | (EventKind::Withdrawn, _) => return Ok(None),
    };
    let team = facts.places.team(request.team_id);
    let person = account.person_id.and_then(|person| facts.person(person));
    let first_name = person.map_or("colleague", |person| person.first_name.as_str());
    let reader = Reader { first_name, today: ctx.today, base_url };
    let told = team.map(|team| {
        let asked_on = in_london(request.asked_at).date();
        words(news, &About { code: &team.code, team: &team.name, asked_on }, reader)
    });
    Ok(told)
}
