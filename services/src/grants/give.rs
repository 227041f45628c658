//! Giving a grant, from today on.

use super::places::{PlaceOfGrant, columns, find_place, scope_of};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::GrantKind;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::frameworks::version_at;
use domain::grants::forms::{FoundingTerms, NewGrant};
use domain::ids::{AccountId, GrantId};
use domain::policy::{Action, Scope, may_give};
use domain::refusal::Refusal;
use entities::{account, grant};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

/// Gives a grant from today on, without an end. Giving what is held already changes nothing.
///
/// # Errors
/// Refuses grants to oneself, to disabled accounts, and whatever lies outside the giver's right to grant.
pub async fn give(ctx: &Ctx, to: AccountId, kind: GrantKind, place: PlaceOfGrant) -> Result<()> {
    save(ctx, to, &NewGrant::of(kind, None), place).await.map(|_| ())
}

/// Gives a grant from today on, as typed. Says whether it is new: giving what is held already changes nothing.
///
/// # Errors
/// Whoever may give nothing is told *not found*; then as [`give`], and places and competencies that are not known.
pub async fn give_new(ctx: &Ctx, to: AccountId, typed: &NewGrant) -> Result<bool> {
    ctx.authorise_somewhere(Action::GiveGrants, "this page")?;
    let place = find_place(ctx, typed.place_code.as_deref()).await?;
    if let Some(terms) = &typed.founding {
        let facts = ctx.facts().await?;
        known_competencies(ctx, &facts, terms)?;
    }
    save(ctx, to, typed, place).await
}

fn known_competencies(ctx: &Ctx, facts: &Facts, terms: &FoundingTerms) -> Result<()> {
    let version = version_at(&facts.versions, ctx.today);
    let known = |code: &String| {
        facts.competencies.iter().any(|c| Some(c.version) == version && c.code == *code)
    };
    if terms.competencies.iter().all(known) {
        return Ok(());
    }
    Err(FieldErrors::one("competencies", "Choose competencies from the list").into())
}

async fn save(ctx: &Ctx, to: AccountId, new: &NewGrant, place: PlaceOfGrant) -> Result<bool> {
    may_give(&ctx.actor, new.kind, place.located.as_ref(), to)?;
    let change = ctx.change(Touches::Nothing).await?;
    refuse_unusable(change.tx(), to).await?;
    let held =
        grant::Entity::find().filter(grant::Column::AccountId.eq(to)).all(change.tx()).await?;
    let row = new_row(ctx, to, new, place.scope);
    if held.iter().any(|g| scope_of(g) == place.scope && g.kind == new.kind && covers(g, &row)) {
        return Ok(false);
    }
    let entry = Entry::new("give grant", "account", to).after(&new.kind).note(row.id.to_string());
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(entry).await?;
    Ok(true)
}

/// Whether what is held allows all that the new one would, as long.
fn covers(held: &grant::Model, new: &grant::Model) -> bool {
    let lasts = match (held.ends_on, new.ends_on) {
        (None, _) => true,
        (Some(held), Some(new)) => held >= new,
        (Some(_), None) => false,
    };
    let terms = |g: &grant::Model| (g.founding_level, g.founding_competencies.clone());
    lasts && held.ends_on.is_none_or(|end| end >= new.starts_on) && terms(held) == terms(new)
}

fn new_row(ctx: &Ctx, to: AccountId, new: &NewGrant, scope: Scope) -> grant::Model {
    let (area_id, organisation_id, team_id) = columns(scope);
    let founding = new.founding.as_ref();
    grant::Model {
        id: GrantId(Uuid::now_v7()),
        account_id: to,
        kind: new.kind,
        area_id,
        organisation_id,
        team_id,
        starts_on: ctx.today,
        ends_on: new.ends_on,
        founding_level: founding.map(|terms| i32::from(terms.highest.number())),
        founding_competencies: founding.map(|terms| terms.competencies.join(";")),
        given_by: ctx.actor.name().to_owned(),
        given_at: ctx.now,
    }
}

async fn refuse_unusable(db: &impl ConnectionTrait, to: AccountId) -> Result<()> {
    let account = account::Entity::find_by_id(to).one(db).await?;
    let account = account.ok_or_else(|| Refusal::not_found("this account"))?;
    if account.disabled_at.is_none() {
        return Ok(());
    }
    let sentence = "This account is disabled. An administrator can enable it.";
    Err(Refusal::rule("account-disabled", sentence).into())
}
