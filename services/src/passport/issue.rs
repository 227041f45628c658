//! Passports for their owner: made and signed, listed, withdrawn. What was in one is not kept; its digest is.

use super::canonical::statement;
use super::compose::contents;
use super::keys;
use super::seal::{digest, fingerprint, public_half, sign};
use crate::audit::Entry;
use crate::change::Touches;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::judgements::myself;
use domain::coverage::Facts;
use domain::ids::{JudgementSequence, PassportId, PersonId};
use domain::paging::Paged;
use domain::passport::views::{Contents, IssuedLine, OwnPassports};
use domain::passport::{Format, Passport};
use domain::policy::{Action, Resource};
use domain::refusal::Refusal;
use ed25519_dalek::SigningKey;
use entities::passport;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A passport as its owner takes it along.
#[derive(Clone, Debug)]
pub struct Issued {
    pub passport: Passport,
    /// The same as a file of JSON.
    pub file: Vec<u8>,
}

/// What a passport of the signed-in person would hold today, and those they have made.
///
/// # Errors
/// Refuses whoever has no staff record.
pub async fn mine(ctx: &Ctx, page: usize) -> Result<OwnPassports> {
    let (facts, person) = (ctx.facts().await?, owner(ctx)?);
    let contents = contents(ctx.db().read(), &facts, person, ctx.today).await?;
    let none_because = match empty(&contents) {
        Some(refusal) => Some(refusal.to_string()),
        None => keys::missing_because(ctx).await?,
    };
    let rows = passport::Entity::find()
        .filter(passport::Column::PersonId.eq(person))
        .order_by_desc(passport::Column::IssuedAt)
        .all(ctx.db().read())
        .await?;
    let line = |row: passport::Model| IssuedLine {
        id: row.id,
        issued_at: in_london(row.issued_at),
        withdrawn_at: row.withdrawn_at.map(in_london),
    };
    Ok(OwnPassports { contents, none_because, issued: Paged::of(rows, page).map(line) })
}

/// Makes and signs a passport of the signed-in person, as at today.
///
/// # Errors
/// Refuses whoever has no staff record or nothing confirmed, and where there is no key to sign with.
pub async fn issue(ctx: &Ctx) -> Result<Issued> {
    let (facts, person) = (ctx.facts().await?, owner(ctx)?);
    let contents = contents(ctx.db().read(), &facts, person, ctx.today).await?;
    if let Some(refusal) = empty(&contents) {
        return Err(refusal.into());
    }
    let change = ctx.change(Touches::Nothing).await?;
    let (key, first_use) = keys::to_sign(ctx, &change).await?;
    let (passport, statement) = signed(unsigned(ctx, contents, &key), &key)?;
    let row = passport::ActiveModel {
        id: Set(passport.id),
        person_id: Set(person),
        issued_at: Set(ctx.now),
        digest: Set(digest(&statement)),
        fingerprint: Set(fingerprint(&passport.key)),
        last_judgement: Set(last_judgement(&facts, person)),
        withdrawn_at: Set(None),
    };
    row.insert(change.tx()).await?;
    let issued = Entry::new("issue passport", "passport", passport.id).after(&person);
    change.commit_all(first_use.into_iter().chain([issued]).collect()).await?;
    let file = serde_json::to_vec_pretty(&passport).map_err(unwritten)?;
    Ok(Issued { passport, file })
}

/// Withdraws a passport of the signed-in person: whoever checks it from now on is told that it is revoked.
///
/// # Errors
/// Refuses as not found what is somebody else's, or withdrawn already.
pub async fn withdraw(ctx: &Ctx, id: PassportId) -> Result<()> {
    let person = owner(ctx)?;
    let change = ctx.change(Touches::Nothing).await?;
    let withdrawn = passport::Entity::update_many()
        .col_expr(passport::Column::WithdrawnAt, Expr::value(ctx.now))
        .filter(passport::Column::Id.eq(id))
        .filter(passport::Column::PersonId.eq(person))
        .filter(passport::Column::WithdrawnAt.is_null())
        .exec(change.tx())
        .await?;
    if withdrawn.rows_affected == 0 {
        return Err(Refusal::not_found("this passport").into());
    }
    change.commit(Entry::new("withdraw passport", "passport", id)).await
}

/// The person who takes their own record along.
fn owner(ctx: &Ctx) -> Result<PersonId> {
    let person = myself(ctx)?;
    let own = Resource::Person { person, posts: &[] };
    ctx.authorise(Action::ExportRecord, own, "this page")?;
    Ok(person)
}

fn empty(contents: &Contents) -> Option<Refusal> {
    contents.competencies.is_empty().then(|| {
        Refusal::rule(
            "nothing-confirmed",
            "Nothing is confirmed of you at the moment, so there is nothing to take along. Ask for confirmation first.",
        )
    })
}

fn unsigned(ctx: &Ctx, contents: Contents, key: &SigningKey) -> Passport {
    let Contents { person, posts, framework, competencies } = contents;
    Passport {
        format: Format::First,
        id: PassportId(Uuid::now_v7()),
        issued_on: ctx.today,
        issuer: ctx.services.issuing.issuer.clone(),
        person,
        posts,
        framework,
        competencies,
        key: public_half(key),
        signature: String::new(),
    }
}

/// The passport with its signature, and the text that was signed.
pub(super) fn signed(passport: Passport, key: &SigningKey) -> Result<(Passport, String)> {
    let document = serde_json::to_value(&passport).map_err(unwritten)?;
    let statement = statement(document).ok_or_else(|| unwritten("no canonical form"))?;
    let signature = sign(key, &statement);
    Ok((Passport { signature, ..passport }, statement))
}

fn unwritten(cause: impl std::fmt::Display) -> Error {
    Error::fault("writing a passport", cause)
}

/// The last judgement about a person that the passport knows of.
fn last_judgement(facts: &Facts, person: PersonId) -> JudgementSequence {
    let judgements = facts.person(person).into_iter().flat_map(|person| &person.judgements);
    judgements.map(|event| event.sequence).max().unwrap_or(0)
}
