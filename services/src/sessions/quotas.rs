//! Seats that are kept for a profession or a team until a day, and the most that it may take.

use super::attend::is_for;
use super::locked::{Locked, Purpose};
use super::may_run_any;
use super::room::{binds, crowded, rules_of};
use super::seats::told;
use super::stored::Stored;
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::{Facts, GroupBy};
use domain::fields::FieldErrors;
use domain::ids::{SessionId, SessionQuotaId};
use domain::refusal::Refusal;
use domain::sessions::forms::KeepSeats;
use domain::sessions::seats::QuotaFault;
use entities::session_quota;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

/// Keeps seats for a profession or a team, or caps how many it may take.
///
/// # Errors
/// Refuses groups that are not known, teams that cannot book, more seats than there are, fewer than they hold, a day of release
/// that has come, and a second quota of one group, each beside its field; sessions that are over, and those that the asker does
/// not run, as not found.
pub async fn keep_seats(ctx: &Ctx, id: SessionId, says: &KeepSeats) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let hold = Locked::hold(ctx, &facts, change.tx(), (id, Purpose::Run));
    let Locked { mut stored, mut seats } = hold.await?;
    let today = seats.seating.now.date();
    says.are_kept_from(today)?;
    let row = row(&facts, &stored, says)?;
    // One that was released for the same group gives way: it binds nobody any more.
    let group = |quota: &session_quota::Model| (quota.profession.clone(), quota.team_id);
    let gives_way =
        |quota: &session_quota::Model| !binds(quota, today) && group(quota) == group(&row);
    if let Some(at) = stored.quotas.iter().position(gives_way) {
        let released = stored.quotas.remove(at);
        session_quota::Entity::delete_by_id(released.id).exec(change.tx()).await?;
    }
    stored.quotas.push(row.clone());
    let rules = rules_of(&stored);
    rules.check(today).map_err(fault)?;
    let steps = seats.seating.change_rules(rules, &[]).map_err(crowded)?;
    let kept = (&row.profession, row.team_id, row.least, row.most, row.released_on);
    let entry = Entry::new("keep seats", "session", id).after(&(kept, told(&steps)));
    row.into_active_model().reset_all().insert(change.tx()).await?;
    seats.save(ctx, change.tx(), &stored.row, (&steps, &[])).await?;
    change.commit(entry).await
}

fn row(facts: &Facts, stored: &Stored, says: &KeepSeats) -> Result<session_quota::Model> {
    let mut errors = FieldErrors::default();
    let profession = says.profession.as_deref().and_then(|written| {
        let known = profession(facts, written);
        errors.keep("profession", known.ok_or_else(|| "No role here has this profession".into()))
    });
    let team = says.team.as_deref().and_then(|code| {
        let mut known = facts.places.teams.iter().enumerate();
        let known = known.find(|(at, team)| team.code == code && is_for(facts, stored, *at));
        errors.keep("team", known.ok_or_else(|| "Choose a team that can book this session".into()))
    });
    errors.into_result()?;
    Ok(session_quota::Model {
        id: SessionQuotaId(Uuid::now_v7()),
        session_id: stored.row.id,
        profession,
        team_id: team.map(|(_, team)| team.id),
        least: i32::from(says.least),
        most: says.most.map(i32::from),
        released_on: says.released_on,
    })
}

/// The profession as roles have it, in whatever case it was written.
fn profession(facts: &Facts, written: &str) -> Option<String> {
    let mut known = facts.roles.iter().filter_map(|role| role.group(GroupBy::Profession));
    known.find(|known| known.to_lowercase() == written.to_lowercase()).map(str::to_owned)
}

fn fault(fault: QuotaFault) -> FieldErrors {
    let field = match fault {
        QuotaFault::MoreThanThereAre => "least",
        QuotaFault::LeastAboveMost => "most",
        QuotaFault::Twice => "profession",
    };
    FieldErrors::one(field, fault.words())
}

/// Keeps these seats for nobody any more; they are given to those who wait.
///
/// # Errors
/// Refuses sessions that are over; and those that the asker does not run, and seats of another, as not found.
pub async fn release_seats(ctx: &Ctx, id: SessionId, quota: SessionQuotaId) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let hold = Locked::hold(ctx, &facts, change.tx(), (id, Purpose::Run));
    let Locked { mut stored, mut seats } = hold.await?;
    let found = stored.quotas.iter().position(|row| row.id == quota);
    let row = stored.quotas.remove(found.ok_or_else(|| Refusal::not_found("these seats"))?);
    let steps = seats.seating.change_rules(rules_of(&stored), &[]).map_err(crowded)?;
    let entry = Entry::new("release seats", "session", id).before(&row.id).after(&told(&steps));
    row.into_active_model().delete(change.tx()).await?;
    seats.save(ctx, change.tx(), &stored.row, (&steps, &[])).await?;
    change.commit(entry).await
}
