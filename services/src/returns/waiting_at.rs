//! Which returns wait for a person, and at which step; and of which places there is one.

use super::stored::id_of;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::ids::AreaId;
use domain::policy::Action;
use domain::returns::{ReturnId, Step};
use entities::{return_event, return_revision};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What somebody is told of a step for, where they are allowed it at the place. Whoever prepares is told of submitting, which whoever
/// approves may do too: two are not asked for the same.
pub(crate) const fn action_of(step: Step) -> Action {
    match step {
        Step::Prepared | Step::Checked | Step::Submitted => Action::PrepareReturn,
        Step::Approved => Action::ApproveReturn,
    }
}

/// The latest revision of each return that is not submitted, with its last step, in the order of their names. Two queries.
///
/// # Errors
/// Fails when the database does.
pub(crate) async fn waiting_at(
    db: &impl ConnectionTrait,
    facts: &Facts,
) -> Result<Vec<(ReturnId, Step)>> {
    let revisions = return_revision::Entity::find()
        .order_by_asc(return_revision::Column::Number)
        .all(db)
        .await?;
    let latest: BTreeMap<(AreaId, NaiveDate), return_revision::Model> =
        revisions.into_iter().map(|row| ((row.place_id, row.reference_date), row)).collect();
    let events = return_event::Entity::find()
        .filter(return_event::Column::RevisionId.is_in(latest.values().map(|row| row.id)))
        .order_by_asc(return_event::Column::RevisionId)
        .order_by_asc(return_event::Column::Sequence)
        .all(db)
        .await?;
    let last: HashMap<_, Step> =
        events.into_iter().map(|event| (event.revision_id, event.step)).collect();
    let waits = latest.into_values().filter_map(|row| {
        let step = last.get(&row.id).copied().filter(|step| *step != Step::Submitted)?;
        Some((id_of(facts.places.area(row.place_id)?, &row), step))
    });
    let mut waits: Vec<(ReturnId, Step)> = waits.collect();
    waits.sort();
    Ok(waits)
}

/// The places of which there is a return of this day, however far it has come.
///
/// # Errors
/// Fails when the database does.
pub(crate) async fn begun_on(db: &impl ConnectionTrait, day: NaiveDate) -> Result<HashSet<AreaId>> {
    let places: Vec<AreaId> = return_revision::Entity::find()
        .select_only()
        .column(return_revision::Column::PlaceId)
        .filter(return_revision::Column::ReferenceDate.eq(day))
        .into_tuple()
        .all(db)
        .await?;
    Ok(places.into_iter().collect())
}
