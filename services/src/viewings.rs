//! Who looked at whose record: a row for each look, which the owner can read.

use crate::ctx::Ctx;
use crate::error::Result;
use domain::ids::PersonId;
use domain::patient_text::look;
use domain::policy::{Action, Resource};
use entities::{account, viewing};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// Notes that the asker opened somebody else's record.
pub(crate) async fn note_record(ctx: &Ctx, person: PersonId) -> Result<()> {
    if ctx.actor.person() == Some(person) {
        return Ok(());
    }
    note(ctx, Some(person), None).await
}

/// Notes a list of people, once with its query.
pub(crate) async fn note_list(ctx: &Ctx, query: &str) -> Result<()> {
    // What somebody searched for is kept: a patient's number does not become a part of the log.
    let identifies = !look(query, ctx.today).stopped.is_empty();
    let query = if identifies { "what held an NHS number" } else { query };
    note(ctx, None, Some(query.to_owned())).await
}

async fn note(ctx: &Ctx, person: Option<PersonId>, query: Option<String>) -> Result<()> {
    let Some(account) = ctx.actor.account_id() else { return Ok(()) };
    let tx = ctx.db().begin().await?;
    let row = viewing::ActiveModel {
        at: Set(ctx.now),
        account_id: Set(account),
        person_id: Set(person),
        query: Set(query),
        ..Default::default()
    };
    row.insert(&tx).await?;
    Ok(tx.commit().await?)
}

/// Who looked at the signed-in person's record, and when; the latest first, at most `most`.
///
/// # Errors
/// Refuses whoever may not see who looked at their own record.
pub async fn of_myself(
    ctx: &Ctx,
    most: u64,
) -> Result<Vec<(chrono::DateTime<chrono::Utc>, String)>> {
    let Some(person) = ctx.actor.person() else { return Ok(Vec::new()) };
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::SeeWhoLooked, own, "who looked at your record")?;
    let rows = viewing::Entity::find()
        .filter(viewing::Column::PersonId.eq(person))
        .order_by_desc(viewing::Column::Id)
        .limit(most)
        .all(ctx.db().read())
        .await?;
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(rows.iter().map(|r| r.account_id)))
        .all(ctx.db().read())
        .await?;
    let email = |row: &viewing::Model| {
        accounts.iter().find(|a| a.id == row.account_id).map(|a| a.email.clone())
    };
    Ok(rows.iter().map(|row| (row.at, email(row).unwrap_or_default())).collect())
}
