//! A scheme is added, changed from a day on, ended. What was claimed under it stays as it was claimed.

use super::authorise_for;
use super::schemes::kept;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::area_with_code;
use chrono::NaiveDate;
use domain::changing::{Change, EndOn};
use domain::coverage::Facts;
use domain::dates::Period;
use domain::funding::Terms;
use domain::funding::forms::KeepScheme;
use domain::ids::{AreaId, FundingSchemeId};
use domain::policy::Action;
use domain::refusal::Refusal;
use entities::{funding_claim, funding_scheme as table};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect,
};
use uuid::Uuid;

/// Adds a scheme.
///
/// # Errors
/// Refuses areas that are not known beside their field, those for which the asker keeps none as not found, and what could
/// identify a patient.
pub async fn add(ctx: &Ctx, says: &KeepScheme) -> Result<FundingSchemeId> {
    ctx.authorise_somewhere(Action::KeepFunding, "this page")?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let area = area_of(&facts, says)?;
    authorise_for(ctx, &facts, area)?;
    let id = FundingSchemeId(Uuid::now_v7());
    let change = ctx.change(Touches::Nothing).await?;
    let row = row(ctx, (id, id), area, says)?;
    row.into_active_model().reset_all().insert(change.tx()).await?;
    let entry = Entry::new("add funding scheme", "funding_scheme", id).after(&told(says));
    change.commit(entry.let_through(passed)).await?;
    Ok(id)
}

/// Changes a scheme: one that has begun ends the day before, and another follows; one that has not is put right as it stands.
///
/// # Errors
/// As [`add`]; and refuses schemes that are others’ to keep as not found, what is over, a first day on which it did not hold, and to
/// put right what a team has claimed under.
pub async fn change(ctx: &Ctx, id: FundingSchemeId, says: &KeepScheme) -> Result<()> {
    ctx.authorise_somewhere(Action::KeepFunding, "this page")?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let area = area_of(&facts, says)?;
    authorise_for(ctx, &facts, area)?;
    let change = ctx.change(Touches::Nothing).await?;
    let tx = change.tx();
    hold(tx, id).await?;
    let before = kept(ctx, &facts, tx, id).await?;
    let first = says.held.from.unwrap_or(ctx.today);
    match before.changed(first, ctx.today)? {
        Change::Corrected => {
            nobody_claimed(tx, id).await?;
            let row = row(ctx, (id, before.origin), area, says)?;
            row.into_active_model().reset_all().update(tx).await?;
        }
        Change::Followed { last_day } => {
            set_end(tx, id, Some(last_day)).await?;
            let next = FundingSchemeId(Uuid::now_v7());
            let row = row(ctx, (next, before.origin), area, says)?;
            row.into_active_model().reset_all().insert(tx).await?;
        }
    }
    let entry = Entry::new("change funding scheme", "funding_scheme", id);
    let entry = entry.before(&(before.terms, before.held)).after(&told(says));
    change.commit(entry.let_through(passed)).await
}

/// # Errors
/// Refuses where a team has claimed under a scheme: a claim stays as it was made.
async fn nobody_claimed(tx: &DatabaseTransaction, id: FundingSchemeId) -> Result<()> {
    let claimed = funding_claim::Entity::find().filter(funding_claim::Column::SchemeId.eq(id));
    if claimed.one(tx).await?.is_none() {
        return Ok(());
    }
    let sentence =
        "A team has claimed under this scheme, which began today. Come back tomorrow to change it.";
    Err(Refusal::rule("scheme-claimed", sentence).into())
}

/// Sets or takes back the last day of a scheme.
///
/// # Errors
/// Refuses schemes that are others’ to keep as not found, what is over, and a day before the first.
pub async fn end(ctx: &Ctx, id: FundingSchemeId, last_day: &str) -> Result<EndOn> {
    ctx.authorise_somewhere(Action::KeepFunding, "this page")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold(change.tx(), id).await?;
    let before = kept(ctx, &facts, change.tx(), id).await?;
    before.refuse_over(ctx.today)?;
    let ended = EndOn::parse(last_day, before.held)?;
    set_end(change.tx(), id, ended.last_day).await?;
    let entry = Entry::new("end funding scheme", "funding_scheme", id);
    change.commit(entry.before(&before.held.to).after(&ended.last_day)).await?;
    Ok(ended)
}

/// Of two who change it at once, the second sees what the first made of it.
async fn hold(tx: &DatabaseTransaction, id: FundingSchemeId) -> Result<()> {
    table::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(tx).await?;
    Ok(())
}

async fn set_end(
    tx: &impl ConnectionTrait,
    id: FundingSchemeId,
    last: Option<NaiveDate>,
) -> Result<()> {
    table::Entity::update_many()
        .col_expr(table::Column::EndsOn, Expr::value(last))
        .filter(table::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

fn area_of(facts: &Facts, says: &KeepScheme) -> Result<Option<AreaId>> {
    Ok(area_with_code(facts, says.area.as_deref())?.map(|(_, area)| area.id))
}

fn row(
    ctx: &Ctx,
    (id, origin_id): (FundingSchemeId, FundingSchemeId),
    area_id: Option<AreaId>,
    says: &KeepScheme,
) -> Result<table::Model> {
    let pence = |amount: domain::funding::Pence| i32::try_from(amount.0).unwrap_or(i32::MAX);
    let terms = says.terms;
    Ok(table::Model {
        id,
        origin_id,
        area_id,
        name: says.name.clone(),
        payer: says.payer.clone(),
        conditions: says.conditions.clone(),
        counts_from: terms.counts_from,
        pence_per_session: pence(terms.per_session),
        pence_per_branch: pence(terms.per_branch),
        most_a_year: terms.most_a_year.map(i32::from),
        notice_weeks: i32::from(terms.notice_weeks),
        needs_cover: terms.needs_cover,
        needs_feedback: terms.needs_feedback,
        starts_on: says.held.from.unwrap_or(ctx.today),
        ends_on: says.held.to,
        kept_at: ctx.now,
        kept_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
    })
}

/// What the log keeps: never the words.
fn told(says: &KeepScheme) -> (Terms, Period) {
    (says.terms, says.held)
}
