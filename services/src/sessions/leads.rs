//! Who leads a session: added, and removed.

use super::colleague::colleague;
use super::engaged::{engaged, free_for};
use super::locks::{hold_session, hold_teams};
use super::seats::Seats;
use super::stored::Stored;
use super::{may_read, may_run_any, standing, tell};
use crate::audit::Entry;
use crate::change::Touches;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::people::hold_people;
use crate::protected_time::Outside;
use domain::coverage::Facts;
use domain::fields::FieldErrors;
use domain::ids::{PersonId, SessionId, SessionLeadId};
use domain::protected_time::taking::Taking;
use domain::refusal::Refusal;
use domain::sessions::forms::AddLead;
use domain::sessions::scheduling::{Moved, may_change};
use domain::sessions::{Attendee, SessionState};
use entities::session_lead;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel};
use uuid::Uuid;

/// Somebody leads it too. Whose name was found by what was typed is noted. Whoever joins a scheduled session gives a reason where
/// their protected time does not cover it.
///
/// # Errors
/// Refuses colleagues who are not known, are several, have no post on the session’s day, lead it already or have a booking in it,
/// beside `colleague`; whoever is in another session then, where it is scheduled; beside `reason`, where one is needed and none was
/// given; sessions that are over, and those that the asker does not run, as not found.
pub async fn add_lead(ctx: &Ctx, id: SessionId, says: &AddLead) -> Result<()> {
    may_run_any(ctx)?;
    let passed = ctx.guard(&says.texts())?;
    let facts = ctx.facts().await?;
    // Nobody is looked up for whoever does not run this session.
    let stored = Stored::run_by(ctx, &facts, ctx.db().read(), id).await?;
    may_change(stored.state(ctx.rule_now()))?;
    let row = row(ctx, &facts, &stored, says).await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_people(change.tx(), row.person_id).await?;
    hold_teams(change.tx(), &facts, row.person_id).await?;
    hold_session(change.tx(), id).await?;
    let stored = Stored::run_by(ctx, &facts, change.tx(), id).await?;
    may_change(stored.state(ctx.rule_now()))?;
    let mut entry = Entry::new("add lead", "session", id).after(&(row.id, row.person_id));
    if let Some(person) = row.person_id {
        may_join(ctx, &facts, change.tx(), (&stored, person)).await?;
        if stored.state(ctx.rule_now()) == SessionState::Scheduled {
            let joins = [person];
            let time = (id, joins.as_slice(), Taking::newly(stored.slot()));
            let outside = Outside::of(ctx, &facts, change.tx(), time, says.reason()).await?;
            outside.save(ctx, change.tx(), (id, stored.day())).await?;
            entry = outside.noted(entry);
            let session = tell::revised(change.tx(), stored.row).await?;
            tell::leads(&session, [person]).put(ctx, change.tx()).await?;
        }
    }
    row.into_active_model().reset_all().insert(change.tx()).await?;
    change.commit(entry.let_through(passed)).await
}

/// # Errors
/// Refuses whoever leads the session already or has a booking in it, beside `colleague`; and whoever is in another then, where it
/// is scheduled.
async fn may_join(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (stored, person): (&Stored, PersonId),
) -> Result<()> {
    if stored.is_led_by(person) {
        return Err(FieldErrors::one("colleague", "They lead this session already").into());
    }
    let seats = Seats::load(facts, db, stored, ctx.moment()).await?.seating;
    if seats.of(Attendee::Person(person)).is_some_and(|own| own.is_live(seats.now)) {
        let message = "They have a booking in this session. Cancel it before they lead it";
        return Err(FieldErrors::one("colleague", message).into());
    }
    if stored.state(seats.now) == SessionState::Scheduled {
        let slot = stored.slot();
        let engaged = engaged(ctx, db, &[person], (stored.row.id, slot)).await?;
        free_for(ctx, facts, (person, slot), &engaged)?;
    }
    Ok(())
}

async fn row(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    says: &AddLead,
) -> Result<session_lead::Model> {
    let session = stored.row.id;
    Ok(match says {
        AddLead::Colleague { written, lived_experience, .. } => session_lead::Model {
            lived_experience: *lived_experience,
            ..on_record(session, colleague(ctx, facts, stored, written).await?)
        },
        AddLead::Other { name, organisation, professional, lived_experience } => {
            session_lead::Model {
                name: Some(name.clone()),
                organisation: Some(organisation.clone()),
                mental_health_professional: *professional,
                lived_experience: *lived_experience,
                ..nobody(session)
            }
        }
    })
}

/// Somebody on record leads a session: what they are, their posts say.
pub(crate) fn on_record(session: SessionId, person: PersonId) -> session_lead::Model {
    session_lead::Model { person_id: Some(person), ..nobody(session) }
}

fn nobody(session_id: SessionId) -> session_lead::Model {
    session_lead::Model {
        id: SessionLeadId(Uuid::now_v7()),
        session_id,
        person_id: None,
        name: None,
        organisation: None,
        mental_health_professional: false,
        lived_experience: false,
    }
}

/// Somebody does not lead it any more: whoever runs it says so, or they themselves.
///
/// # Errors
/// Refuses when nobody would be left who may lead a scheduled session, sessions that are over; and those that the asker neither
/// runs nor leads, and leads of another, as not found.
pub async fn remove_lead(ctx: &Ctx, id: SessionId, lead: SessionLeadId) -> Result<()> {
    may_read(ctx)?;
    let facts = ctx.facts().await?;
    let change = ctx.change(Touches::Nothing).await?;
    hold_session(change.tx(), id).await?;
    let mut stored = Stored::led_or_run_by(ctx, &facts, change.tx(), (id, lead)).await?;
    let state = stored.state(ctx.rule_now());
    may_change(state)?;
    let found = stored.leads.iter().position(|row| row.id == lead);
    let row = stored.leads.remove(found.ok_or_else(|| Refusal::not_found("this lead"))?);
    standing::stays(ctx, &facts, change.tx(), (&stored, Moved::default())).await?;
    let entry = Entry::new("remove lead", "session", id).before(&(row.id, row.person_id));
    let scheduled = state == SessionState::Scheduled;
    if let Some(person) = row.person_id.filter(|_| scheduled) {
        let session = tell::revised(change.tx(), stored.row).await?;
        let letters = tell::leads_no_more(change.tx(), &session, vec![person]).await?;
        letters.put(ctx, change.tx()).await?;
    }
    row.into_active_model().delete(change.tx()).await?;
    change.commit(entry).await
}
