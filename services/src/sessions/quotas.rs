//! Seats that are kept for a profession or a team until a day, and the most that it may take.

use super::locks::hold_seats;
use super::may_run_any;
use super::room::rules_of;
use super::seats::{Seats, told};
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
use domain::sessions::scheduling::may_change;
use domain::sessions::seats::{Crowded, QuotaFault};
use entities::session_quota;
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use uuid::Uuid;

/// The most seats that any session has.
const SEATS_MOST: u16 = 1_000;

/// Keeps seats for a profession or a team, or caps how many it may take.
///
/// # Errors
/// Refuses groups that are not known, more seats than there are, fewer than they hold, and a second quota of one group, each
/// beside its field; sessions that are over, and those that the asker does not run, as not found.
pub async fn keep_seats(ctx: &Ctx, id: SessionId, says: &KeepSeats) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let row = row(&facts, id, says)?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_seats(change.tx(), id).await?;
    let mut stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    may_change(stored.state(ctx.rule_now()))?;
    let mut seats = Seats::load(ctx, &facts, change.tx(), &stored).await?;
    stored.quotas.push(row.clone());
    let rules = rules_of(&stored);
    rules.check().map_err(fault)?;
    let steps = seats.seating.change_rules(rules, &[]).map_err(crowded)?;
    let kept = (&row.profession, row.team_id, row.least, row.most, row.released_on);
    let entry = Entry::new("keep seats", "session", id).after(&(kept, told(&steps)));
    row.into_active_model().reset_all().insert(change.tx()).await?;
    seats.save(ctx, change.tx(), &stored.row, (&steps, None)).await?;
    change.commit(entry).await
}

fn row(facts: &Facts, session_id: SessionId, says: &KeepSeats) -> Result<session_quota::Model> {
    let mut errors = FieldErrors::default();
    let profession = says.profession.as_deref().and_then(|written| {
        let known = profession(facts, written);
        errors.keep("profession", known.ok_or_else(|| "No role here has this profession".into()))
    });
    let team = says.team.as_deref().and_then(|code| {
        let known = facts.places.teams.iter().find(|team| team.code == code);
        errors.keep("team", known.ok_or_else(|| "Choose a team from the list".into()))
    });
    if says.most.is_some_and(|most| most > SEATS_MOST) {
        errors.add("most", "Enter 1,000 seats or fewer, or leave it blank");
    }
    errors.into_result()?;
    Ok(session_quota::Model {
        id: SessionQuotaId(Uuid::now_v7()),
        session_id,
        profession,
        team_id: team.map(|team| team.id),
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

fn crowded(crowded: Crowded) -> FieldErrors {
    let message = match crowded.too_many {
        1 => "Allow more seats: 1 of them more holds a seat already".to_owned(),
        many => format!("Allow more seats: {many} of them more hold a seat already"),
    };
    FieldErrors::one("most", message)
}

/// Keeps these seats for nobody any more; they are given to those who wait.
///
/// # Errors
/// Refuses sessions that are over; and those that the asker does not run, and seats of another, as not found.
pub async fn release_seats(ctx: &Ctx, id: SessionId, quota: SessionQuotaId) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_seats(change.tx(), id).await?;
    let mut stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    may_change(stored.state(ctx.rule_now()))?;
    let mut seats = Seats::load(ctx, &facts, change.tx(), &stored).await?;
    let found = stored.quotas.iter().position(|row| row.id == quota);
    let row = stored.quotas.remove(found.ok_or_else(|| Refusal::not_found("these seats"))?);
    let steps = seats.seating.change_rules(rules_of(&stored), &[]).map_err(crowded)?;
    let entry = Entry::new("release seats", "session", id).before(&row.id).after(&told(&steps));
    row.into_active_model().delete(change.tx()).await?;
    seats.save(ctx, change.tx(), &stored.row, (&steps, None)).await?;
    change.commit(entry).await
}
