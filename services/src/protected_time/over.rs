//! Everybody's protected time over some days: what was promised, and what the ledger says of it.

use super::books::standing;
use super::rows::{allocations_over, minutes};
use crate::error::Result;
use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::protected_time::allocation::Allocation;
use domain::protected_time::{EntryKind, TimeUse, WhyLost};
use entities::protected_time_entry;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// What stands of it. What sessions take is not in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Over {
    pub allocations: Vec<Allocation>,
    /// In minutes.
    pub used: Vec<(PersonId, (NaiveDate, TimeUse, u32))>,
    /// In minutes.
    pub lost: Vec<(PersonId, (NaiveDate, WhyLost, u32))>,
}

/// Of every day from the first to the last; two queries.
pub(crate) async fn over(
    db: &impl ConnectionTrait,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Over> {
    use protected_time_entry::Column::{Id, SpentOn};
    let mut of =
        Over { allocations: allocations_over(db, (first, last)).await?, ..Over::default() };
    let entries = protected_time_entry::Entity::find()
        .filter(SpentOn.between(first, last))
        .order_by_asc(Id)
        .all(db)
        .await?;
    for row in standing(entries) {
        let (on, many) = (row.spent_on, minutes(row.minutes));
        match row.kind {
            EntryKind::Used => of.used.push((row.person_id, (on, row.time_use, many))),
            EntryKind::Lost => {
                let why = row.why_lost.unwrap_or(WhyLost::Other);
                of.lost.push((row.person_id, (on, why, many)));
            }
            EntryKind::Outside | EntryKind::TakenBack => {}
        }
    }
    Ok(of)
}
