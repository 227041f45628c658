//! What a draft begins with, beside what its form says: nothing, what a template suggests, what another session has, what a step of
//! a programme is meant to lead to, or what a team asks for.

use super::blank::blank;
use super::copy::copied;
use super::draft::code_of;
use super::leads::on_record;
use super::not_found;
use super::stored::Stored;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes::{OfferedStep, offered_step};
use crate::session_requests::to_plan;
use chrono::NaiveDateTime;
use domain::coverage::Facts;
use domain::frameworks::{Level, version_at};
use domain::ids::{CompetencyId, ProgrammeStepId, SessionId, SessionRequestId};
use domain::refusal::Refusal;
use domain::sessions::forms::BeginFields;
use entities::{session, session_outcome, session_template};
use sea_orm::EntityTrait;
use uuid::Uuid;

/// What a draft begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Begin {
    /// Whoever drafts it leads it, where they are on record.
    #[default]
    Nothing,
    /// The same, with the competencies of the domains that the template with this code names.
    Template(String),
    /// The leads, competencies, kept seats and invited teams of another session that the asker runs.
    Like(SessionId),
    /// As nothing, with the competencies of the step of a programme that it runs.
    Step(ProgrammeStepId),
    /// What a team asks for: whoever drafts it leads it, it builds the competencies, and the team is invited.
    Request(SessionRequestId),
}

impl Begin {
    /// What an address or a form says.
    ///
    /// # Errors
    /// Refuses what can be no id, as not found.
    pub fn read(says: BeginFields) -> Result<Self> {
        let BeginFields { template, like, step, request } = says;
        if !like.is_empty() {
            return Ok(Self::Like(like.parse().map_err(|_| not_found())?));
        }
        if !step.is_empty() {
            let id = step.parse().map_err(|_| Refusal::not_found("this step"))?;
            return Ok(Self::Step(id));
        }
        if !request.is_empty() {
            let id = request.parse().map_err(|_| Refusal::not_found("this request"))?;
            return Ok(Self::Request(id));
        }
        Ok(if template.is_empty() { Self::Nothing } else { Self::Template(template) })
    }
}

/// A draft that is not stored yet, at this start; what its form says is still to be written into its row.
///
/// # Errors
/// Refuses whoever has no account; what is not known, sessions that the asker does not run, and requests of teams for which they
/// run none, as not found; and steps that no session can run that day.
pub(super) async fn begun(
    ctx: &Ctx,
    facts: &Facts,
    starts: NaiveDateTime,
    begin: &Begin,
) -> Result<Stored> {
    if let Begin::Like(id) = begin {
        let other = Stored::run_by(ctx, facts, ctx.db().read(), *id).await?;
        return copied(ctx, &other, starts);
    }
    let id = SessionId(Uuid::now_v7());
    let new = bare(ctx, id)?;
    Ok(match begin {
        Begin::Request(request) => {
            let (request, meant) = to_plan(ctx, facts, ctx.db().read(), *request).await?;
            let outcomes = meant.into_iter().map(|of| asked_for(id, of)).collect();
            Stored { outcomes, invited: vec![request.team_id], ..new }
        }
        Begin::Step(step) => {
            let day = starts.date();
            let offered = offered_step(ctx, facts, ctx.db().read(), (*step, day)).await?;
            running(new, &offered)
        }
        Begin::Template(code) => {
            let found = session_template::Entity::find_by_id(code).one(ctx.db().read()).await?;
            let template = found.ok_or_else(|| Refusal::not_found("this template"))?;
            Stored { outcomes: suggested(ctx, facts, (id, &template)), ..new }
        }
        Begin::Nothing | Begin::Like(_) => new,
    })
}

/// A draft with this id of which nothing is said; whoever drafts it leads it, where they are on record.
///
/// # Errors
/// Refuses whoever has no account.
pub(super) fn bare(ctx: &Ctx, id: SessionId) -> Result<Stored> {
    ctx.actor.account_id().ok_or(Refusal::SignInFirst)?;
    let leads = ctx.actor.person().map(|person| on_record(id, person));
    Ok(Stored {
        row: blank(ctx, id, code_of(id)),
        leads: leads.into_iter().collect(),
        outcomes: Vec::new(),
        quotas: Vec::new(),
        invited: Vec::new(),
    })
}

/// The same draft, running a step: it builds what the step is meant to lead to.
pub(super) fn running(new: Stored, step: &OfferedStep) -> Stored {
    let outcomes = step.rows_of(new.row.id);
    let row = session::Model { programme_step_id: Some(step.id), ..new.row };
    Stored { row, outcomes, ..new }
}

/// A competency that a team asks for: what taking part in a workshop can show, to be changed by its educator.
fn asked_for(session_id: SessionId, competency_id: CompetencyId) -> session_outcome::Model {
    let level = i32::from(Level::KNOWS_HOW.number());
    session_outcome::Model { session_id, competency_id, level }
}

/// Every competency of the domains that a template names, in today's framework version, at the level that it intends: its educator
/// leaves out what the session is not about.
fn suggested(
    ctx: &Ctx,
    facts: &Facts,
    (session_id, template): (SessionId, &session_template::Model),
) -> Vec<session_outcome::Model> {
    let version = version_at(&facts.versions, ctx.today);
    let named = |domain: usize| {
        let domain = facts.domains.get(domain);
        domain.is_some_and(|domain| template.domains.split('|').any(|code| code == domain.code))
    };
    let competencies = facts.competencies.iter();
    let meant = competencies.filter(|of| Some(of.version) == version && named(of.domain));
    let outcome = |competency_id| session_outcome::Model {
        session_id,
        competency_id,
        level: template.intended_level,
    };
    meant.map(|of| outcome(of.id)).collect()
}
