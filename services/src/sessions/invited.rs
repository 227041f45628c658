//! Teams that are invited to a session: their people may book it wherever they are.

use super::attend::keeps_in_vain;
use super::invitations::tell_invited;
use super::locks::hold_session;
use super::stored::Stored;
use super::{may_run_any, standing};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{SessionId, TeamId};
use domain::refusal::Refusal;
use domain::sessions::SessionState;
use domain::sessions::scheduling::{Moved, may_change};
use entities::session_team;
use sea_orm::{ActiveModelTrait, IntoActiveModel};

/// Invites the team with this code; one that is invited stays so. Of a scheduled session its people are told.
///
/// # Errors
/// Refuses codes that are not known beside `team`, sessions that are over, and those that the asker does not run, as not
/// found.
pub async fn invite(ctx: &Ctx, id: SessionId, team: &str) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let team_id = team_with(&facts, team)?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    let state = stored.state(ctx.rule_now());
    may_change(state)?;
    if stored.invited.contains(&team_id) {
        return Ok(());
    }
    let row = session_team::Model { session_id: id, team_id };
    row.into_active_model().reset_all().insert(change.tx()).await?;
    if state == SessionState::Scheduled {
        tell_invited(ctx, &facts, change.tx(), (&stored, &[team_id])).await?;
    }
    change.commit(Entry::new("invite team", "session", id).after(&team_id)).await
}

/// Takes an invitation back; bookings that were made stay.
///
/// # Errors
/// Refuses teams that are not invited beside `team`, those that seats are kept for and that could not book any more, to leave a
/// scheduled session to nobody, sessions that are over, and those that the asker does not run, as not found.
pub async fn uninvite(ctx: &Ctx, id: SessionId, team: &str) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let team_id = team_with(&facts, team)?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let mut stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    may_change(stored.state(ctx.rule_now()))?;
    if !stored.invited.contains(&team_id) {
        return Err(FieldErrors::one("team", "This team is not invited").into());
    }
    let in_vain_before = keeps_in_vain(&facts, &stored, ctx.today);
    stored.invited.retain(|invited| *invited != team_id);
    standing::stays(ctx, &facts, change.tx(), (&stored, Moved::default())).await?;
    if keeps_in_vain(&facts, &stored, ctx.today) && !in_vain_before {
        let sentence =
            "Seats are kept for this team. Release them first, then take the invitation back.";
        return Err(Refusal::rule("seats-kept", sentence).into());
    }
    let row = session_team::Model { session_id: id, team_id };
    row.into_active_model().delete(change.tx()).await?;
    change.commit(Entry::new("take invitation back", "session", id).before(&team_id)).await
}

fn team_with(facts: &Facts, code: &str) -> Result<TeamId> {
    let found = facts.places.teams.iter().find(|team| team.code == code.trim());
    let found = found.ok_or_else(|| FieldErrors::one("team", "Choose a team from the list"))?;
    Ok(found.id)
}
