//! Sessions by their codes or ids, whole; and held until a transaction ends.

use super::super::events::{by_session, events_of};
use super::super::stored::Stored;
use super::AT_ONCE;
use crate::error::Result;
use domain::ids::SessionId;
use domain::sessions::seats::Booking;
use entities::{session, session_lead, session_outcome, session_quota, session_team};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Those that are on record under these codes.
pub(crate) async fn with_codes(db: &impl ConnectionTrait, codes: &[&str]) -> Result<Vec<Stored>> {
    let mut rows = Vec::new();
    for some in codes.chunks(AT_ONCE) {
        let found = session::Column::Code.is_in(some.iter().copied());
        rows.extend(session::Entity::find().filter(found).all(db).await?);
    }
    whole(db, rows).await
}

/// Those that are on record under these ids.
pub(crate) async fn with_ids(db: &impl ConnectionTrait, ids: &[SessionId]) -> Result<Vec<Stored>> {
    let mut rows = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        let found = session::Column::Id.is_in(some.iter().copied());
        rows.extend(session::Entity::find().filter(found).all(db).await?);
    }
    whole(db, rows).await
}

/// Each with what belongs to it; four queries for ten thousand.
async fn whole(db: &impl ConnectionTrait, rows: Vec<session::Model>) -> Result<Vec<Stored>> {
    let ids: Vec<SessionId> = rows.iter().map(|row| row.id).collect();
    let mut all: HashMap<SessionId, Stored> =
        rows.into_iter().map(|row| (row.id, Stored::bare(row))).collect();
    for some in ids.chunks(AT_ONCE) {
        let some = || some.iter().copied();
        let leads = session_lead::Entity::find()
            .filter(session_lead::Column::SessionId.is_in(some()))
            .order_by_asc(session_lead::Column::Id)
            .all(db)
            .await?;
        for lead in leads {
            if let Some(of) = all.get_mut(&lead.session_id) {
                of.leads.push(lead);
            }
        }
        let outcomes = session_outcome::Entity::find()
            .filter(session_outcome::Column::SessionId.is_in(some()))
            .all(db)
            .await?;
        for outcome in outcomes {
            if let Some(of) = all.get_mut(&outcome.session_id) {
                of.outcomes.push(outcome);
            }
        }
        let quotas = session_quota::Entity::find()
            .filter(session_quota::Column::SessionId.is_in(some()))
            .order_by_asc(session_quota::Column::Id)
            .all(db)
            .await?;
        for quota in quotas {
            if let Some(of) = all.get_mut(&quota.session_id) {
                of.quotas.push(quota);
            }
        }
        let teams = session_team::Entity::find()
            .filter(session_team::Column::SessionId.is_in(some()))
            .all(db)
            .await?;
        for team in teams {
            if let Some(of) = all.get_mut(&team.session_id) {
                of.invited.push(team.team_id);
            }
        }
    }
    Ok(ids.iter().filter_map(|id| all.remove(id)).collect())
}

/// The bookings of each of these sessions, as if everybody could still come.
pub(crate) async fn bookings_of(
    db: &impl ConnectionTrait,
    ids: &[SessionId],
) -> Result<BTreeMap<SessionId, Vec<Booking>>> {
    let mut bookings = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        let events = events_of(db, some.iter().copied()).await?;
        bookings.extend(by_session(&events));
    }
    Ok(bookings)
}

/// Holds these sessions until the transaction ends, in the order of their ids: whoever gives out seats of one waits, and then reads
/// what this one wrote.
pub(crate) async fn hold_all(tx: &DatabaseTransaction, ids: &BTreeSet<SessionId>) -> Result<()> {
    let ids: Vec<SessionId> = ids.iter().copied().collect();
    for some in ids.chunks(AT_ONCE) {
        session::Entity::find()
            .filter(session::Column::Id.is_in(some.iter().copied()))
            .order_by_asc(session::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .all(tx)
            .await?;
    }
    Ok(())
}
