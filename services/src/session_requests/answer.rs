//! A request is answered by whoever runs sessions for the team: turned into one, or declined. Whoever asked is told by mail.

use super::letters::tell;
use super::stored::{Stored, note};
use super::{may_answer, not_found};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::Facts;
use domain::ids::{CompetencyId, SessionId, SessionRequestId};
use domain::policy::Action;
use domain::session_requests::EventKind;
use domain::session_requests::forms::DeclineRequest;
use entities::{session_request, session_request_event};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction};

/// Declines a request, with a reason that whoever asked reads.
///
/// # Errors
/// Refuses what was answered or taken back meanwhile; requests of teams for which the asker runs no sessions as not found.
pub async fn decline(ctx: &Ctx, id: SessionRequestId, says: DeclineRequest) -> Result<()> {
    ctx.authorise_somewhere(Action::RunSessions, "this request")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = Stored::hold(change.tx(), id).await?;
    answerable(ctx, &facts, &stored)?;
    let DeclineRequest(reason) = says;
    let event = session_request_event::ActiveModel {
        kind: Set(EventKind::Declined),
        reason: Set(Some(reason)),
        ..Default::default()
    };
    let number = note(ctx, change.tx(), id, event).await?;
    tell(ctx, change.tx(), &stored.row, number).await?;
    let entry = Entry::new("decline request for session", "session_request", id).after(&reason);
    change.commit(entry).await
}

/// A request for the form of a session that comes of it, with its competencies; four queries. Whether it is open is asked once the
/// session is saved, so that a form that is refused keeps what was typed.
///
/// # Errors
/// Refuses requests of teams for which the asker runs no sessions as not found.
pub(crate) async fn to_plan(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    id: SessionRequestId,
) -> Result<(session_request::Model, Vec<CompetencyId>)> {
    let stored = Stored::read(db, id).await?;
    if !may_answer(ctx, facts, stored.row.team_id) {
        return Err(not_found());
    }
    Ok((stored.row, stored.competencies))
}

/// Writes down that a session was drafted from a request: what the audit log is told.
///
/// # Errors
/// Refuses what was answered or taken back meanwhile; requests of teams for which the asker runs no sessions as not found.
pub(crate) async fn planned(
    ctx: &Ctx,
    facts: &Facts,
    tx: &DatabaseTransaction,
    (id, session): (SessionRequestId, SessionId),
) -> Result<Entry> {
    let stored = Stored::hold(tx, id).await?;
    answerable(ctx, facts, &stored)?;
    let event = session_request_event::ActiveModel {
        kind: Set(EventKind::Planned),
        session_id: Set(Some(session)),
        ..Default::default()
    };
    let number = note(ctx, tx, id, event).await?;
    tell(ctx, tx, &stored.row, number).await?;
    Ok(Entry::new("plan session from request", "session_request", id).after(&session))
}

fn answerable(ctx: &Ctx, facts: &Facts, stored: &Stored) -> Result<()> {
    if !may_answer(ctx, facts, stored.row.team_id) {
        return Err(not_found());
    }
    Ok(stored.state(ctx).may_answer()?)
}
