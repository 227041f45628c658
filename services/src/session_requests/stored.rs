//! Requests as they are stored, each with its competencies, what was recorded of it last, and the session that came of it.

use super::not_found;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::sessions::state_of;
use chrono::{NaiveDate, NaiveDateTime};
use domain::ids::{CompetencyId, SessionId, SessionRequestId, TeamId};
use domain::session_requests::{Answer, EventKind, RequestState};
use entities::{session, session_request, session_request_competency, session_request_event};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use std::collections::BTreeMap;

/// One request.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub row: session_request::Model,
    pub competencies: Vec<CompetencyId>,
    /// What was recorded last; nothing while it was only asked.
    pub last: Option<session_request_event::Model>,
    /// The session that was drafted from it, where that was recorded last.
    pub session: Option<session::Model>,
}

impl Stored {
    /// Those that are found, in their order; four queries, however many they are.
    pub async fn load(
        db: &impl ConnectionTrait,
        found: Select<session_request::Entity>,
    ) -> Result<Vec<Self>> {
        let rows = found.all(db).await?;
        let ids: Vec<SessionRequestId> = rows.iter().map(|row| row.id).collect();
        let meant = session_request_competency::Entity::find()
            .filter(session_request_competency::Column::RequestId.is_in(ids.iter().copied()))
            .all(db)
            .await?;
        let events = session_request_event::Entity::find()
            .filter(session_request_event::Column::RequestId.is_in(ids))
            .order_by_asc(session_request_event::Column::Sequence)
            .all(db)
            .await?;
        let planned: Vec<SessionId> = events.iter().filter_map(|event| event.session_id).collect();
        let sessions =
            session::Entity::find().filter(session::Column::Id.is_in(planned)).all(db).await?;
        let sessions: BTreeMap<SessionId, session::Model> =
            sessions.into_iter().map(|row| (row.id, row)).collect();
        let mut competencies: BTreeMap<SessionRequestId, Vec<CompetencyId>> = BTreeMap::new();
        for row in meant {
            competencies.entry(row.request_id).or_default().push(row.competency_id);
        }
        // The later one takes the place of the earlier.
        let mut last: BTreeMap<SessionRequestId, session_request_event::Model> =
            events.into_iter().map(|event| (event.request_id, event)).collect();
        let whole = |row: session_request::Model| {
            let last = last.remove(&row.id);
            let session = last.as_ref().and_then(|event| event.session_id);
            Self {
                competencies: competencies.remove(&row.id).unwrap_or_default(),
                session: session.and_then(|id| sessions.get(&id).cloned()),
                last,
                row,
            }
        };
        Ok(rows.into_iter().map(whole).collect())
    }

    /// One request; four queries.
    ///
    /// # Errors
    /// Refuses one that is not there as not found.
    pub async fn read(db: &impl ConnectionTrait, id: SessionRequestId) -> Result<Self> {
        let found = session_request::Entity::find_by_id(id);
        Self::load(db, found).await?.pop().ok_or_else(not_found)
    }

    /// The same, held: of two answers at once the second sees the first.
    ///
    /// # Errors
    /// As [`Stored::read`].
    pub async fn hold(tx: &DatabaseTransaction, id: SessionRequestId) -> Result<Self> {
        let held = session_request::Entity::find_by_id(id).lock(LockType::NoKeyUpdate);
        held.one(tx).await?.ok_or_else(not_found)?;
        Self::read(tx, id).await
    }

    /// Where it stands.
    pub fn state(&self, ctx: &Ctx) -> RequestState {
        self.state_at(ctx.rule_now())
    }

    /// Where it stands when its session is looked at from a moment.
    fn state_at(&self, now: NaiveDateTime) -> RequestState {
        let answer = self.last.as_ref().and_then(|last| match last.kind {
            EventKind::Planned => {
                let session = self.session.as_ref()?;
                Some(Answer::Planned(state_of(session, now)))
            }
            EventKind::Declined => Some(Answer::Declined),
            EventKind::Withdrawn => Some(Answer::Withdrawn),
        });
        RequestState::of(answer)
    }
}

/// The team and the state of each request that was needed by a day from the first to the last of these, when sessions are looked at
/// from a moment; four queries.
pub(crate) async fn needed_in(
    db: &impl ConnectionTrait,
    (first, last): (NaiveDate, NaiveDate),
    now: NaiveDateTime,
) -> Result<Vec<(TeamId, RequestState)>> {
    let needed = session_request::Entity::find()
        .filter(session_request::Column::NeededBy.between(first, last))
        .order_by_asc(session_request::Column::Id);
    let requests = Stored::load(db, needed).await?;
    Ok(requests.iter().map(|one| (one.row.team_id, one.state_at(now))).collect())
}

/// Those of which nothing was recorded that ends them: where each stands, the rule says.
pub(super) fn unanswered() -> Select<session_request::Entity> {
    use session_request_event::Column::{Kind, RequestId, SessionId};
    let events = || session_request_event::Entity::find().select_only().column(RequestId);
    let ended = events().filter(Kind.is_in([EventKind::Declined, EventKind::Withdrawn]));
    let going_ahead = session::Entity::find()
        .select_only()
        .column(session::Column::Id)
        .filter(session::Column::CancelledAt.is_null())
        .into_query();
    let planned = events().filter(SessionId.in_subquery(going_ahead));
    session_request::Entity::find()
        .filter(session_request::Column::Id.not_in_subquery(ended.into_query()))
        .filter(session_request::Column::Id.not_in_subquery(planned.into_query()))
}

/// Records what became of a request, which is held; its number.
pub(super) async fn note(
    ctx: &Ctx,
    tx: &impl ConnectionTrait,
    request: SessionRequestId,
    event: session_request_event::ActiveModel,
) -> Result<i64> {
    let event = session_request_event::ActiveModel {
        request_id: Set(request),
        recorded_at: Set(ctx.now),
        by_account_id: Set(ctx.actor.account_id()),
        ..event
    };
    Ok(event.insert(tx).await?.sequence)
}
