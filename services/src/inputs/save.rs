//! A row is added, changed, ended or removed before it begins. What was so on a past day stays so.

use super::form::said;
use super::managed;
use super::rows::{one, row};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::changing::{Change as Kept, EndOn};
use domain::codes::InputKind;
use domain::dates::Period;
use domain::fte::Fte;
use domain::ids::{MentalHealthInputId, TeamId};
use domain::inputs::Input;
use domain::inputs::forms::KeepInput;
use domain::patient_text::LetThrough;
use domain::refusal::Refusal;
use entities::mental_health_input as table;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Adds a row to the input of a team.
///
/// # Errors
/// Refuses teams whose input the asker does not keep as not found; people and teams that are not known; and what could
/// identify a patient.
pub async fn add(ctx: &Ctx, code: &str, kept: &KeepInput) -> Result<()> {
    let facts = ctx.facts().await?;
    let team = managed(ctx, &facts, code)?;
    let passed = guard(ctx, kept)?;
    let says = said(ctx, &facts, kept).await?;
    let change = ctx.change(Touches::Places).await?;
    let input = Input { id: new_id(), team: team.id, held: kept.held, says };
    row(&input).insert(change.tx()).await?;
    let entry = Entry::new("add mental health input", "mental_health_input", input.id);
    change.commit(entry.after(&told(&input)).let_through(passed)).await
}

/// Changes a row: one that has begun ends the day before, and another follows; one that has not is put right as it stands.
///
/// # Errors
/// As [`add`]; and refuses rows of other teams as not found, rows that are over, and a change that changes nothing.
pub async fn change(
    ctx: &Ctx,
    code: &str,
    id: MentalHealthInputId,
    kept: &KeepInput,
) -> Result<()> {
    let facts = ctx.facts().await?;
    let team = managed(ctx, &facts, code)?;
    let passed = guard(ctx, kept)?;
    let says = said(ctx, &facts, kept).await?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), team.id, id).await?;
    let mut after = Input { says, held: kept.held, ..before.clone() };
    match before.changed(&after.says, after.held, ctx.today)? {
        Kept::Corrected => {
            row(&after).update(change.tx()).await?;
        }
        Kept::Followed { last_day } => {
            set_end(&change, &before, Some(last_day)).await?;
            after.id = new_id();
            row(&after).insert(change.tx()).await?;
        }
    }
    let entry = Entry::new("change mental health input", "mental_health_input", id);
    let entry = entry.before(&told(&before)).after(&told(&after));
    change.commit(entry.let_through(passed)).await
}

/// Sets or takes back the last day of a row.
///
/// # Errors
/// Refuses teams whose input the asker does not keep, and rows of others, as not found; rows that are over; and a day before
/// the row starts.
pub async fn end(ctx: &Ctx, code: &str, id: MentalHealthInputId, last_day: &str) -> Result<EndOn> {
    let facts = ctx.facts().await?;
    let team = managed(ctx, &facts, code)?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), team.id, id).await?;
    before.refuse_over(ctx.today)?;
    let ended = EndOn::parse(last_day, before.held)?;
    set_end(&change, &before, ended.last_day).await?;
    let entry = Entry::new("end mental health input", "mental_health_input", id);
    change.commit(entry.before(&before.held.to).after(&ended.last_day)).await?;
    Ok(ended)
}

/// Removes a row that has not begun: what was planned does not happen. The log keeps what it was.
///
/// # Errors
/// Refuses teams whose input the asker does not keep, and rows of others, as not found; and rows that have begun.
pub async fn remove(ctx: &Ctx, code: &str, id: MentalHealthInputId) -> Result<()> {
    let facts = ctx.facts().await?;
    let team = managed(ctx, &facts, code)?;
    let change = ctx.change(Touches::Places).await?;
    let before = one(change.tx(), team.id, id).await?;
    before.refuse_begun(ctx.today)?;
    table::Entity::delete_by_id(id).exec(change.tx()).await?;
    let entry = Entry::new("remove mental health input", "mental_health_input", id);
    change.commit(entry.before(&told(&before))).await
}

fn guard(ctx: &Ctx, kept: &KeepInput) -> Result<LetThrough> {
    let [times, reach] = [&kept.times, &kept.reach].map(|text| text.as_deref().unwrap_or_default());
    ctx.guard(&[("times", times), ("reach", reach)])
}

fn new_id() -> MentalHealthInputId {
    MentalHealthInputId(Uuid::now_v7())
}

/// Ends a row that still ends as it did when it was read: of two changes at once, the second must start from the first.
async fn set_end(
    change: &Change<'_>,
    input: &Input,
    last_day: Option<chrono::NaiveDate>,
) -> Result<()> {
    let as_read = match input.held.to {
        Some(day) => table::Column::EndsOn.eq(day),
        None => table::Column::EndsOn.is_null(),
    };
    let ended = table::Entity::update_many()
        .col_expr(table::Column::EndsOn, Expr::value(last_day))
        .filter(table::Column::Id.eq(input.id))
        .filter(as_read)
        .exec(change.tx())
        .await?;
    if ended.rows_affected == 1 {
        return Ok(());
    }
    let sentence = "Somebody else changed this input meanwhile. Look at the page again.";
    Err(Refusal::rule("input-changed", sentence).into())
}

/// What the log keeps of a row: never its words.
fn told(input: &Input) -> (TeamId, InputKind, Period, Option<Fte>, Option<Fte>) {
    let says = &input.says;
    (input.team, says.kind, input.held, says.wte, says.target_wte)
}
