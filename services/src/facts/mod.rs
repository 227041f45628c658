//! The facts in memory: a copy that is checked against the database's counters before every use.

mod cover; // cover rules, and who helps which team
mod frameworks; // versions, competencies, roles and what they ask
mod judgements; // heard once
mod load; // all but judgements, from rows to positions
mod named_groups; // and their members
mod people; // people, posts and their terms
mod places; // areas, organisations, teams

pub(crate) use cover::asks_of;
pub(crate) use frameworks::published;

use crate::db::Db;
use crate::error::{Error, Result};
use domain::coverage::Facts;
use entities::revision;
use load::Index;
use sea_orm::EntityTrait;
use std::sync::Arc;
use tokio::sync::Mutex;

/// One process's copy of the facts that figures are computed from.
///
/// Before each use the counters are read (one query). Judgements are append-only, so new ones are added to the copy;
/// anything else that changed is read again, while the judgements stay.
#[derive(Debug, Default)]
pub struct FactStore {
    copy: Mutex<Option<Copy>>,
}

#[derive(Debug)]
struct Copy {
    places: i64,
    judgements: i64,
    last_sequence: i64,
    facts: Arc<Facts>,
    index: Index,
}

impl FactStore {
    /// The copy as it was last used, unchecked: for what may be a moment old. None before it was ever used.
    pub(crate) async fn at_hand(&self) -> Option<Arc<Facts>> {
        self.copy.lock().await.as_ref().map(|copy| Arc::clone(&copy.facts))
    }

    pub(crate) async fn current(self: &Arc<Self>, db: &Db) -> Result<Arc<Facts>> {
        if let Some(facts) = self.unchanged(db).await? {
            return Ok(facts);
        }
        // Whoever asks may go away while the history of a whole system is read: it is read to its end, for the next.
        let (store, db) = (Arc::clone(self), db.clone());
        let read = tokio::spawn(async move { store.read_again(&db).await });
        read.await.map_err(|e| Error::fault("reading the facts", e))?
    }

    async fn unchanged(&self, db: &Db) -> Result<Option<Arc<Facts>>> {
        let copy = self.copy.lock().await;
        let now = counters(db).await?;
        let known = copy.as_ref().filter(|copy| (copy.places, copy.judgements) == now);
        Ok(known.map(|copy| Arc::clone(&copy.facts)))
    }

    async fn read_again(&self, db: &Db) -> Result<Arc<Facts>> {
        let mut copy = self.copy.lock().await;
        let (places, judgements) = counters(db).await?;
        let fresh = match copy.take() {
            Some(old) if old.places == places => old,
            old => {
                let (mut facts, index) = load::places(db).await?;
                let last_sequence = old.map_or(0, |old| {
                    judgements::keep_judgements(
                        &mut facts,
                        &index,
                        old.facts,
                        &old.index,
                        old.last_sequence,
                    )
                });
                // The judgements counter is read as unknown, so that what came since is heard below.
                Copy { places, judgements: -1, last_sequence, facts: Arc::new(facts), index }
            }
        };
        let fresh = if fresh.judgements == judgements {
            fresh
        } else {
            let mut fresh = fresh;
            // Readers of an older figure keep their copy; otherwise it is changed in place.
            let facts = Arc::make_mut(&mut fresh.facts);
            fresh.last_sequence =
                judgements::hear_judgements(db, facts, &fresh.index, fresh.last_sequence).await?;
            fresh.judgements = judgements;
            fresh
        };
        let facts = Arc::clone(&fresh.facts);
        *copy = Some(fresh);
        Ok(facts)
    }
}

async fn counters(db: &Db) -> Result<(i64, i64)> {
    let rows = revision::Entity::find().all(db.read()).await?;
    let of = |name: &str| rows.iter().find(|r| r.name == name).map_or(0, |r| r.value);
    Ok((of("places"), of("judgements")))
}
