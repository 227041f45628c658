//! A session like another: with its leads, outcomes, kept seats and invited teams, and without its bookings.

use super::draft::code_of;
use super::stored::Stored;
use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDateTime;
use domain::dates::days_after;
use domain::ids::{SessionId, SessionLeadId, SessionQuotaId};
use domain::refusal::Refusal;
use entities::{session, session_lead, session_outcome, session_quota, session_team};
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

/// A draft like a session, at another start. What was so many days before the session, such as when booking opens and ends, is as many days
/// before its copy. Nothing is stored yet.
///
/// # Errors
/// Refuses whoever has no account.
pub(super) fn copied(ctx: &Ctx, of: &Stored, starts: NaiveDateTime) -> Result<Stored> {
    let id = SessionId(Uuid::now_v7());
    let later = starts.date().signed_duration_since(of.day());
    let moved = |moment| from_london(in_london(moment) + later);
    let row = session::Model {
        id,
        code: code_of(id),
        starts_at: from_london(starts),
        booking_opens_at: of.row.booking_opens_at.map(moved),
        booking_ends_at: of.row.booking_ends_at.map(moved),
        drafted_at: ctx.now,
        drafted_by_id: Some(ctx.actor.account_id().ok_or(Refusal::SignInFirst)?),
        scheduled_at: None,
        cancelled_at: None,
        cancel_reason: None,
        closed_at: None,
        reopened_for: None,
        service_users: None,
        revision: 0,
        bookings: 0,
        import_id: None,
        series_id: None,
        occurs_on: None,
        ..of.row.clone()
    };
    let leads = of.leads.iter().cloned();
    let quotas = of.quotas.iter().cloned();
    Ok(Stored {
        row,
        leads: leads
            .map(|lead| session_lead::Model {
                id: SessionLeadId(Uuid::now_v7()),
                session_id: id,
                ..lead
            })
            .collect(),
        outcomes: of.outcomes.iter().map(|row| outcome(id, row)).collect(),
        quotas: quotas
            .map(|quota| session_quota::Model {
                id: SessionQuotaId(Uuid::now_v7()),
                session_id: id,
                released_on: days_after(quota.released_on, later.num_days()),
                ..quota
            })
            .collect(),
        invited: of.invited.clone(),
    })
}

fn outcome(session_id: SessionId, row: &session_outcome::Model) -> session_outcome::Model {
    session_outcome::Model { session_id, ..row.clone() }
}

/// Stores new sessions with all that belongs to them; five statements, however many there are.
pub(super) async fn put(tx: &impl ConnectionTrait, sessions: &[Stored]) -> Result<()> {
    let rows = sessions.iter().map(|one| one.row.clone().into_active_model());
    session::Entity::insert_many(rows.collect::<Vec<_>>()).exec_without_returning(tx).await?;
    let leads = sessions.iter().flat_map(|one| one.leads.iter().cloned());
    let leads: Vec<_> = leads.map(IntoActiveModel::into_active_model).collect();
    session_lead::Entity::insert_many(leads).exec_without_returning(tx).await?;
    let outcomes = sessions.iter().flat_map(|one| one.outcomes.iter().cloned());
    let outcomes: Vec<_> = outcomes.map(IntoActiveModel::into_active_model).collect();
    session_outcome::Entity::insert_many(outcomes).exec_without_returning(tx).await?;
    let quotas = sessions.iter().flat_map(|one| one.quotas.iter().cloned());
    let quotas: Vec<_> = quotas.map(IntoActiveModel::into_active_model).collect();
    session_quota::Entity::insert_many(quotas).exec_without_returning(tx).await?;
    let teams = sessions.iter().flat_map(|one| {
        let session_id = one.row.id;
        one.invited.iter().map(move |team| session_team::Model { session_id, team_id: *team })
    });
    let teams: Vec<_> = teams.map(IntoActiveModel::into_active_model).collect();
    session_team::Entity::insert_many(teams).exec_without_returning(tx).await?;
    Ok(())
}
