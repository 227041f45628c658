//! Who holds an assessor's grant today, and on what terms.

use super::places::scope_of;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::codes::GrantKind;
use domain::dates::Period;
use domain::frameworks::Level;
use domain::judgements::Founding;
use domain::policy::{Account, Action, Actor, Grant, Resource, may};
use entities::{account, grant};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

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

/// The signed-in assessor's founding grant that names this competency and reaches the person; of several, the one for
/// the highest level.
pub(crate) async fn founding(
    ctx: &Ctx,
    competency: &str,
    person: Resource<'_>,
) -> Result<Option<Founding>> {
    let Some(account) = ctx.actor.account() else { return Ok(None) };
    let held = grant::Entity::find()
        .filter(grant::Column::AccountId.eq(account.id))
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
    let reaches = |g: &grant::Model| {
        let only = vec![Grant { kind: g.kind, scope: scope_of(g) }];
        let actor = Actor::Account(Account { grants: only, ..account.clone() });
        may(&actor, Action::DecideRequest, person)
    };
    let holds = |g: &&grant::Model| {
        let period = Period::new(Some(g.starts_on), g.ends_on);
        period.contains(ctx.today) && names(g) && reaches(g)
    };
    Ok(held.iter().filter(holds).filter_map(founding).max_by_key(|founding| founding.highest))
}
