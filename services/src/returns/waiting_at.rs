//! Which returns wait for a person, and at which step; and of which places there is one.

use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::policy::Action;
use domain::returns::rows::place_of;
use domain::returns::{ReturnId, Step};
use entities::{return_event, return_revision};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What somebody must be allowed at the place to take a step. Submitting is left to those who prepare: the rules name nobody else.
pub(crate) const fn action_of(step: Step) -> Action {
    match step {
        Step::Prepared | Step::Checked | Step::Submitted => Action::PrepareReturn,
        Step::Approved => Action::ApproveReturn,
    }
}

/// The latest revision of each return that is not submitted, with its last step, in the order of their names: of places that are on
/// record. Two queries.
///
/// # Errors
/// Fails when the database does.
pub(crate) async fn waiting_at(
    db: &impl ConnectionTrait,
    facts: &Facts,
) -> Result<Vec<(ReturnId, Step)>> {
    let revisions = return_revision::Entity::find()
        .order_by_asc(return_revision::Column::Revision)
        .all(db)
        .await?;
    let latest: BTreeMap<(String, NaiveDate), return_revision::Model> =
        revisions.into_iter().map(|r| ((r.place_code.clone(), r.reference_date), r)).collect();
    let events = return_event::Entity::find()
        .filter(return_event::Column::ReturnRevisionId.is_in(latest.values().map(|row| row.id)))
        .order_by_asc(return_event::Column::At)
        .order_by_asc(return_event::Column::Id)
        .all(db)
        .await?;
    let last: HashMap<_, Step> =
        events.into_iter().map(|event| (event.return_revision_id, event.step)).collect();
    let waits = latest.into_values().filter_map(|row| {
        let step = last.get(&row.id).copied().filter(|step| *step != Step::Submitted)?;
        place_of(facts, &row.place_code)?;
        let revision = u32::try_from(row.revision).ok()?;
        Some((ReturnId { place: row.place_code, date: row.reference_date, revision }, step))
    });
    Ok(waits.collect())
}

/// The codes of the places of which there is a return of this day, however far it has come.
///
/// # Errors
/// Fails when the database does.
pub(crate) async fn begun_on(db: &impl ConnectionTrait, day: NaiveDate) -> Result<HashSet<String>> {
    let codes: Vec<String> = return_revision::Entity::find()
        .select_only()
        .column(return_revision::Column::PlaceCode)
        .filter(return_revision::Column::ReferenceDate.eq(day))
        .into_tuple()
        .all(db)
        .await?;
    Ok(codes.into_iter().collect())
}
