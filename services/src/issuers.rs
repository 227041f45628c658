//! Trusted issuers: listed, added and ended. No address of theirs is ever opened.

use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::fields::FieldErrors;
use domain::ids::TrustedIssuerId;
use domain::issuers::views::IssuerLine;
use domain::issuers::{AddIssuer, Trusted};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use entities::trusted_issuer;
use sea_orm::ActiveValue::{Set, Unchanged};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, QueryOrder, SqlErr};
use std::collections::HashMap;
use uuid::Uuid;

/// Whoever may list issuers.
///
/// # Errors
/// Refuses everybody else as not found.
pub fn may_list(ctx: &Ctx) -> Result<()> {
    ctx.authorise(Action::ManageIssuers, Resource::Installation, "this page")
}

/// Every issuer, those that are trusted first, by name and then the latest key first.
///
/// # Errors
/// As [`may_list`].
pub async fn list(ctx: &Ctx) -> Result<Vec<IssuerLine>> {
    may_list(ctx)?;
    let rows = trusted_issuer::Entity::find()
        .order_by_asc(trusted_issuer::Column::Name)
        .order_by_desc(trusted_issuer::Column::Id)
        .all(ctx.db().read())
        .await?;
    let mut lines: Vec<IssuerLine> = rows.into_iter().map(line).collect();
    lines.sort_by_key(|line| line.ended.is_some()); // stable: by name within each
    Ok(lines)
}

/// One issuer.
///
/// # Errors
/// As [`list`]; one that is not there is not found.
pub async fn one(ctx: &Ctx, id: TrustedIssuerId) -> Result<IssuerLine> {
    may_list(ctx)?;
    let row = trusted_issuer::Entity::find_by_id(id).one(ctx.db().read()).await?;
    Ok(row.map(line).ok_or_else(|| Refusal::not_found("this issuer"))?)
}

/// Trusts what a key signs, from today on. A further key of a known issuer is a row of its own.
///
/// # Errors
/// As [`list`]; refuses a fingerprint that is trusted already.
pub async fn add(ctx: &Ctx, added: AddIssuer) -> Result<TrustedIssuerId> {
    may_list(ctx)?;
    let AddIssuer { name, address, fingerprint } = added;
    let id = TrustedIssuerId(Uuid::now_v7());
    let entry = Entry::new("add trusted issuer", "trusted_issuer", id).after(&(
        &name,
        &address,
        &fingerprint,
    ));
    let change = ctx.change(Touches::Nothing).await?;
    let row = trusted_issuer::ActiveModel {
        id: Set(id),
        name: Set(name),
        address: Set(address),
        fingerprint: Set(fingerprint),
        added_on: Set(ctx.today),
        added_at: Set(ctx.now),
        added_by: Set(ctx.actor.name().to_owned()),
        ended_on: Set(None),
        ended_by: Set(None),
    };
    row.insert(change.tx()).await.map_err(listed_already)?;
    change.commit(entry).await?;
    Ok(id)
}

fn listed_already(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => FieldErrors::one(
            "fingerprint",
            "This key is on the list already. Enter the fingerprint of another one",
        )
        .into(),
        _ => error.into(),
    }
}

/// Trusts a key no longer: nothing more that it signed is accepted. What was accepted stays.
///
/// # Errors
/// As [`one`]; refuses one that has ended already.
pub async fn end(ctx: &Ctx, id: TrustedIssuerId) -> Result<()> {
    may_list(ctx)?;
    // The lock of judgements: nothing is accepted meanwhile.
    let change = ctx.change(Touches::Judgements).await?;
    let row = trusted_issuer::Entity::find_by_id(id).one(change.tx()).await?;
    let row = row.ok_or_else(|| Refusal::not_found("this issuer"))?;
    if row.ended_on.is_some() {
        let sentence = "This issuer has been ended already. There is nothing more to do.";
        return Err(Refusal::rule("issuer-ended", sentence).into());
    }
    let ended = trusted_issuer::ActiveModel {
        id: Unchanged(id),
        ended_on: Set(Some(ctx.today)),
        ended_by: Set(Some(ctx.actor.name().to_owned())),
        ..Default::default()
    };
    ended.update(change.tx()).await?;
    let entry = Entry::new("end trusted issuer", "trusted_issuer", id).before(&row.fingerprint);
    change.commit(entry).await
}

/// The rows of the keys that are trusted today, by fingerprint.
pub(crate) async fn trusted_today(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
) -> Result<HashMap<String, trusted_issuer::Model>> {
    let rows = trusted_issuer::Entity::find().all(db).await?;
    let holds = rows.into_iter().filter(|row| trusted(row).holds_on(ctx.today));
    Ok(holds.map(|row| (row.fingerprint.clone(), row)).collect())
}

/// The row by which a key is trusted today, if there is one.
pub(crate) async fn trusting(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    fingerprint: &str,
) -> Result<Option<trusted_issuer::Model>> {
    Ok(trusted_today(ctx, db).await?.remove(fingerprint))
}

const fn trusted(row: &trusted_issuer::Model) -> Trusted {
    Trusted { added_on: row.added_on, ended_on: row.ended_on }
}

fn line(row: trusted_issuer::Model) -> IssuerLine {
    IssuerLine {
        id: row.id,
        name: row.name,
        address: row.address,
        fingerprint: row.fingerprint,
        added_on: row.added_on,
        added_by: row.added_by,
        ended: row.ended_on.map(|on| (on, row.ended_by.unwrap_or_default())),
    }
}
