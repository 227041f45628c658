//! Rows of protected time in the database, and the same as the rules look at them.

use crate::error::Result;
use chrono::NaiveDate;
use domain::dates::Period;
use domain::ids::{AllocationId, PersonId};
use domain::protected_time::allocation::Allocation;
use domain::protected_time::amount::Amount;
use domain::protected_time::views::AllocationLine;
use domain::refusal::Refusal;
use entities::protected_time_allocation as table;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Everything that was ever promised to these people, in the order in which it began; one query.
pub(super) async fn allocations_of(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<Allocation>> {
    let rows = table::Entity::find()
        .filter(table::Column::PersonId.is_in(people.iter().copied()))
        .order_by_asc(table::Column::StartsOn)
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(allocation).collect())
}

/// Everything that was promised to anybody for a day from the first to the last of these, in the order of their ids; one query.
pub(super) async fn allocations_over(
    db: &impl ConnectionTrait,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<Allocation>> {
    let not_over =
        Condition::any().add(table::Column::EndsOn.is_null()).add(table::Column::EndsOn.gte(first));
    let rows = table::Entity::find()
        .filter(table::Column::StartsOn.lte(last))
        .filter(not_over)
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(allocation).collect())
}

/// One of somebody's.
///
/// # Errors
/// Refuses those of others as not found.
pub(super) async fn one(
    db: &impl ConnectionTrait,
    person: PersonId,
    id: AllocationId,
) -> Result<Allocation> {
    let own = table::Column::PersonId.eq(person);
    let row = table::Entity::find_by_id(id).filter(own).one(db).await?;
    row.map(allocation).ok_or_else(|| Refusal::not_found("this protected time").into())
}

fn allocation(row: table::Model) -> Allocation {
    Allocation {
        id: row.id,
        person: row.person_id,
        held: Period::new(Some(row.starts_on), row.ends_on),
        amount: Amount { unit: row.unit, minutes: minutes(row.minutes_a_week) },
        source: row.source,
        agreed_by: row.agreed_by,
    }
}

/// The tables hold no negative ones.
pub(super) fn minutes(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or_default()
}

pub(super) fn line(allocation: &Allocation, today: NaiveDate) -> AllocationLine {
    AllocationLine {
        id: allocation.id,
        when: allocation.when(today),
        held: allocation.held,
        amount: allocation.amount,
        source: allocation.source.clone(),
        agreed_by: allocation.agreed_by.clone(),
    }
}
