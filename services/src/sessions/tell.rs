//! Who is told by mail what becomes of a session and of its seats: put into the outbox in the transaction of the change. Whom no
//! mail reaches sees it on the list of their sessions.

use super::times::slot_of;
use crate::accounts::reached;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::outbox::{NewMail, put};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::calendar::sequence;
use domain::ids::{AccountId, PersonId, SessionId};
use domain::outbox::MailKind;
use entities::{booking_event, session};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a mail about a session keeps until it is sent.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Arguments {
    pub session: SessionId,
    /// The number of what was recorded of the reader's booking; none where the mail is of the whole session.
    pub event: Option<i64>,
    /// The number under which a calendar is told to take the session out; none where it was never told of it.
    pub ended: Option<i64>,
    /// Of a reminder: the day that the session is on.
    pub day: Option<NaiveDate>,
}

/// What one person is told.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub person: PersonId,
    pub kind: MailKind,
    /// As in [`Arguments`], like the next.
    pub event: Option<i64>,
    pub ended: Option<i64>,
    /// What tells it from other mails of its kind to the same person about the same session.
    pub mark: String,
}

/// Tells them. Of what is over, nobody is.
pub(super) async fn tell(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    session: &session::Model,
    told: Vec<Told>,
) -> Result<()> {
    let Some(useful_until) = ends_at(ctx, session).filter(|_| !told.is_empty()) else {
        return Ok(());
    };
    let accounts = accounts_of(tx, told.iter().map(|one| one.person)).await?;
    let mail = |one: Told| {
        let Told { event, ended, .. } = one;
        let arguments = Arguments { session: session.id, event, ended, day: None };
        let to = *accounts.get(&one.person)?;
        Some(mail((to, one.kind), arguments, &one.mark, useful_until))
    };
    let mails: Vec<NewMail> = told.into_iter().filter_map(mail).collect();
    put(ctx, tx, mails).await?;
    Ok(())
}

/// When a session is over, by the real clock: as long from now as it is by that of the rules. None where it is over.
pub(super) fn ends_at(ctx: &Ctx, session: &session::Model) -> Option<DateTime<Utc>> {
    let left = slot_of(session).ends().signed_duration_since(ctx.rule_now());
    (left > TimeDelta::zero()).then(|| ctx.now + left)
}

pub(super) fn mail(
    (to, kind): (AccountId, MailKind),
    arguments: Arguments,
    mark: &str,
    useful_until: DateTime<Utc>,
) -> NewMail {
    NewMail {
        to,
        kind,
        arguments: serde_json::json!(arguments),
        key: format!("{kind}:{to}:{}:{mark}", arguments.session),
        useful_until: Some(useful_until),
    }
}

/// The accounts that mail reaches, by whose they are; one query, and none for nobody.
pub(super) async fn accounts_of(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<BTreeMap<PersonId, AccountId>> {
    let people: Vec<PersonId> = people.into_iter().collect();
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let accounts = reached(db, people).await?.into_iter();
    Ok(accounts.filter_map(|account| Some((account.person_id?, account.id))).collect())
}

/// These people are told that a session has moved.
pub(super) async fn moved(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    session: &session::Model,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<()> {
    let told = of_all(session, MailKind::SessionMoved, people);
    tell(ctx, tx, session, told).await
}

/// These people are told that they lead a session.
pub(super) async fn leads(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    session: &session::Model,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<()> {
    let told = of_all(session, MailKind::SessionToLead, people);
    tell(ctx, tx, session, told).await
}

/// These people are told that they lead a session no more, and so are their calendars.
pub(super) async fn leads_no_more(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    session: &session::Model,
    people: Vec<PersonId>,
) -> Result<()> {
    let latest = latest_events(tx, session.id, &people).await?;
    let mut told = of_all(session, MailKind::SessionNotToLead, people);
    for one in &mut told {
        let latest = latest.get(&one.person).copied().unwrap_or_default();
        one.ended = Some(sequence(session.revision, latest));
    }
    tell(ctx, tx, session, told).await
}

/// Each of these people is told once of a revision of the session.
fn of_all(
    session: &session::Model,
    kind: MailKind,
    people: impl IntoIterator<Item = PersonId>,
) -> Vec<Told> {
    let mark = format!("revision {}", session.revision);
    let told = |person| Told { person, kind, event: None, ended: None, mark: mark.clone() };
    people.into_iter().map(told).collect()
}

/// The number of the last event of each of these people in a session; one query, and none for nobody.
async fn latest_events(
    db: &impl ConnectionTrait,
    id: SessionId,
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, i64>> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let events: Vec<(PersonId, i64)> = booking_event::Entity::find()
        .select_only()
        .columns([booking_event::Column::PersonId, booking_event::Column::Sequence])
        .filter(booking_event::Column::SessionId.eq(id))
        .filter(booking_event::Column::PersonId.is_in(people.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    let mut latest = BTreeMap::new();
    for (person, event) in events {
        let known = latest.entry(person).or_insert(event);
        *known = event.max(*known);
    }
    Ok(latest)
}

/// A session of which everybody who has to do with it is to be told: whoever calls this holds it.
pub(super) async fn revised(
    tx: &impl ConnectionTrait,
    session: session::Model,
) -> Result<session::Model> {
    let revision = session.revision.saturating_add(1);
    session::Entity::update_many()
        .col_expr(session::Column::Revision, Expr::value(revision))
        .filter(session::Column::Id.eq(session.id))
        .exec(tx)
        .await?;
    Ok(session::Model { revision, ..session })
}
