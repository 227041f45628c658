//! What a team asks before it lets people go: who covers, how much notice, whether every booking waits, and for whom.

use super::managed;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::with_address;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, TeamId};
use domain::refusal::Refusal;
use domain::release::forms::KeepRelease;
use entities::{team, team_release};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QuerySelect};

/// Keeps what a team asks.
///
/// # Errors
/// Refuses teams whose release the asker does not manage as not found; and, beside `deputy`, an address that nobody at work has.
pub async fn keep(ctx: &Ctx, code: &str, says: &KeepRelease) -> Result<()> {
    let facts = ctx.facts().await?;
    let (_, team) = managed(ctx, &facts, code)?;
    let deputy_id = deputy(ctx, &facts, says.deputy.as_deref()).await?;
    let row = team_release::Model {
        team_id: team.id,
        cover: says.cover,
        notice_weeks: i32::from(says.notice_weeks),
        asks_approval: says.asks_approval,
        deputy_id,
    };
    let told = (row.cover, row.notice_weeks, row.asks_approval, row.deputy_id);
    let change = ctx.change(Touches::Nothing).await?;
    hold_team(change.tx(), team.id).await?;
    let before = team_release::Entity::find_by_id(team.id).one(change.tx()).await?;
    let mut entry = Entry::new("keep release", "team", team.id).after(&told);
    let kept = row.into_active_model().reset_all();
    match before {
        Some(was) => {
            let told = (was.cover, was.notice_weeks, was.asks_approval, was.deputy_id);
            entry = entry.before(&told);
            kept.update(change.tx()).await?;
        }
        None => {
            kept.insert(change.tx()).await?;
        }
    }
    change.commit(entry).await
}

/// The person at work today with this address.
async fn deputy(ctx: &Ctx, facts: &Facts, email: Option<&str>) -> Result<Option<PersonId>> {
    let Some(email) = email else { return Ok(None) };
    let found = with_address(ctx.db().read(), email).await?;
    let person = found.and_then(|row| facts.person(row.id));
    let at_work = person.filter(|p| facts.posts_in_scope(p, ctx.today).next().is_some());
    let message = "Nobody at work today has this email address. Check it, or leave it empty";
    let id = at_work.map(|person| person.id);
    Ok(Some(id.ok_or_else(|| FieldErrors::one("deputy", message))?))
}

/// Holds a team, so that of two changes of what it asks or claims at once the second sees the first.
pub(crate) async fn hold_team(tx: &DatabaseTransaction, id: TeamId) -> Result<()> {
    let held = team::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(tx).await?;
    held.map(drop).ok_or_else(|| Refusal::not_found("this team").into())
}
