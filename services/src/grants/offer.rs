//! What the asker may give: to whom, which grants, and where.

use super::places::{place_of, units};
use crate::accounts::holder;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::people_within;
use crate::viewings;
use domain::accounts::views::Holder;
use domain::coverage::{Facts, Unit};
use domain::frameworks::version_at;
use domain::grants::views::Offer;
use domain::ids::{AccountId, PersonId};
use domain::policy::{
    Action, Located, Resource, has_right_to_give, kinds_to_give, may, never_to_oneself,
};
use domain::refusal::Refusal;
use entities::account;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::HashSet;

/// How many accounts are found at once; a search that says more finds fewer.
const FOUND_MOST: usize = 50;
/// How many places stand in a list; where there are more, a search narrows them down. A borough has fewer.
const LISTED_MOST: usize = 200;

/// Accounts that answer to `search`, by name: an administrator's of all; a workforce lead's of the people they may find,
/// and any whose whole address they know. The asker's own is never among them.
///
/// # Errors
/// Refuses whoever may give no grants.
pub async fn receivers(ctx: &Ctx, search: &str) -> Result<Vec<Holder>> {
    ctx.authorise_somewhere(Action::GiveGrants, "this page")?;
    let search = search.trim().to_lowercase();
    if search.is_empty() {
        return Ok(Vec::new());
    }
    let facts = ctx.facts().await?;
    let everyone = may(&ctx.actor, Action::ManageAccounts, Resource::Installation);
    let found: HashSet<PersonId> = if everyone {
        HashSet::new()
    } else {
        viewings::note_list(ctx, &format!("give a grant search={search}")).await?;
        let within = people_within(ctx, &facts, Action::FindPeople);
        within.iter().filter_map(|&at| facts.people.get(at)).map(|person| person.id).collect()
    };
    let rows = account::Entity::find()
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Email)
        .all(ctx.db().read())
        .await?;
    let open = rows.iter().filter(|row| Some(row.id) != ctx.actor.account_id()).filter(|row| {
        everyone || row.email == search || row.person_id.is_some_and(|id| found.contains(&id))
    });
    let holders = open.map(|row| holder(&facts, row)).filter(|holder| holder.answers_to(&search));
    Ok(holders.take(FOUND_MOST).collect())
}

/// What may be given to this account; of the places, those that have `search` in their name or code.
///
/// # Errors
/// Refuses one's own account, accounts that are not known, and whoever may give no grants.
pub async fn offer(ctx: &Ctx, to: AccountId, search: &str) -> Result<Offer> {
    ctx.authorise_somewhere(Action::GiveGrants, "this page")?;
    never_to_oneself(&ctx.actor, to)?;
    let row = account::Entity::find_by_id(to).one(ctx.db().read()).await?;
    let row = row.ok_or_else(|| Refusal::not_found("this account"))?;
    let facts = ctx.facts().await?;
    let kinds = kinds_to_give(&ctx.actor);
    let may_be_given = |place: Option<&Located>| {
        kinds.iter().any(|kind| has_right_to_give(&ctx.actor, *kind, place))
    };
    let within = |unit: &Unit| {
        let place = place_of(&facts, *unit, ctx.today);
        place.is_some_and(|place| may_be_given(place.located.as_ref()))
    };
    let named = units(&facts).filter(within).filter_map(|unit| facts.unit_name(unit));
    let places: Vec<(String, String)> =
        named.map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
    Ok(Offer {
        to: holder(&facts, &row),
        everywhere: may_be_given(None),
        places_in_all: places.len(),
        places: narrowed(places, search),
        competencies: competencies(ctx, &facts),
        kinds,
    })
}

fn narrowed(mut places: Vec<(String, String)>, search: &str) -> Vec<(String, String)> {
    let search = search.trim().to_lowercase();
    places.retain(|(code, name)| format!("{code} {name}").to_lowercase().contains(&search));
    places.truncate(LISTED_MOST);
    places
}

/// The competencies of the version that holds today, by code and title.
fn competencies(ctx: &Ctx, facts: &Facts) -> Vec<(String, String)> {
    let version = version_at(&facts.versions, ctx.today);
    let current = facts.competencies.iter().filter(|c| Some(c.version) == version);
    current.map(|c| (c.code.clone(), c.title.clone())).collect()
}
