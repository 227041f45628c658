//! Time is promised to somebody, changed from a day on, ended, or removed before it begins. What was so on a past day stays so.

use super::may_give;
use super::rows::{line, one};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::hold_people;
use chrono::NaiveDate;
use domain::changing::{first_of_change, has_begun};
use domain::dates::Period;
use domain::ids::{AllocationId, PersonId};
use domain::protected_time::TimeUnit;
use domain::protected_time::allocation::{Allocation, Change as Kept};
use domain::protected_time::forms::{EndOn, GiveTime, TimeFields};
use domain::protected_time::views::AllocationForm;
use domain::refusal::Refusal;
use entities::protected_time_allocation as table;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

/// Promises somebody time.
///
/// # Errors
/// Refuses people to whom the asker gives no time, as not found; and what could identify a patient.
pub async fn give(ctx: &Ctx, person: PersonId, says: &GiveTime) -> Result<()> {
    let facts = ctx.facts().await?;
    may_give(ctx, &facts, person)?;
    let passed = ctx.guard(&says.texts())?;
    let given = given(person, says);
    let change = ctx.change(Touches::Nothing).await?;
    insert(ctx, &change, &given).await?;
    let entry = Entry::new("give protected time", "protected_time_allocation", given.id);
    change.commit(entry.after(&told(&given)).let_through(passed)).await
}

/// Changes what was promised: what has begun ends the day before, and another follows; what has not is put right as it stands.
///
/// # Errors
/// As [`give`]; and refuses time of others as not found, what is over, and a first day on which it did not hold.
pub async fn change(ctx: &Ctx, person: PersonId, id: AllocationId, says: &GiveTime) -> Result<()> {
    let facts = ctx.facts().await?;
    may_give(ctx, &facts, person)?;
    let passed = ctx.guard(&says.texts())?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_people(change.tx(), [person]).await?;
    let before = one(change.tx(), person, id).await?;
    let first = says.held.from.unwrap_or(ctx.today);
    let mut after = given(person, says);
    match before.changed(first, ctx.today)? {
        Kept::Corrected => {
            after.id = id;
            table::Entity::delete_by_id(id).exec(change.tx()).await?;
        }
        Kept::Followed { last_day } => set_end(&change, id, Some(last_day)).await?,
    }
    insert(ctx, &change, &after).await?;
    let entry = Entry::new("change protected time", "protected_time_allocation", id);
    let entry = entry.before(&told(&before)).after(&told(&after));
    change.commit(entry.let_through(passed)).await
}

/// Sets or takes back the last day of what was promised.
///
/// # Errors
/// Refuses people to whom the asker gives no time, and time of others, as not found; what is over; and a day before the first.
pub async fn end(ctx: &Ctx, person: PersonId, id: AllocationId, last_day: &str) -> Result<EndOn> {
    let facts = ctx.facts().await?;
    may_give(ctx, &facts, person)?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_people(change.tx(), [person]).await?;
    let before = one(change.tx(), person, id).await?;
    before.refuse_over(ctx.today)?;
    let ended = EndOn::parse(last_day, before.held)?;
    set_end(&change, id, ended.last_day).await?;
    let entry = Entry::new("end protected time", "protected_time_allocation", id);
    change.commit(entry.before(&before.held.to).after(&ended.last_day)).await?;
    Ok(ended)
}

/// Removes what has not begun: it is not promised after all. The log keeps what it was.
///
/// # Errors
/// Refuses people to whom the asker gives no time, and time of others, as not found; and what has begun.
pub async fn remove(ctx: &Ctx, person: PersonId, id: AllocationId) -> Result<()> {
    let facts = ctx.facts().await?;
    may_give(ctx, &facts, person)?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_people(change.tx(), [person]).await?;
    let before = one(change.tx(), person, id).await?;
    before.refuse_begun(ctx.today)?;
    table::Entity::delete_by_id(id).exec(change.tx()).await?;
    let entry = Entry::new("remove protected time", "protected_time_allocation", id);
    change.commit(entry.before(&told(&before))).await
}

/// What the form that changes it shows: a change begins today, where it has begun before.
///
/// # Errors
/// Refuses people to whom the asker gives no time, and time of others, as not found; and what is over.
pub async fn form(ctx: &Ctx, person: PersonId, id: AllocationId) -> Result<AllocationForm> {
    let facts = ctx.facts().await?;
    may_give(ctx, &facts, person)?;
    let allocation = one(ctx.db().read(), person, id).await?;
    allocation.refuse_over(ctx.today)?;
    let begun = has_begun(allocation.held, ctx.today);
    let fields = TimeFields {
        amount: allocation.amount.number(),
        unit: allocation.amount.unit.code().to_owned(),
        starts_on: first_of_change(allocation.held, ctx.today).to_string(),
        ends_on: allocation.held.to.map(|day| day.to_string()).unwrap_or_default(),
        source: allocation.source.clone(),
        agreed_by: allocation.agreed_by.clone(),
    };
    let line = line(&allocation, ctx.today);
    Ok(AllocationForm { person, name: facts.name_of(person), line, begun, fields })
}

fn given(person: PersonId, says: &GiveTime) -> Allocation {
    Allocation {
        id: AllocationId(Uuid::now_v7()),
        person,
        held: says.held,
        amount: says.amount,
        source: says.source.clone(),
        agreed_by: says.agreed_by.clone(),
    }
}

async fn insert(ctx: &Ctx, change: &Change<'_>, given: &Allocation) -> Result<()> {
    let row = table::Model {
        id: given.id,
        person_id: given.person,
        starts_on: given.held.from.unwrap_or(ctx.today),
        ends_on: given.held.to,
        unit: given.amount.unit,
        minutes_a_week: i32::try_from(given.amount.minutes).unwrap_or(i32::MAX),
        source: given.source.clone(),
        agreed_by: given.agreed_by.clone(),
        given_at: ctx.now,
        given_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    Ok(())
}

async fn set_end(change: &Change<'_>, id: AllocationId, last: Option<NaiveDate>) -> Result<()> {
    table::Entity::update_many()
        .col_expr(table::Column::EndsOn, Expr::value(last))
        .filter(table::Column::Id.eq(id))
        .exec(change.tx())
        .await?;
    Ok(())
}

/// What the log keeps: never the words.
fn told(given: &Allocation) -> (PersonId, TimeUnit, u32, Period) {
    (given.person, given.amount.unit, given.amount.minutes, given.held)
}
