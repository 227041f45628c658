//! Who leads a session: added, and removed.

use super::engaged::{engaged, of};
use super::locks::{hold_people, hold_session};
use super::stored::Stored;
use super::{may_run_any, standing};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId, SessionLeadId};
use domain::refusal::Refusal;
use domain::sessions::SessionState;
use domain::sessions::forms::AddLead;
use domain::sessions::scheduling::may_change;
use domain::sessions::times::is_free;
use entities::{person, session_lead};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait,
    IntoActiveModel, QueryFilter,
};
use uuid::Uuid;

/// Somebody leads it too.
///
/// # Errors
/// Refuses colleagues who are not known, are several, or lead it already, beside `colleague`; whoever is in another session
/// then, where it is scheduled; sessions that are over, and those that the asker does not run, as not found.
pub async fn add_lead(ctx: &Ctx, id: SessionId, says: &AddLead) -> Result<()> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    let row = row(change.tx(), id, says).await?;
    hold_people(change.tx(), row.person_id).await?;
    hold_session(change.tx(), id).await?;
    let stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    let state = stored.state(ctx.rule_now());
    may_change(state)?;
    if let Some(person) = row.person_id {
        if stored.people().any(|known| known == person) {
            return Err(FieldErrors::one("colleague", "They lead this session already").into());
        }
        if state == SessionState::Scheduled {
            let slot = stored.slot();
            let engaged = engaged(ctx, change.tx(), &[person], (id, slot)).await?;
            is_free(&facts.name_of(person), slot, &of(person, &engaged))?;
        }
    }
    let entry = Entry::new("add lead", "session", id).after(&(row.id, row.person_id));
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(entry.let_through(passed)).await
}

async fn row(
    db: &impl ConnectionTrait,
    session_id: SessionId,
    says: &AddLead,
) -> Result<session_lead::Model> {
    let id = SessionLeadId(Uuid::now_v7());
    Ok(match says {
        AddLead::Colleague { written, lived_experience } => session_lead::Model {
            id,
            session_id,
            person_id: Some(colleague(db, written).await?),
            name: None,
            organisation: None,
            mental_health_professional: false,
            lived_experience: *lived_experience,
        },
        AddLead::Other { name, organisation, professional, lived_experience } => {
            session_lead::Model {
                id,
                session_id,
                person_id: None,
                name: Some(name.clone()),
                organisation: Some(organisation.clone()),
                mental_health_professional: *professional,
                lived_experience: *lived_experience,
            }
        }
    })
}

/// The only person on record with this work email or employee number.
async fn colleague(db: &impl ConnectionTrait, written: &str) -> Result<PersonId> {
    let address = Expr::expr(Func::lower(Expr::col(person::Column::WorkEmail)));
    let meant = Condition::any()
        .add(person::Column::EmployeeNumber.eq(written))
        .add(address.eq(written.to_lowercase()));
    let found = person::Entity::find().filter(meant).all(db).await?;
    let message = match found.as_slice() {
        [one] => return Ok(one.id),
        [] => "Nobody on record has this work email or employee number",
        _ => "Several people have this: enter the other, work email or employee number",
    };
    Err(FieldErrors::one("colleague", message).into())
}

/// Somebody does not lead it any more.
///
/// # Errors
/// Refuses when nobody would be left who may lead a scheduled session, sessions that are over; and those that the asker does
/// not run, and leads of another, as not found.
pub async fn remove_lead(ctx: &Ctx, id: SessionId, lead: SessionLeadId) -> Result<()> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let mut stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    may_change(stored.state(ctx.rule_now()))?;
    let found = stored.leads.iter().position(|row| row.id == lead);
    let row = stored.leads.remove(found.ok_or_else(|| Refusal::not_found("this lead"))?);
    standing::stays(ctx, &facts, change.tx(), &stored, false).await?;
    let entry = Entry::new("remove lead", "session", id).before(&(row.id, row.person_id));
    row.into_active_model().delete(change.tx()).await?;
    change.commit(entry).await
}
