//! What the form of a session shows: a session as it stands, or what a draft begins with.

use super::begin::Begin;
use super::concerned::SeatsIn;
use super::hosts::{choices, named};
use super::may_run_any;
use super::stored::Stored;
use crate::clock::in_london;
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes::{OfferedStep, offered_step};
use crate::session_requests::to_plan;
use chrono::NaiveTime;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::dates::{last_day, spoken_time};
use domain::ids::{AreaId, ProgrammeStepId, SessionId, SessionRequestId};
use domain::policy::{Action, Resource, Scope, may};
use domain::refusal::Refusal;
use domain::sessions::forms::{ABOUT_MOST, EVERYBODY, SessionFields};
use domain::sessions::planning::Stepwise;
use domain::sessions::views::SessionForm;
use entities::{session, session_template};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// What the form offers: for the session `of`, or for a new one, from the template with this code where one is named.
///
/// # Errors
/// Refuses sessions that the asker does not run and templates that are not known, as not found.
pub async fn form(ctx: &Ctx, of: Option<SessionId>, template: Option<&str>) -> Result<SessionForm> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let templates = session_template::Entity::find()
        .order_by_asc(session_template::Column::Code)
        .all(ctx.db().read())
        .await?;
    let places = choices(ctx, &facts);
    let everybody = may(&ctx.actor, Action::RunSessions, Resource::Installation);
    let (mut state, mut concerned) = (None, None);
    let mut fields = match (of, template) {
        (Some(id), _) => {
            let stored = Stored::run_by(ctx, &facts, ctx.db().read(), id).await?;
            state = Some(stored.state(ctx.rule_now()));
            concerned = whom_it_concerns(ctx, &stored).await?;
            as_it_stands(&facts, stored)
        }
        (None, Some(code)) => {
            let found = templates.iter().find(|template| template.code == code);
            prefilled(found.ok_or_else(|| Refusal::not_found("this template"))?)
        }
        (None, None) => SessionFields::default(),
    };
    if of.is_none() {
        fields.held_for = only_place(&places, everybody).unwrap_or_default();
    }
    let heading = |row: &session_template::Model| Heading {
        code: row.code.clone(),
        title: row.title.clone(),
    };
    Ok(SessionForm {
        fields,
        state,
        concerned,
        places,
        everybody,
        templates: templates.iter().map(heading).collect(),
        stepwise: Stepwise::Never,
    })
}

/// What the form offers for a draft that begins so; templates only where it begins with none or with one.
///
/// # Errors
/// Refuses what is not known, or not for the asker to begin with, as not found; and steps that no session can run today, beside
/// `step`.
pub async fn form_from(ctx: &Ctx, begin: &Begin) -> Result<SessionForm> {
    let form = match begin {
        Begin::Nothing => {
            let form = form(ctx, None, None).await?;
            return Ok(SessionForm { stepwise: stepwise(ctx).await?, ..form });
        }
        Begin::Template(code) => return form(ctx, None, Some(code)).await,
        Begin::Like(id) => like(form(ctx, Some(*id), None).await?),
        Begin::Step(id) => of_step(ctx, form(ctx, None, None).await?, *id).await?,
        Begin::Request(id) => of_request(ctx, form(ctx, None, None).await?, *id).await?,
    };
    Ok(SessionForm { templates: Vec::new(), ..form })
}

/// Whoever has drafted no session yet begins one decision a page; their answers are kept with their staff record.
async fn stepwise(ctx: &Ctx) -> Result<Stepwise> {
    let Some((account, _)) = ctx.actor.account_id().zip(ctx.actor.person()) else {
        return Ok(Stepwise::Never);
    };
    let drafted = session::Entity::find()
        .filter(session::Column::DraftedById.eq(account))
        .one(ctx.db().read())
        .await?;
    Ok(if drafted.is_some() { Stepwise::Offered } else { Stepwise::First })
}

/// A session like another: all but when it is.
fn like(form: SessionForm) -> SessionForm {
    let fields = SessionFields {
        day: String::new(),
        booking_opens: String::new(),
        booking_opens_time: String::new(),
        booking_ends: String::new(),
        ..form.fields
    };
    SessionForm { fields, state: None, concerned: None, ..form }
}

/// Whom a change of this session concerns; one query where it is scheduled, and none else.
async fn whom_it_concerns(ctx: &Ctx, stored: &Stored) -> Result<Option<String>> {
    let own = std::slice::from_ref(&stored.row);
    let seats = SeatsIn::load(ctx, ctx.db().read(), own).await?;
    Ok(seats.of(&[stored.row.id]).told())
}

/// A session that runs a step of a programme: what the step says of itself, for the area of the programme where the asker holds
/// sessions for it.
async fn of_step(ctx: &Ctx, form: SessionForm, step: ProgrammeStepId) -> Result<SessionForm> {
    let facts = ctx.facts().await?;
    let offered = offered_step(ctx, &facts, ctx.db().read(), (step, ctx.today)).await?;
    let form = held_in(&facts, form, offered.area);
    let fields = SessionFields { held_for: form.fields.held_for, ..said_by(&offered) };
    Ok(SessionForm { fields, ..form })
}

/// The form of a new session, held for the area of a programme where the asker holds sessions for it.
pub(super) fn held_in(facts: &Facts, form: SessionForm, area: Option<AreaId>) -> SessionForm {
    let place = area.and_then(|area| named(facts, Scope::Area(area)));
    let held_for = match place {
        Some(place) if form.places.iter().any(|one| one.code == place.code) => place.code,
        None if form.everybody && area.is_none() => EVERYBODY.to_owned(),
        _ => form.fields.held_for.clone(),
    };
    let fields = SessionFields { held_for, ..form.fields };
    SessionForm { fields, ..form }
}

/// What a step says of the session that runs it.
pub(super) fn said_by(step: &OfferedStep) -> SessionFields {
    SessionFields {
        title: step.title.clone(),
        about: fitting(step.what_happens.clone()),
        format: step.format.code().to_owned(),
        minutes: step.minutes.to_string(),
        ..SessionFields::default()
    }
}

/// A session that a team asks for: what it needs, for how many, held for the team itself.
async fn of_request(ctx: &Ctx, form: SessionForm, id: SessionRequestId) -> Result<SessionForm> {
    let facts = ctx.facts().await?;
    let (request, _) = to_plan(ctx, &facts, ctx.db().read(), id).await?;
    let team = facts.places.team(request.team_id);
    let fields = SessionFields {
        about: fitting(request.need),
        capacity: request.people.to_string(),
        held_for: team.map(|team| team.code.clone()).unwrap_or_default(),
        ..form.fields
    };
    Ok(SessionForm { fields, ..form })
}

/// What fits into the form, or nothing.
fn fitting(about: String) -> String {
    if about.chars().count() <= ABOUT_MOST { about } else { String::new() }
}

/// The place that needs not be chosen, because there is no other.
fn only_place(places: &[Heading], everybody: bool) -> Option<String> {
    match (places, everybody) {
        ([one], false) => Some(one.code.clone()),
        ([], true) => Some(EVERYBODY.to_owned()),
        _ => None,
    }
}

fn prefilled(template: &session_template::Model) -> SessionFields {
    SessionFields {
        title: template.title.clone(),
        about: format!("For {}.", template.audience),
        format: template.format.clone(),
        minutes: template.minutes.to_string(),
        ..SessionFields::default()
    }
}

/// A session as it stands, as its form writes it.
pub(super) fn as_it_stands(facts: &Facts, stored: Stored) -> SessionFields {
    let (slot, host) = (stored.slot(), stored.host());
    let row = stored.row;
    let opens = row.booking_opens_at.map(in_london);
    let opening = opens.map(|opens| opens.time()).filter(|time| *time != NaiveTime::MIN);
    let booking_ends = row.booking_ends_at.map(|ends| last_day(in_london(ends)).to_string());
    SessionFields {
        title: row.title,
        about: row.about.unwrap_or_default(),
        format: row.format.code().to_owned(),
        day: slot.starts.date().to_string(),
        time: spoken_time(slot.starts.time()),
        minutes: slot.minutes.to_string(),
        held_for: named(facts, host).map_or_else(|| EVERYBODY.to_owned(), |place| place.code),
        venue: row.venue.unwrap_or_default(),
        link: row.link.unwrap_or_default(),
        capacity: row.capacity.to_string(),
        booking_opens: opens.map(|opens| opens.date().to_string()).unwrap_or_default(),
        booking_opens_time: opening.map(spoken_time).unwrap_or_default(),
        booking_ends: booking_ends.unwrap_or_default(),
        invited_only: if row.invited_only { "yes".to_owned() } else { String::new() },
        people_least: row.people_least.map(|least| least.to_string()).unwrap_or_default(),
        professions_least: row.professions_least.map(|least| least.to_string()).unwrap_or_default(),
    }
}
