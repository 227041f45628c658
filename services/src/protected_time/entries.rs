//! The ledger: an entry about one's own time, and one taken back. Nothing in it is ever changed.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::judgements::myself;
use crate::people::hold_people;
use domain::ids::{PersonId, TimeEntryId};
use domain::policy::{Action, Resource};
use domain::protected_time::EntryKind;
use domain::protected_time::forms::WriteEntry;
use domain::refusal::Refusal;
use entities::protected_time_entry as table;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

/// Writes an entry about the signed-in person's own time.
///
/// # Errors
/// Refuses whoever has no staff record, and what could identify a patient.
pub async fn write(ctx: &Ctx, says: &WriteEntry) -> Result<()> {
    let person = owner(ctx)?;
    let passed = ctx.guard(&[("note", says.note.as_deref().unwrap_or_default())])?;
    let row = table::Model {
        id: TimeEntryId(Uuid::now_v7()),
        person_id: person,
        kind: says.kind,
        time_use: says.time_use,
        spent_on: says.on,
        minutes: i32::try_from(says.minutes).unwrap_or(i32::MAX),
        why_lost: says.why_lost,
        shortfall: None,
        session_id: None,
        note: says.note.clone(),
        takes_back_id: None,
        recorded_at: ctx.now,
        recorded_by_id: ctx.actor.account_id(),
    };
    let told = (person, row.kind, row.time_use, row.spent_on, row.minutes, row.why_lost);
    let entry = Entry::new("enter protected time", "protected_time_entry", row.id).after(&told);
    let change = ctx.change(Touches::Nothing).await?;
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(entry.let_through(passed)).await
}

/// Takes one of the signed-in person's own entries back: it stays, and counts for nothing.
///
/// # Errors
/// Refuses entries of others, reasons, and what was taken back already, as not found.
pub async fn take_back(ctx: &Ctx, id: TimeEntryId) -> Result<()> {
    let person = owner(ctx)?;
    let not_found = || Refusal::not_found("this entry");
    let change = ctx.change(Touches::Nothing).await?;
    // Of two who take it back at once, the second sees that it was.
    hold_people(change.tx(), [person]).await?;
    let own = table::Column::PersonId.eq(person);
    let row = table::Entity::find_by_id(id).filter(own).one(change.tx()).await?;
    let written = |row: &table::Model| matches!(row.kind, EntryKind::Used | EntryKind::Lost);
    let row = row.filter(written).ok_or_else(not_found)?;
    let back = table::Entity::find().filter(table::Column::TakesBackId.eq(id));
    if back.one(change.tx()).await?.is_some() {
        return Err(not_found().into());
    }
    let taken = table::Model {
        id: TimeEntryId(Uuid::now_v7()),
        kind: EntryKind::TakenBack,
        note: None,
        takes_back_id: Some(id),
        recorded_at: ctx.now,
        recorded_by_id: ctx.actor.account_id(),
        ..row
    };
    taken.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(Entry::new("take protected time back", "protected_time_entry", id)).await
}

/// The signed-in person, who keeps their own ledger.
fn owner(ctx: &Ctx) -> Result<PersonId> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::KeepOwnTime, own, "this page")?;
    Ok(person)
}
