//! Whom it is to be told what becomes of a session and of its seats: said by whoever writes it down, as [`Letters`], which go into the
//! outbox in the same transaction once the whole act is done. Whom no mail reaches sees it on the list of their sessions.

use super::times::slot_of;
use crate::error::Result;
use chrono::NaiveDateTime;
use domain::calendar::sequence;
use domain::ids::{PersonId, SessionId, SessionSeriesId};
use domain::outbox::MailKind;
use domain::sessions::letters::Change;
use entities::{booking_event, session};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{BTreeMap, BTreeSet};

/// What one person is told.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub person: PersonId,
    pub kind: MailKind,
    /// The number of what was recorded of the reader's booking; none where it is told of the whole session.
    pub event: Option<i64>,
    /// The number under which a calendar is told to take the session out; none where it was never told of it.
    pub ended: Option<i64>,
    /// What tells it from other mails of its kind to the same person about the same session.
    pub mark: String,
}

/// What one person is told of one session.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub session: SessionId,
    pub series: Option<SessionSeriesId>,
    /// When the session is over: nobody is told of it after that.
    pub ends: NaiveDateTime,
    pub told: Told,
}

/// What an act is to tell people. Of several sessions of a series each of them gets one mail.
#[must_use = "nobody is told before they are put into the outbox"]
#[derive(Clone, Debug, Default)]
pub(super) struct Letters(pub(super) Vec<Letter>);

impl Letters {
    /// What these people are told of a session.
    pub fn of(session: &session::Model, told: Vec<Told>) -> Self {
        let letter = |told| Letter {
            session: session.id,
            series: session.series_id,
            ends: slot_of(session).ends(),
            told,
        };
        Self(told.into_iter().map(letter).collect())
    }

    /// Who is told of something.
    pub fn people(&self) -> BTreeSet<PersonId> {
        self.0.iter().map(|letter| letter.told.person).collect()
    }

    /// Tells this too.
    pub fn add(&mut self, Self(more): Self) {
        self.0.extend(more);
    }
}

/// These people are told what has changed of a session.
pub(super) fn changed(
    session: &session::Model,
    change: Change,
    people: impl IntoIterator<Item = PersonId>,
) -> Letters {
    Letters::of(session, of_all(session, change.mail(), people))
}

/// These people are told that they lead a session.
pub(super) fn leads(
    session: &session::Model,
    people: impl IntoIterator<Item = PersonId>,
) -> Letters {
    Letters::of(session, of_all(session, MailKind::SessionToLead, people))
}

/// These people are told that they lead a session no more, and so are their calendars.
pub(super) async fn leads_no_more(
    tx: &impl ConnectionTrait,
    session: &session::Model,
    people: Vec<PersonId>,
) -> Result<Letters> {
    let latest = latest_events(tx, session.id, &people).await?;
    let mut told = of_all(session, MailKind::SessionNotToLead, people);
    for one in &mut told {
        let latest = latest.get(&one.person).copied().unwrap_or_default();
        one.ended = Some(sequence(session.revision, latest));
    }
    Ok(Letters::of(session, told))
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
