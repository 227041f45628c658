//! Whom returns are for: the two that every installation begins with, and those that administrators added since. Nothing is changed or
//! taken away: a return of any day names whoever it was for then.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::dates::spoken;
use domain::fields::FieldErrors;
use domain::ids::ReturnRecipientId;
use domain::policy::{Action, Resource};
use domain::returns::recipients::{Recipient, RecipientLine, listed, parse};
use entities::return_recipient::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, QueryOrder, SqlErr};
use uuid::Uuid;

fn authorise(ctx: &Ctx) -> Result<()> {
    ctx.authorise(Action::KeepRecipients, Resource::Installation, "this page")
}

/// Every recipient, the earliest first.
///
/// # Errors
/// Refuses whoever keeps no recipients, as not found.
pub async fn list(ctx: &Ctx) -> Result<Vec<RecipientLine>> {
    authorise(ctx)?;
    let rows = rows(ctx.db().read()).await?.into_iter();
    let added = rows.map(|row| {
        let by = (row.added_on, row.added_by.clone());
        (as_ruled(row), by)
    });
    Ok(listed(added.collect()))
}

/// Adds a recipient, from a day on, as typed.
///
/// # Errors
/// As [`list`]; refuses, beside its field, a name that is missing or could identify a patient, and a day that is past or not after the
/// first day of the one before.
pub async fn add(ctx: &Ctx, name: &str, from: &str) -> Result<Recipient> {
    authorise(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let recipient = parse((name, from), &added(change.tx()).await?, ctx.today)?;
    let passed = ctx.guard(&[("name", recipient.name.as_str())])?;
    let id = ReturnRecipientId(Uuid::now_v7());
    let starts_on = recipient.from.unwrap_or(ctx.today);
    let row = ActiveModel {
        id: Set(id),
        name: Set(recipient.name.clone()),
        starts_on: Set(starts_on),
        added_on: Set(ctx.today),
        added_at: Set(ctx.now),
        added_by: Set(ctx.actor.name().to_owned()),
    };
    // Somebody may have added one at the same moment.
    let same_day = |error: DbErr| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => {
            let day = spoken(starts_on);
            let message =
                format!("Enter a day after {day}: somebody has just added who follows then");
            FieldErrors::one("from", message).into()
        }
        _ => Error::from(error),
    };
    row.insert(change.tx()).await.map_err(same_day)?;
    let entry = Entry::new("add return recipient", "return_recipient", id).after(&recipient);
    change.commit(entry.let_through(passed)).await?;
    Ok(recipient)
}

/// Those that administrators added, in the order of their first days.
///
/// # Errors
/// Fails when the database does.
pub async fn added(db: &impl ConnectionTrait) -> Result<Vec<Recipient>> {
    Ok(rows(db).await?.into_iter().map(as_ruled).collect())
}

async fn rows(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::StartsOn).all(db).await?)
}

fn as_ruled(row: Model) -> Recipient {
    Recipient { name: row.name, from: Some(row.starts_on) }
}
