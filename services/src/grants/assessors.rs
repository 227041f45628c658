//! Who holds an assessor's grant on a day, and on what terms.

use super::places::scope_of;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::codes::GrantKind;
use domain::coverage::{Competency, Facts};
use domain::frameworks::Level;
use domain::ids::AccountId;
use domain::judgements::Founding;
use domain::judgements::confirming::founded;
use domain::policy::{Account, Action, Actor, Grant, Resource, may};
use domain::requirements::CompetencyIndex;
use entities::{account, grant};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

/// Everybody who holds an assessor's grant on a day, as the policy knows them, each with their founding grants; two queries.
pub(crate) async fn assessors_on(
    ctx: &Ctx,
    facts: &Facts,
    day: NaiveDate,
) -> Result<Vec<(Actor, Vec<FoundingGrant>)>> {
    let held = held_on(ctx, day, Condition::all()).await?;
    let accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(held.iter().map(|g| g.account_id)))
        .filter(account::Column::DisabledAt.is_null())
        .all(ctx.db().read())
        .await?;
    let assessor = |account: account::Model| {
        let own = held.iter().filter(|g| g.account_id == account.id);
        let foundings = own.clone().filter_map(|g| founding(facts, g)).collect();
        let grants = own.map(|g| Grant { kind: g.kind, scope: scope_of(g) }).collect();
        let account::Model { id, email, person_id: person, .. } = account;
        let account = Account { id, email, person, grants, manages_posts: false };
        (Actor::Account(account), foundings)
    };
    Ok(accounts.into_iter().map(assessor).collect())
}

/// Assessors' grants that hold on a day, of those who are meant.
async fn held_on(ctx: &Ctx, day: NaiveDate, meant: Condition) -> Result<Vec<grant::Model>> {
    let held = grant::Entity::find()
        .filter(meant)
        .filter(grant::Column::Kind.eq(GrantKind::Assessor))
        .filter(grant::Column::StartsOn.lte(day))
        .all(ctx.db().read())
        .await?;
    Ok(held.into_iter().filter(|g| g.ends_on.is_none_or(|end| end >= day)).collect())
}

/// A founding grant, with where it applies.
#[derive(Clone, Debug)]
pub(crate) struct FoundingGrant {
    /// Those that it names, in the version of the day on which it was given.
    competencies: Vec<CompetencyIndex>,
    grant: Grant,
    pub founding: Founding,
}

impl FoundingGrant {
    /// Whether it names this competency of any version, or whatever became it: a grant follows the crosswalk like levels.
    pub fn names(&self, at: CompetencyIndex, of: &Competency) -> bool {
        let named = |at: CompetencyIndex| self.competencies.contains(&at);
        named(at) || of.carried.follows(&named)
    }

    /// Whether the grant by itself reaches a person.
    pub fn reaches(&self, holder: &Actor, person: Resource<'_>) -> bool {
        holder.account().is_some_and(|account| {
            let only = Account { grants: vec![self.grant], ..account.clone() };
            may(&Actor::Account(only), Action::DecideRequest, person)
        })
    }
}

/// The founding terms on which somebody with these grants confirms in a competency on a day; of several that still exempt
/// them, those for the highest level.
pub(crate) fn founding_in(
    grants: &[FoundingGrant],
    at: CompetencyIndex,
    of: &Competency,
    day: NaiveDate,
) -> Option<Founding> {
    let named = grants.iter().filter(|grant| grant.names(at, of) && founded(&grant.founding, day));
    named.map(|grant| grant.founding.clone()).max_by_key(|founding| founding.highest)
}

/// The founding grants that an account holds on a day; one query.
pub(crate) async fn foundings_of(
    ctx: &Ctx,
    facts: &Facts,
    account: AccountId,
    day: NaiveDate,
) -> Result<Vec<FoundingGrant>> {
    let own = Condition::all().add(grant::Column::AccountId.eq(account));
    let held = held_on(ctx, day, own).await?;
    Ok(held.iter().filter_map(|g| founding(facts, g)).collect())
}

/// A grant's founding terms, where it has any.
pub(super) fn founding(facts: &Facts, g: &grant::Model) -> Option<FoundingGrant> {
    let highest = Level::try_from(u8::try_from(g.founding_level?).ok()?).ok()?;
    let founding = Founding { highest, given_on: g.starts_on };
    let grant = Grant { kind: g.kind, scope: scope_of(g) };
    let codes = g.founding_competencies.as_deref()?.split(';');
    let competencies = codes.filter_map(|code| facts.meant(code, g.starts_on)).collect();
    Some(FoundingGrant { competencies, grant, founding })
}
