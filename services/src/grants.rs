//! Grants: who gave whom which access where, and since when; ended, never deleted.

use crate::accounts::scope_of;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::GrantKind;
use domain::coverage::{Facts, Unit};
use domain::fields::FieldErrors;
use domain::frameworks::Level;
use domain::ids::{AccountId, GrantId};
use domain::judgements::Founding;
use domain::policy::{Account, Actor, Grant, Located, Scope, may_give};
use domain::refusal::Refusal;
use entities::{account, grant};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// Where a grant is to apply, found by its code.
#[derive(Clone, Debug)]
pub struct PlaceOfGrant {
    scope: Scope,
    /// `None` for everywhere.
    located: Option<Located>,
}

/// Finds the area, organisation or team with this code; without a code, everywhere.
///
/// # Errors
/// Refuses codes that are not known.
pub async fn find_place(ctx: &Ctx, code: Option<&str>) -> Result<PlaceOfGrant> {
    let Some(code) = code.map(str::trim).filter(|c| !c.is_empty()) else {
        return Ok(PlaceOfGrant { scope: Scope::Everywhere, located: None });
    };
    let facts = ctx.facts().await?;
    let found = crate::coverage::unit_with_code(&facts, code)
        .and_then(|unit| place_of(&facts, unit, ctx.today));
    found.ok_or_else(|| {
        FieldErrors::one(
            "place",
            format!("There is no area, organisation or team with the code '{code}'"),
        )
        .into()
    })
}

fn place_of(facts: &Facts, unit: Unit, day: NaiveDate) -> Option<PlaceOfGrant> {
    let places = &facts.places;
    let (scope, located) = match unit {
        Unit::Area(at) => (Scope::Area(places.areas.get(at)?.id), places.located_area(at)),
        Unit::Organisation(at) => (
            Scope::Organisation(places.organisations.get(at)?.id),
            places.located_organisation(at, day)?,
        ),
        Unit::Team(at) => (Scope::Team(places.teams.get(at)?.id), places.located_team(at, day)?),
    };
    Some(PlaceOfGrant { scope, located: Some(located) })
}

/// Gives a grant from today on. Giving what is held already changes nothing.
///
/// # Errors
/// Refuses grants to oneself and whatever lies outside the giver's right to grant.
pub async fn give(ctx: &Ctx, to: AccountId, kind: GrantKind, place: PlaceOfGrant) -> Result<()> {
    may_give(&ctx.actor, kind, place.located.as_ref(), to)?;
    let change = ctx.change(Touches::Nothing).await?;
    if account::Entity::find_by_id(to).one(change.tx()).await?.is_none() {
        return Err(Refusal::not_found("this account").into());
    }
    let held =
        grant::Entity::find().filter(grant::Column::AccountId.eq(to)).all(change.tx()).await?;
    let same = |g: &grant::Model| {
        g.kind == kind && scope_of(g) == place.scope && g.ends_on.is_none_or(|end| end >= ctx.today)
    };
    if held.iter().any(same) {
        return Ok(());
    }
    let (area_id, organisation_id, team_id) = match place.scope {
        Scope::Everywhere => (None, None, None),
        Scope::Area(area) => (Some(area), None, None),
        Scope::Organisation(organisation) => (None, Some(organisation), None),
        Scope::Team(team) => (None, None, Some(team)),
    };
    let id = GrantId(Uuid::now_v7());
    let row = grant::ActiveModel {
        id: Set(id),
        account_id: Set(to),
        kind: Set(kind),
        area_id: Set(area_id),
        organisation_id: Set(organisation_id),
        team_id: Set(team_id),
        starts_on: Set(ctx.today),
        ends_on: Set(None),
        founding_level: Set(None),
        founding_competencies: Set(None),
        given_by: Set(ctx.actor.name().to_owned()),
        given_at: Set(ctx.now),
    };
    row.insert(change.tx()).await?;
    change.commit(Entry::new("give grant", "account", to).after(&kind).note(id.to_string())).await
}

/// Everybody who holds an assessor's grant today, as the policy knows them.
pub(crate) async fn assessors(ctx: &Ctx) -> Result<Vec<Actor>> {
    let held = grant::Entity::find()
        .filter(grant::Column::Kind.eq(GrantKind::Assessor))
        .filter(grant::Column::StartsOn.lte(ctx.today))
        .all(ctx.db().read())
        .await?;
    let held: Vec<_> =
        held.into_iter().filter(|g| g.ends_on.is_none_or(|end| end >= ctx.today)).collect();
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(held.iter().map(|g| g.account_id)))
        .filter(account::Column::DisabledAt.is_null())
        .all(ctx.db().read())
        .await?;
    let actor = |account: account::Model| {
        let own = held.iter().filter(|g| g.account_id == account.id);
        let grants = own.map(|g| Grant { kind: g.kind, scope: scope_of(g) }).collect();
        let account::Model { id, email, person_id: person, .. } = account;
        Actor::Account(Account { id, email, person, grants, manages_posts: false })
    };
    Ok(accounts.into_iter().map(actor).collect())
}

/// The signed-in assessor's founding grant, where one names this competency.
pub(crate) async fn founding(ctx: &Ctx, competency: &str) -> Result<Option<Founding>> {
    let Some(account) = ctx.actor.account_id() else { return Ok(None) };
    let held = grant::Entity::find()
        .filter(grant::Column::AccountId.eq(account))
        .filter(grant::Column::Kind.eq(GrantKind::Assessor))
        .filter(grant::Column::FoundingLevel.is_not_null())
        .all(ctx.db().read())
        .await?;
    let names = |g: &grant::Model| {
        let codes = g.founding_competencies.as_deref().unwrap_or_default();
        codes.split(';').any(|code| code == competency)
    };
    let founding = |g: &grant::Model| {
        let highest = Level::try_from(u8::try_from(g.founding_level?).ok()?).ok()?;
        Some(Founding { highest, given_on: g.starts_on })
    };
    let current = |g: &&grant::Model| g.ends_on.is_none_or(|end| end >= ctx.today) && names(g);
    Ok(held.iter().filter(current).find_map(founding))
}
