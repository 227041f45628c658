//! The steps of a programme: added, worded anew, moved, removed. A step keeps its id, so that progress follows it.

use super::authorise_in;
use super::save::{put_outcomes, step_row};
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::ProgrammeStepId;
use domain::policy::Action;
use domain::programmes::forms::{DescribeStep, Move, StepFields};
use domain::programmes::views::StepForm;
use entities::{programme_step, session};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

/// A programme that the asker may change.
pub(super) async fn changeable(ctx: &Ctx, code: &str) -> Result<Stored> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let stored = Stored::with_code(ctx.db().read(), code).await?;
    authorise_in(ctx, &*ctx.facts().await?, stored.row.area_id)?;
    Ok(stored)
}

/// What the form of a new step shows.
///
/// # Errors
/// Refuses unknown codes, and programmes that the asker may not change, as not found.
pub async fn new_step(ctx: &Ctx, code: &str) -> Result<StepForm> {
    let stored = changeable(ctx, code).await?;
    Ok(StepForm { programme: stored.heading(), fields: StepFields::default() })
}

/// What the form of a step shows.
///
/// # Errors
/// Refuses unknown codes and steps, and programmes that the asker may not change, as not found.
pub async fn step(ctx: &Ctx, code: &str, id: ProgrammeStepId) -> Result<StepForm> {
    let stored = changeable(ctx, code).await?;
    let row = stored.step(id)?;
    let fields = StepFields {
        title: row.title.clone(),
        what_happens: row.what_happens.clone(),
        format: row.format.code().to_owned(),
        minutes: row.minutes.to_string(),
    };
    Ok(StepForm { programme: stored.heading(), fields })
}

/// Adds a step at the end, without competencies yet.
///
/// # Errors
/// Refuses programmes that the asker may not change, as not found.
pub async fn add_step(ctx: &Ctx, code: &str, says: &DescribeStep) -> Result<ProgrammeStepId> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = Stored::open(ctx, &facts, change.tx(), code).await?;
    let last = stored.steps.iter().map(|step| step.position).max().unwrap_or(0);
    let id = ProgrammeStepId(Uuid::now_v7());
    let row = step_row(id, stored.row.id, last + 1, says);
    row.into_active_model().reset_all().insert(change.tx()).await?;
    let entry = Entry::new("add step", "programme_step", id).after(&says.title);
    change.commit(entry.let_through(passed)).await?;
    Ok(id)
}

/// Words a step anew.
///
/// # Errors
/// Refuses unknown steps, and programmes that the asker may not change, as not found.
pub async fn change_step(
    ctx: &Ctx,
    code: &str,
    id: ProgrammeStepId,
    says: &DescribeStep,
) -> Result<()> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = Stored::open(ctx, &facts, change.tx(), code).await?;
    let before = stored.step(id)?;
    let row = step_row(id, stored.row.id, before.position, says);
    row.into_active_model().reset_all().update(change.tx()).await?;
    let entry = Entry::new("change step", "programme_step", id);
    let entry = entry.before(&before.title).after(&says.title);
    change.commit(entry.let_through(passed)).await
}

/// Lets a step change places with the one before or after it; returns its title.
///
/// # Errors
/// Refuses unknown steps, and programmes that the asker may not change, as not found.
pub async fn move_step(ctx: &Ctx, code: &str, id: ProgrammeStepId, to: Move) -> Result<String> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = Stored::open(ctx, &facts, change.tx(), code).await?;
    let moved = stored.step(id)?;
    let at = stored.steps.iter().position(|step| step.id == id).unwrap_or_default();
    let order = to.order(at, stored.steps.len());
    let in_order: Vec<&programme_step::Model> =
        order.iter().filter_map(|at| stored.steps.get(*at)).collect();
    for (position, step) in (1..).zip(in_order) {
        if step.position != position {
            let mut row = step.clone().into_active_model();
            row.position = Set(position);
            row.update(change.tx()).await?;
        }
    }
    change.commit(Entry::new("move step", "programme_step", id).after(&to)).await?;
    Ok(moved.title.clone())
}

/// Removes a step and returns its title. What was confirmed stays in everybody's record: progress is computed from there. Sessions
/// that ran it stay, and run no step any more.
///
/// # Errors
/// Refuses unknown steps, and programmes that the asker may not change, as not found.
pub async fn remove_step(ctx: &Ctx, code: &str, id: ProgrammeStepId) -> Result<String> {
    ctx.authorise_somewhere(Action::DraftProgrammes, "this page")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = Stored::open(ctx, &facts, change.tx(), code).await?;
    let row = stored.step(id)?.clone();
    put_outcomes(change.tx(), id, &[]).await?;
    session::Entity::update_many()
        .col_expr(session::Column::ProgrammeStepId, Expr::value(Option::<Uuid>::None))
        .filter(session::Column::ProgrammeStepId.eq(id))
        .exec(change.tx())
        .await?;
    let title = row.title.clone();
    row.into_active_model().delete(change.tx()).await?;
    change.commit(Entry::new("remove step", "programme_step", id).before(&title)).await?;
    Ok(title)
}
