//! One session, opened: what it is, how full it is, and where the reader stands with it.

use super::booked::{bookings, team_name};
use super::changed::what_changed;
use super::hosts::named;
use super::least::{lacking, least_of};
use super::lines::place;
use super::on_behalf::Actors;
use super::released::{self, releases};
use super::room::binds;
use super::seats::Seats;
use super::stored::Stored;
use super::tally::figures_of;
use super::{led, may_read, outcomes, own, people, series, standing};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::programmes::step_named;
use crate::protected_time::reasons_of;
use crate::viewings;
use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::ids::{SessionId, TeamId};
use domain::organisations::Team;
use domain::policy::{Action, Resource, may};
use domain::sessions::check_in::may_check_in;
use domain::sessions::scheduling::Moved;
use domain::sessions::seats::Seating;
use domain::sessions::views::{QuotaLine, Seats as HowFull, SessionDetail};
use domain::sessions::{Attendee, SessionState};
use entities::{import_run, session_quota};
use sea_orm::EntityTrait;

/// A session with all that the reader may see of it. Whoever runs it sees who booked; that list is noted once.
///
/// # Errors
/// Refuses sessions that are not for the asker to see, as not found.
pub async fn session(ctx: &Ctx, id: SessionId) -> Result<SessionDetail> {
    may_read(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let stored = Stored::read(ctx, &facts, db, id).await?;
    let loaded = Seats::load(&facts, db, &stored, ctx.rule_now()).await?;
    let seats = &loaded.seating;
    let mut detail = opened(ctx, &facts, &stored, seats).await?;
    detail.own.booked_by = booked_by(ctx, &facts, &loaded).await?;
    detail.own.at_once = wish(ctx, &loaded);
    if detail.may_run {
        detail.bookings = bookings(&facts, &loaded);
        let goes_ahead = stored.row.cancelled_at.is_none().then(|| stored.slot());
        let leads = |person| stored.is_led_by(person);
        detail.outside = reasons_of(&facts, db, (id, goes_ahead), leads).await?;
        detail.imported_by = imported_by(ctx, &facts, &stored).await?;
    }
    let teaches = detail.may_run || detail.own.leads.is_some();
    if teaches && detail.state == SessionState::Closed {
        let changed = what_changed(ctx, &facts, db, &stored).await?;
        // Levels are for educators within their grants: whoever only leads knows who came, by name.
        detail.changed = Some(if detail.may_run { changed } else { changed.without_levels() });
        detail.figures = Some(figures_of(&facts, db, &stored.row).await?);
    }
    if !teaches {
        detail.lacking = None;
    }
    if !detail.bookings.is_empty() {
        viewings::note_list(ctx, &format!("bookings of session {}", stored.row.code)).await?;
    }
    Ok(detail)
}

/// Who booked for the reader, where they have a booking that somebody else made.
async fn booked_by(ctx: &Ctx, facts: &Facts, seats: &Seats) -> Result<Option<String>> {
    let Some(person) = ctx.actor.person() else { return Ok(None) };
    let attendee = Attendee::Person(person);
    let live = seats.seating.of(attendee).filter(|own| own.is_live(seats.seating.now));
    let account = live.and_then(|_| seats.asked_by(attendee));
    // Their own account is no news.
    let account = account.filter(|account| ctx.actor.account_id() != Some(*account));
    let actors = Actors::of(facts, ctx.db().read(), account).await?;
    Ok(actors.for_another(account, person).map(str::to_owned))
}

/// What the reader wishes, where they wait and can say it anew.
fn wish(ctx: &Ctx, seats: &Seats) -> Option<bool> {
    let attendee = Attendee::Person(ctx.actor.person()?);
    seats.seating.may_wish(attendee).ok()?;
    Some(seats.wishes(attendee))
}

/// Who brought a session in a file; nobody where it was drafted here. Addresses are for whoever manages accounts.
async fn imported_by(ctx: &Ctx, facts: &Facts, stored: &Stored) -> Result<Option<String>> {
    let Some(import) = stored.row.import_id else { return Ok(None) };
    let run = import_run::Entity::find_by_id(import).one(ctx.db().read()).await?;
    let Some(run) = run else { return Ok(None) };
    let Some(account) = run.account_id else { return Ok(Some(run.actor)) };
    let actors = Actors::of(facts, ctx.db().read(), [account]).await?;
    let sees_accounts = may(&ctx.actor, Action::ManageAccounts, Resource::Installation);
    Ok(actors.name_to(account, sees_accounts).map(str::to_owned))
}

/// A session without the list of those who booked, and without what pages that change it offer.
pub(super) async fn opened(
    ctx: &Ctx,
    facts: &Facts,
    stored: &Stored,
    seats: &Seating,
) -> Result<SessionDetail> {
    let may_run = stored.may_run(ctx, facts);
    let releases = releases(ctx, facts, (stored, seats.now), may_run).await?;
    let of_teams = (stored, &releases);
    let invites: &[TeamId] = if may_run { &stored.invited } else { &[] };
    let asked = outcomes::asked(facts, &stored.outcomes, ctx.today);
    let row = &stored.row;
    let invited = facts.places.teams.iter().filter(|team| stored.invited.contains(&team.id));
    let quotas = stored.quotas.iter().map(|quota| quota_line(facts, quota, ctx.today));
    Ok(SessionDetail {
        id: row.id,
        code: row.code.clone(),
        title: row.title.clone(),
        about: row.about.clone(),
        format: row.format,
        slot: stored.slot(),
        state: stored.state(seats.now),
        cancelled_for: row.cancel_reason,
        held_for: named(facts, stored.host()).map(|place| place.title),
        invited_only: row.invited_only,
        invited: invited.map(heading).collect(),
        place: place(row),
        link: row.link.clone().filter(|_| may_run || belongs_to(ctx, stored, seats)),
        booking_opens: stored.opens_at(),
        booking_ends: stored.closes_at(),
        leads: stored.leads.iter().map(|lead| led::line(facts, lead, stored.day())).collect(),
        outcomes: outcomes::lines(facts, &asked, row.format),
        quotas: quotas.collect(),
        seats: HowFull {
            capacity: usize::from(seats.rules.capacity),
            held: seats.held().count(),
            waiting: seats.waiting().len(),
        },
        own: own::own(ctx, facts, of_teams, seats).await?,
        may_run,
        may_book_for: people::has_people(ctx, facts, stored),
        has_passed: has_passed(ctx, stored),
        checks_in: may_check_in(stored.state(seats.now), stored.slot(), seats.now).is_ok(),
        imported_by: None,
        missing: if may_run { missing(ctx, facts, stored).await? } else { Vec::new() },
        least: least_of(row).words(),
        lacking: lacking(facts, row, (&stored.leads, &seats.bookings), seats.now),
        warnings: released::told(ctx, facts, of_teams, (invites, false)),
        outside: Vec::new(),
        bookings: Vec::new(),
        changed: None,
        figures: None,
        teams: Vec::new(),
        professions: Vec::new(),
        quota_teams: Vec::new(),
        series: series::among(ctx, facts, row).await?,
        runs: match row.programme_step_id {
            Some(step) => step_named(ctx.db().read(), step).await?,
            None => None,
        },
    })
}

/// What a draft lacks, and what a scheduled session has lost since: a lead has left, or holds a competency no more.
async fn missing(ctx: &Ctx, facts: &Facts, stored: &Stored) -> Result<Vec<String>> {
    let db = ctx.db().read();
    let missing = match stored.state(ctx.rule_now()) {
        SessionState::Draft if has_passed(ctx, stored) => {
            standing::unrecorded(ctx, facts, db, stored).await?
        }
        SessionState::Draft => standing::missing(ctx, facts, db, stored).await?,
        SessionState::Scheduled => {
            standing::lost(ctx, facts, db, (stored, Moved::default())).await?
        }
        SessionState::Delivered | SessionState::Closed | SessionState::Cancelled => Vec::new(),
    };
    Ok(missing.iter().map(ToString::to_string).collect())
}

fn has_passed(ctx: &Ctx, stored: &Stored) -> bool {
    stored.slot().ends() <= ctx.rule_now()
}

/// Whether the reader leads it or holds a seat.
fn belongs_to(ctx: &Ctx, stored: &Stored, seats: &Seating) -> bool {
    ctx.actor.person().is_some_and(|person| {
        let own = seats.of(Attendee::Person(person));
        own.is_some_and(|own| own.holds_a_seat(seats.now)) || stored.is_led_by(person)
    })
}

pub(super) fn heading(team: &Team) -> Heading {
    Heading { code: team.code.clone(), title: team.name.clone() }
}

fn quota_line(facts: &Facts, row: &session_quota::Model, today: NaiveDate) -> QuotaLine {
    let group = team_name(facts, row.team_id).or_else(|| row.profession.clone());
    QuotaLine {
        id: row.id,
        group: group.unwrap_or_default(),
        least: u16::try_from(row.least).unwrap_or_default(),
        most: row.most.and_then(|most| u16::try_from(most).ok()),
        released_on: row.released_on,
        released: !binds(row, today),
    }
}
