//! The keys of this installation: one to sign with, and the public halves of all that ever did.

use super::key_file;
use super::seal::{fingerprint, public_half};
use crate::audit::Entry;
use crate::change::{Change, Touches};
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use domain::dates::spoken;
use domain::passport::{Curve, KeyType, PublicKey};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use ed25519_dalek::SigningKey;
use entities::signing_key;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Every public half, for programs: a JSON Web Key set (RFC 7517) with our own dates.
#[derive(Clone, Debug, Serialize)]
pub struct KeySet {
    keys: Vec<SharedKey>,
}

#[derive(Clone, Debug, Serialize)]
struct SharedKey {
    #[serde(flatten)]
    key: PublicKey,
    kid: String,
    #[serde(rename = "use")]
    purpose: &'static str,
    alg: &'static str,
    first_used_on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    retired_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    compromised_from: Option<NaiveDate>,
}

/// A key as the command line lists it. Days are those of London.
#[derive(Clone, Debug)]
pub struct KeyLine {
    pub fingerprint: String,
    pub first_used_on: NaiveDate,
    pub retired_on: Option<NaiveDate>,
    pub compromised_from: Option<NaiveDate>,
}

/// What a rotation did, by fingerprints.
#[derive(Clone, Debug)]
pub struct Rotated {
    pub new: String,
    /// The one it replaced, whose public half stays.
    pub old: Option<String>,
}

/// Every key, the latest first; open to everybody, as public halves are.
///
/// # Errors
/// Fails when the database does.
pub async fn public(ctx: &Ctx) -> Result<KeySet> {
    let keys = rows(ctx.db().read()).await?.into_iter().map(|row| SharedKey {
        key: PublicKey { kty: KeyType::Okp, crv: Curve::Ed25519, x: row.x },
        kid: row.fingerprint,
        purpose: "sig",
        alg: "EdDSA",
        first_used_on: day_of(row.first_used_at),
        retired_on: row.retired_at.map(day_of),
        compromised_from: row.compromised_from,
    });
    Ok(KeySet { keys: keys.collect() })
}

/// Every key, the latest first.
///
/// # Errors
/// Refuses whoever does not keep the keys.
pub async fn list(ctx: &Ctx) -> Result<Vec<KeyLine>> {
    keeps_keys(ctx)?;
    let line = |row: signing_key::Model| KeyLine {
        fingerprint: row.fingerprint,
        first_used_on: day_of(row.first_used_at),
        retired_on: row.retired_at.map(day_of),
        compromised_from: row.compromised_from,
    };
    Ok(rows(ctx.db().read()).await?.into_iter().map(line).collect())
}

/// The fingerprint of the key in use, for an administrator to read out to those who would trust it; none before the first
/// passport.
///
/// # Errors
/// As [`list`].
pub async fn to_tell(ctx: &Ctx) -> Result<Option<String>> {
    keeps_keys(ctx)?;
    Ok(in_use(ctx.db().read()).await?.map(|key| key.fingerprint))
}

/// Makes a new key and puts it in the place of the one in use. What the old one signed can still be checked.
///
/// # Errors
/// Refuses whoever does not keep the keys, and where no file is set for the key.
pub async fn rotate(ctx: &Ctx) -> Result<Rotated> {
    keeps_keys(ctx)?;
    let path = path(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let old = in_use(change.tx()).await?.map(|row| row.fingerprint);
    let key = key_file::replace(path)?;
    let entry = make_known(ctx, &change, &key).await?;
    change.commit(entry).await?;
    Ok(Rotated { new: fingerprint(&public_half(&key)), old })
}

/// Says that others may have signed with a key from a day on: what it signed from then is not vouched for. Said twice, the
/// earlier day stands: what was doubted once is not vouched for again.
///
/// # Errors
/// Refuses whoever does not keep the keys, days to come, and as not found a key that was never used here.
pub async fn compromised(ctx: &Ctx, fingerprint: &str, from: NaiveDate) -> Result<()> {
    keeps_keys(ctx)?;
    if from > ctx.today {
        let sentence = format!("{} has not come yet. Give the day the key was lost.", spoken(from));
        return Err(Refusal::rule("day-to-come", sentence).into());
    }
    let change = ctx.change(Touches::Nothing).await?;
    let row = signing_key::Entity::find_by_id(fingerprint.to_owned()).one(change.tx()).await?;
    let row = row.ok_or_else(|| Refusal::not_found("a key with this fingerprint"))?;
    let from = row.compromised_from.map_or(from, |known| known.min(from));
    signing_key::Entity::update_many()
        .col_expr(signing_key::Column::CompromisedFrom, Expr::value(from))
        .filter(signing_key::Column::Fingerprint.eq(fingerprint))
        .exec(change.tx())
        .await?;
    let entry = Entry::new("mark key as compromised", "signing_key", fingerprint);
    change.commit(entry.before(&row.compromised_from).after(&from)).await
}

/// Why nothing can be signed at the moment, in a sentence; none where a key is there, or can be made.
pub(super) async fn missing_because(ctx: &Ctx) -> Result<Option<String>> {
    match found(ctx, ctx.db().read()).await {
        Ok(_) => Ok(None),
        Err(Error::Refused(refusal)) => Ok(Some(refusal.to_string())),
        Err(fault) => Err(fault),
    }
}

/// The key to sign with; made, and made known, where this is its first use. Then there is an entry for the log.
pub(super) async fn to_sign(ctx: &Ctx, change: &Change<'_>) -> Result<(SigningKey, Option<Entry>)> {
    let key = match found(ctx, change.tx()).await? {
        Found::InUse(key) => return Ok((key, None)),
        Found::New(key) => key,
        Found::ToMake(path) => key_file::make(&path)?,
    };
    let entry = make_known(ctx, change, &key).await?;
    Ok((key, Some(entry)))
}

enum Found {
    InUse(SigningKey),
    /// In its file, and not yet in the table.
    New(SigningKey),
    /// There never was one.
    ToMake(PathBuf),
}

async fn found(ctx: &Ctx, db: &impl ConnectionTrait) -> Result<Found> {
    let path = path(ctx)?;
    // Asked before the file is looked at: a key that another process is just making is in its file before it is in use.
    let used = in_use(db).await?.is_some();
    let Some(key) = key_file::read(path)? else {
        return if used { Err(is_lost().into()) } else { Ok(Found::ToMake(path.to_owned())) };
    };
    let fingerprint = fingerprint(&public_half(&key));
    match signing_key::Entity::find_by_id(fingerprint).one(db).await? {
        None => Ok(Found::New(key)),
        Some(row) if row.retired_at.is_some() => Err(is_over().into()),
        Some(row) if row.compromised_from.is_some() => Err(is_compromised().into()),
        Some(_) => Ok(Found::InUse(key)),
    }
}

fn path(ctx: &Ctx) -> Result<&Path> {
    let path = ctx.services.issuing.key_file.as_deref();
    Ok(path.ok_or_else(|| {
        Refusal::rule(
            "no-signing-key",
            "This installation has no signing key, so it makes no passports yet. Whoever runs it sets ESTEEM_SIGNING_KEY \
             to the path of a file for the key; the guide to operating Esteem says how.",
        )
    })?)
}

fn is_lost() -> Refusal {
    Refusal::rule(
        "signing-key-lost",
        "The signing key of this installation is not in its file, so it makes no passports. Whoever runs it restores the \
         file from a backup, or makes a new key with esteem keys rotate.",
    )
}

fn is_over() -> Refusal {
    Refusal::rule(
        "signing-key-over",
        "The signing key in the file of this installation is retired, so nothing is signed with it. Whoever runs it puts \
         the key in use in its place, or makes a new one with esteem keys rotate.",
    )
}

fn is_compromised() -> Refusal {
    Refusal::rule(
        "signing-key-compromised",
        "Others may have read the signing key of this installation, so nothing is signed with it. Whoever runs it makes a \
         new one with esteem keys rotate.",
    )
}

fn keeps_keys(ctx: &Ctx) -> Result<()> {
    ctx.authorise(Action::KeepKeys, Resource::Installation, "this page")
}

/// Puts the public half of a key in the table, and retires every other. Of two processes that do it at once, one does.
async fn make_known(ctx: &Ctx, change: &Change<'_>, key: &SigningKey) -> Result<Entry> {
    let public = public_half(key);
    let fingerprint = fingerprint(&public);
    let row = signing_key::ActiveModel {
        fingerprint: Set(fingerprint.clone()),
        x: Set(public.x),
        first_used_at: Set(ctx.now),
        retired_at: Set(None),
        compromised_from: Set(None),
    };
    signing_key::Entity::insert_many([row])
        .on_conflict_do_nothing_on([signing_key::Column::Fingerprint])
        .exec_without_returning(change.tx())
        .await?;
    signing_key::Entity::update_many()
        .col_expr(signing_key::Column::RetiredAt, Expr::value(ctx.now))
        .filter(signing_key::Column::Fingerprint.ne(fingerprint.as_str()))
        .filter(signing_key::Column::RetiredAt.is_null())
        .exec(change.tx())
        .await?;
    Ok(Entry::new("begin to sign with a key", "signing_key", fingerprint))
}

async fn in_use(db: &impl ConnectionTrait) -> Result<Option<signing_key::Model>> {
    let in_use = signing_key::Column::RetiredAt.is_null();
    Ok(signing_key::Entity::find().filter(in_use).one(db).await?)
}

async fn rows(db: &impl ConnectionTrait) -> Result<Vec<signing_key::Model>> {
    let latest_first = signing_key::Entity::find().order_by_desc(signing_key::Column::FirstUsedAt);
    Ok(latest_first.order_by_asc(signing_key::Column::Fingerprint).all(db).await?)
}

fn day_of(moment: DateTime<Utc>) -> NaiveDate {
    in_london(moment).date()
}
