//! A series, opened: all its sessions, where the reader stands with each, and what can be done with all of them.

use super::among::words;
use super::find::{changeable_of, not_found, rule_of, sessions_of, stored};
use super::practices::{concerns_own, teaches};
use super::schedule::is_draft;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::programmes::programme_of;
use crate::sessions::attend::{is_open_to, no_team, own_teams};
use crate::sessions::detail::heading;
use crate::sessions::engaged::{engaged_at, free_for};
use crate::sessions::lines::lines;
use crate::sessions::may_read;
use crate::sessions::times::{closes_at, opens_at, slot_of, state_of};
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::ids::{PersonId, ProgrammeStepId, SessionId, SessionSeriesId, TeamId};
use domain::organisations::TeamIndex;
use domain::refusal::Refusal;
use domain::sessions::BookingState;
use domain::sessions::leads::may_take_a_seat;
use domain::sessions::scheduling::can_be_booked;
use domain::sessions::seats::is_open;
use domain::sessions::series::views::{SeriesDetail, SeriesLine};
use domain::sessions::times::{Engaged, Slot};
use entities::{session, session_lead, session_team};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};

/// A series with the sessions that the asker may see; drafts are for whoever may run them.
///
/// # Errors
/// Refuses series without any, as not found.
pub async fn series(ctx: &Ctx, id: SessionSeriesId) -> Result<SeriesDetail> {
    may_read(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let series = stored(db, id).await?;
    let rows = sessions_of(ctx, &facts, db, id).await?;
    let (title, programme) = called(db, &rows).await?;
    let (answers, teams, leads) = match ctx.actor.person() {
        Some(person) => answers(ctx, &facts, db, (person, &rows)).await?,
        None => (BTreeMap::new(), Vec::new(), false),
    };
    let words = words(rule_of(&series)?, &rows);
    let (mut bookable, mut in_calendar) = (false, leads);
    let mut sessions = Vec::new();
    for (at, line) in lines(ctx, &facts, &rows).await?.into_iter().enumerate() {
        let seated = line.own.is_some_and(|state| !state.is_over());
        let answer = answers.get(&line.id).filter(|_| !seated);
        bookable |= answer.is_some_and(Option::is_none);
        in_calendar |= matches!(line.own, Some(BookingState::Booked | BookingState::Offered));
        let why_not = answer.cloned().flatten();
        sessions.push(SeriesLine { number: at + 1, line, why_not });
    }
    let sees_practices =
        teaches(ctx, &facts, db, &rows).await? || concerns_own(ctx, &facts, db, &rows).await?;
    let runs = changeable_of(ctx, &facts, rows);
    Ok(SeriesDetail {
        id,
        title,
        programme,
        words,
        sessions,
        in_calendar,
        bookable,
        teams,
        to_change: runs.first().map(|row| row.id),
        drafts: runs.iter().filter(|row| is_draft(row)).count(),
        sees_practices,
    })
}

/// What a series is called, and the programme whose steps its sessions run; one query where they run any.
///
/// # Errors
/// Refuses a series without sessions, as not found.
pub(super) async fn called(
    db: &impl ConnectionTrait,
    rows: &[session::Model],
) -> Result<(String, Option<Heading>)> {
    let steps: Vec<ProgrammeStepId> = rows.iter().filter_map(|row| row.programme_step_id).collect();
    let programme = programme_of(db, &steps).await?;
    let title = title_of(rows, programme.as_ref()).ok_or_else(not_found)?;
    Ok((title, programme))
}

/// Like its first session, or like the programme of which it runs several steps.
fn title_of(rows: &[session::Model], programme: Option<&Heading>) -> Option<String> {
    let first = rows.first()?;
    let mut steps = rows.iter().filter_map(|row| row.programme_step_id);
    let step = steps.next();
    let several = steps.any(|other| Some(other) != step);
    let title = programme.filter(|_| several).map_or(&first.title, |programme| &programme.title);
    Some(title.clone())
}

/// Of each session that is to come why a person cannot ask for a seat, none where they can; the teams that they can ask from; and
/// whether they lead one of them.
type Answers = (BTreeMap<SessionId, Option<String>>, Vec<Heading>, bool);

/// Five queries, however many sessions there are.
async fn answers(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    (person, rows): (PersonId, &[session::Model]),
) -> Result<Answers> {
    let now = ctx.rule_now();
    let coming: Vec<&session::Model> =
        rows.iter().filter(|row| can_be_booked(state_of(row, now)).is_ok()).collect();
    let ids: Vec<SessionId> = coming.iter().map(|row| row.id).collect();
    let slots: Vec<Slot> = coming.iter().map(|row| slot_of(row)).collect();
    // Those of this series are not in each other's way: they are on other days, and the reader's own seats are no clash.
    let engaged = engaged_at(ctx, db, &[person], (&ids, &slots)).await?;
    let led: BTreeSet<SessionId> = session_lead::Entity::find()
        .filter(session_lead::Column::PersonId.eq(person))
        .filter(session_lead::Column::SessionId.is_in(ids.iter().copied()))
        .all(db)
        .await?
        .into_iter()
        .map(|lead| lead.session_id)
        .collect();
    let invited: BTreeSet<(SessionId, TeamId)> = session_team::Entity::find()
        .filter(session_team::Column::SessionId.is_in(ids.iter().copied()))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.session_id, row.team_id))
        .collect();
    let (mut told, mut open): (_, BTreeSet<TeamIndex>) = (BTreeMap::new(), BTreeSet::new());
    for row in coming {
        let is_invited = |at: TeamIndex| {
            let team = facts.places.teams.get(at);
            team.is_some_and(|team| invited.contains(&(row.id, team.id)))
        };
        let own = own_teams(facts, row, person).into_iter();
        let own: Vec<TeamIndex> =
            own.filter(|at| is_open_to(facts, row, (*at, is_invited(*at)))).collect();
        let why = why_not(ctx, facts, (person, row), (led.contains(&row.id), &own, &engaged))?;
        if why.is_none() {
            open.extend(own);
        }
        told.insert(row.id, why.map(|refusal| refusal.to_string()));
    }
    let teams = open.into_iter().filter_map(|at| facts.places.teams.get(at)).map(heading);
    Ok((told, teams.collect(), !led.is_empty()))
}

/// As booking it alone would be refused.
fn why_not(
    ctx: &Ctx,
    facts: &Facts,
    (person, row): (PersonId, &session::Model),
    (leads, teams, engaged): (bool, &[TeamIndex], &[(PersonId, Engaged)]),
) -> Result<Option<Refusal>> {
    let may_ask = is_open(opens_at(row), closes_at(row), ctx.rule_now())
        .and_then(|()| may_take_a_seat(leads));
    if let Err(refusal) = may_ask {
        return Ok(Some(refusal));
    }
    if teams.is_empty() {
        return Ok(Some(no_team(facts, row, person)));
    }
    match free_for(ctx, facts, (person, slot_of(row)), engaged) {
        Err(Error::Refused(refusal)) => Ok(Some(refusal)),
        other => other.map(|()| None),
    }
}
