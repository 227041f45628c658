//! A team asks for a session, and takes that back.

use super::stored::{Stored, note};
use super::{asking, may_ask, not_found};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes::found;
use domain::fields::FieldErrors;
use domain::frameworks::Level;
use domain::ids::SessionRequestId;
use domain::policy::Action;
use domain::refusal::Refusal;
use domain::session_requests::EventKind;
use domain::session_requests::forms::AskForSession;
use entities::{session_request, session_request_competency, session_request_event};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Asks for a session for the team with this code.
///
/// # Errors
/// Refuses competencies that are not in use beside `codes`, and teams for which the asker asks for no sessions as not found.
pub async fn ask(ctx: &Ctx, team: &str, says: &AskForSession) -> Result<SessionRequestId> {
    let facts = ctx.facts().await?;
    let team = asking(ctx, &facts, team)?;
    let passed = ctx.guard(&[("need", &says.need)])?;
    let levels: BTreeMap<String, Level> =
        says.competencies.iter().map(|code| (code.clone(), Level::AWARE)).collect();
    let meant = found(ctx, &facts, &levels)
        .map_err(|_| FieldErrors::one("codes", "Choose competencies from the list"))?;
    let row = session_request::Model {
        id: SessionRequestId(Uuid::now_v7()),
        team_id: team.id,
        need: says.need.clone(),
        needed_by: says.needed_by,
        people: i32::from(says.people),
        asked_by_id: ctx.actor.account_id().ok_or(Refusal::SignInFirst)?,
        asked_at: ctx.now,
    };
    let request_id = row.id;
    let change = ctx.change(Touches::Nothing).await?;
    let told = (row.team_id, row.needed_by, row.people, &says.competencies);
    let entry = Entry::new("ask for session", "session_request", request_id).after(&told);
    row.into_active_model().reset_all().insert(change.tx()).await?;
    let rows: Vec<_> = meant
        .into_iter()
        .map(|(competency_id, _)| {
            session_request_competency::Model { request_id, competency_id }.into_active_model()
        })
        .collect();
    if !rows.is_empty() {
        let rows = session_request_competency::Entity::insert_many(rows);
        rows.exec_without_returning(change.tx()).await?;
    }
    change.commit(entry.let_through(passed)).await?;
    Ok(request_id)
}

/// Takes a request back.
///
/// # Errors
/// Refuses what was answered or taken back meanwhile; requests of teams for which the asker asks for no sessions as not found.
pub async fn withdraw(ctx: &Ctx, id: SessionRequestId) -> Result<()> {
    ctx.authorise_somewhere(Action::AskForSessions, "this request")?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let stored = Stored::hold(change.tx(), id).await?;
    let team = facts.places.team_at(stored.row.team_id);
    if !team.is_some_and(|at| may_ask(ctx, &facts, at)) {
        return Err(not_found());
    }
    stored.state(ctx).may_answer()?;
    let kind = Set(EventKind::Withdrawn);
    let event = session_request_event::ActiveModel { kind, ..Default::default() };
    note(ctx, change.tx(), id, event).await?;
    change.commit(Entry::new("withdraw request for session", "session_request", id)).await
}
