//! The mails about sessions, put into the outbox: what each keeps until it is sent. One act makes one mail to a person about a
//! series, however many of its sessions it has changed.

use super::tell::{Letter, Letters};
use crate::accounts::reached;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::outbox::{NewMail, put};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::ids::{AccountId, PersonId, SessionId, SessionSeriesId};
use domain::outbox::MailKind;
use sea_orm::ConnectionTrait;
use serde::de::DeserializeOwned;
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

/// What a mail about several sessions of a series keeps.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Several {
    /// In the order of their dates.
    of: Vec<Item>,
}

/// What a mail tells of one session.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Item {
    /// As if it were told by itself.
    pub kind: MailKind,
    pub about: Arguments,
}

/// What a mail tells: of one session, or of several of one series.
pub(super) fn items_of(mail: &entities::mail::Model) -> Result<Vec<Item>> {
    Ok(match mail.kind {
        MailKind::SessionSeries => read::<Several>(mail)?.of,
        kind => vec![Item { kind, about: read(mail)? }],
    })
}

fn read<T: DeserializeOwned>(mail: &entities::mail::Model) -> Result<T> {
    serde_json::from_str(&mail.arguments)
        .map_err(|error| Error::fault("reading the arguments of a mail", error))
}

impl Letters {
    /// Puts them into the outbox. Of what is over, nobody is told.
    pub async fn put(self, ctx: &Ctx, tx: &impl ConnectionTrait) -> Result<()> {
        let Self(mut letters) = self;
        letters.retain(|letter| letter.ends > ctx.rule_now());
        let accounts = accounts_of(tx, letters.iter().map(|letter| letter.told.person)).await?;
        let mut mails = Vec::new();
        let mut of_series: BTreeMap<(AccountId, SessionSeriesId), Vec<Letter>> = BTreeMap::new();
        for letter in letters {
            let Some(to) = accounts.get(&letter.told.person).copied() else { continue };
            match letter.series {
                Some(series) => of_series.entry((to, series)).or_default().push(letter),
                None => mails.extend(alone(ctx, to, &letter)),
            }
        }
        for ((to, _), mut letters) in of_series {
            letters.sort_by_key(|letter| letter.ends);
            mails.extend(match letters.as_slice() {
                [letter] => alone(ctx, to, letter),
                letters => together(ctx, to, letters),
            });
        }
        if !mails.is_empty() {
            put(ctx, tx, mails).await?;
        }
        Ok(())
    }
}

/// A mail about one session.
fn alone(ctx: &Ctx, to: AccountId, letter: &Letter) -> Option<NewMail> {
    let useful_until = until(ctx, letter.ends)?;
    let Item { kind, about } = item(letter);
    Some(mail((to, kind), about, &letter.told.mark, useful_until))
}

/// A mail about several sessions. An act tells nobody of a session twice, so what it tells of the first is a mark of the act.
fn together(ctx: &Ctx, to: AccountId, letters: &[Letter]) -> Option<NewMail> {
    let first = letters.first()?;
    let useful_until = letters.iter().filter_map(|letter| until(ctx, letter.ends)).max()?;
    let kind = MailKind::SessionSeries;
    let of = letters.iter().map(item).collect();
    Some(NewMail {
        to,
        kind,
        arguments: serde_json::json!(Several { of }),
        key: format!("{kind}:{to}:{}:{} {}", first.session, first.told.kind, first.told.mark),
        useful_until: Some(useful_until),
    })
}

fn item(Letter { session, told, .. }: &Letter) -> Item {
    let about = Arguments { session: *session, event: told.event, ended: told.ended, day: None };
    Item { kind: told.kind, about }
}

/// The end of a session by the real clock: as long from now as it is by that of the rules. None where it is over.
pub(super) fn until(ctx: &Ctx, ends: NaiveDateTime) -> Option<DateTime<Utc>> {
    let left = ends.signed_duration_since(ctx.rule_now());
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
