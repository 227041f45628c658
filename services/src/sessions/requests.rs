//! Bookings that wait for a team manager: listed for whoever may answer them. Unanswered for three working days, they are the
//! deputy's too.

use super::events::{by_session, events_of};
use super::room::{post_of, profession};
use super::times::slot_of;
use crate::clock::{from_london, in_london};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::release::{Releases, deputies, deputised, may_manage};
use crate::viewings;
use domain::coverage::Facts;
use domain::ids::{PersonId, TeamId};
use domain::people::listed_name;
use domain::policy::{Action, reach};
use domain::refusal::Refusal;
use domain::release::approval::is_the_deputys;
use domain::release::views::RequestLine;
use domain::sessions::seats::Booking;
use domain::sessions::{Attendee, BookingState};
use entities::{booking_event, session};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::BTreeSet;

/// The teams whose bookings somebody answers.
struct Answers {
    /// Those whose release they manage.
    manages: BTreeSet<TeamId>,
    /// Those whose deputy they are.
    deputises: BTreeSet<TeamId>,
}

impl Answers {
    /// One query, for whoever is on record.
    async fn of(ctx: &Ctx, facts: &Facts) -> Result<Self> {
        let teams = facts.places.teams.iter().enumerate();
        let manages = match reach(&ctx.actor, Action::ManageRelease).is_empty() {
            true => BTreeSet::new(),
            false => teams
                .filter(|(at, _)| may_manage(ctx, facts, *at))
                .map(|(_, team)| team.id)
                .collect(),
        };
        let deputises = match ctx.actor.person() {
            Some(person) => deputised(ctx.db().read(), person).await?.into_iter().collect(),
            None => BTreeSet::new(),
        };
        Ok(Self { manages, deputises })
    }

    fn is_nobody(&self) -> bool {
        self.manages.is_empty() && self.deputises.is_empty()
    }

    fn teams(&self) -> impl Iterator<Item = TeamId> {
        self.manages.union(&self.deputises).copied()
    }
}

/// A booking that waits, with its session.
#[derive(Clone, Debug)]
pub(crate) struct Requested {
    row: session::Model,
    booking: Booking,
    person: PersonId,
    team: TeamId,
}

/// Whether a request has waited so long that it is the deputy's too. When it was made is read from the real clock, and so is now.
pub(super) fn is_late(ctx: &Ctx, booking: &Booking) -> bool {
    is_the_deputys(booking.joined_at, in_london(ctx.now))
}

/// Everything that waits for the asker, in the order of the sessions, then of asking; three queries. Nobody answers their own.
pub(crate) async fn requests_waiting(ctx: &Ctx, facts: &Facts) -> Result<Vec<Requested>> {
    let answers = Answers::of(ctx, facts).await?;
    if answers.is_nobody() {
        return Ok(Vec::new());
    }
    let teams: Vec<TeamId> = answers.teams().collect();
    let mut waiting = waiting_in(ctx, ctx.db().read(), &teams).await?;
    waiting.retain(|one| one.is_theirs(ctx, facts, answers.deputises.contains(&one.team)));
    Ok(waiting)
}

impl Requested {
    /// Whether the asker answers it: they manage the release of its team, or are the deputy there and it is late. Nobody answers
    /// their own.
    fn is_theirs(&self, ctx: &Ctx, facts: &Facts, deputises: bool) -> bool {
        if ctx.actor.person() == Some(self.person) {
            return false;
        }
        let manages = facts.places.team_at(self.team).is_some_and(|at| may_manage(ctx, facts, at));
        manages || deputises && is_late(ctx, &self.booking)
    }
}

/// Every booking that waits for anybody, read once for many readers.
#[derive(Clone, Debug)]
pub(crate) struct AllRequested {
    waiting: Vec<Requested>,
    deputies: BTreeSet<(PersonId, TeamId)>,
}

impl AllRequested {
    /// Three queries.
    pub async fn load(ctx: &Ctx, facts: &Facts) -> Result<Self> {
        let db = ctx.db().read();
        let teams: Vec<TeamId> = facts.places.teams.iter().map(|team| team.id).collect();
        let waiting = waiting_in(ctx, db, &teams).await?;
        Ok(Self { waiting, deputies: deputies(db).await?.into_iter().collect() })
    }

    /// How many of them wait for the asker.
    pub fn waiting_for(&self, ctx: &Ctx, facts: &Facts) -> usize {
        let me = ctx.actor.person();
        let is_theirs = |one: &&Requested| {
            let deputises = me.is_some_and(|me| self.deputies.contains(&(me, one.team)));
            one.is_theirs(ctx, facts, deputises)
        };
        self.waiting.iter().filter(is_theirs).count()
    }
}

/// How many wait in a team; two queries.
pub(crate) async fn requests_in(ctx: &Ctx, team: TeamId) -> Result<usize> {
    Ok(waiting_in(ctx, ctx.db().read(), &[team]).await?.len())
}

/// The bookings from these teams that wait, of sessions to come; two queries.
async fn waiting_in(
    ctx: &Ctx,
    db: &impl ConnectionTrait,
    teams: &[TeamId],
) -> Result<Vec<Requested>> {
    let asked = booking_event::Entity::find()
        .select_only()
        .column(booking_event::Column::SessionId)
        .filter(booking_event::Column::TeamId.is_in(teams.iter().copied()))
        .filter(booking_event::Column::State.eq(BookingState::Requested))
        .into_query();
    let rows = session::Entity::find()
        .filter(session::Column::StartsAt.gt(from_london(ctx.rule_now())))
        .filter(session::Column::ScheduledAt.is_not_null())
        .filter(session::Column::CancelledAt.is_null())
        .filter(session::Column::Id.in_subquery(asked))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    let mut bookings = by_session(&events_of(db, rows.iter().map(|row| row.id)).await?);
    let mut waiting = Vec::new();
    for row in rows {
        let mut own = bookings.remove(&row.id).unwrap_or_default();
        own.sort_by_key(|booking| booking.asked);
        for booking in own {
            let of_team = booking.team.filter(|team| teams.contains(team));
            if let (Some(team), Attendee::Person(person), BookingState::Requested) =
                (of_team, booking.attendee, booking.state)
            {
                waiting.push(Requested { row: row.clone(), booking, person, team });
            }
        }
    }
    Ok(waiting)
}

/// Everything that waits for the asker. The list is noted once, where there is anybody in it.
///
/// # Errors
/// Refuses whoever answers for no team, as not found.
pub async fn requests(ctx: &Ctx) -> Result<Vec<RequestLine>> {
    let facts = ctx.facts().await?;
    if Answers::of(ctx, &facts).await?.is_nobody() {
        // Somebody who is not signed in is asked to.
        ctx.authorise_somewhere(Action::ManageRelease, "this page")?;
        return Err(Refusal::not_found("this page").into());
    }
    let waiting = requests_waiting(ctx, &facts).await?;
    if !waiting.is_empty() {
        viewings::note_list(ctx, "requests for seats").await?;
    }
    let releases = Releases::of(ctx.db().read(), waiting.iter().map(|one| one.team)).await?;
    Ok(waiting.iter().map(|one| line(ctx, &facts, &releases, one)).collect())
}

fn line(ctx: &Ctx, facts: &Facts, releases: &Releases, one: &Requested) -> RequestLine {
    let slot = slot_of(&one.row);
    let post = post_of(facts, one.person, Some(one.team), slot.starts.date());
    let profession = post.and_then(|terms| profession(facts, terms));
    let team = facts.places.team(one.team);
    let team = team.map(|team| team.name.clone()).unwrap_or_default();
    let release = releases.get(one.team).cloned().unwrap_or_default();
    let person = facts.person(one.person);
    RequestLine {
        session: one.row.id,
        title: one.row.title.clone(),
        slot,
        person: one.person,
        name: person.map(|p| listed_name(&p.first_name, &p.last_name)).unwrap_or_default(),
        warnings: release.warnings(&team, slot, ctx.today),
        team,
        keeps: release.least_of(profession.as_deref()).filter(|_| !release.asks_approval),
        profession,
        asked_on: one.booking.joined_at.date(),
        is_late: is_late(ctx, &one.booking),
    }
}

/// # Errors
/// Refuses whoever may not answer this booking, and their own, as not found.
pub(super) async fn may_answer(
    ctx: &Ctx,
    facts: &Facts,
    db: &impl ConnectionTrait,
    booking: &Booking,
) -> Result<()> {
    let not_found = || Refusal::not_found("this request");
    let (Some(team), Attendee::Person(person)) = (booking.team, booking.attendee) else {
        return Err(not_found().into());
    };
    let manages = facts.places.team_at(team).is_some_and(|at| may_manage(ctx, facts, at));
    let late = match (manages, ctx.actor.person()) {
        (false, Some(me)) => is_late(ctx, booking) && deputised(db, me).await?.contains(&team),
        _ => false,
    };
    if (manages || late) && ctx.actor.person() != Some(person) {
        return Ok(());
    }
    Err(not_found().into())
}
