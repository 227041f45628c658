//! The sessions of a month or a week, day by day: a fixed number of queries, and a bounded number of sessions.

use super::events::{by_session, events_of_person};
use super::filters::{asks_the_rules, choices, matching, seats, suiting};
use super::held::held;
use super::hosts::seen;
use super::lines::{place, said_of_reader};
use super::may_read;
use super::times::{slot_of, state_of};
use crate::clock::from_london;
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{NaiveDate, NaiveTime};
use domain::ids::SessionId;
use domain::policy::{Action, reach};
use domain::sessions::BookingState;
use domain::sessions::browse::views::{Agenda, AgendaDay, AgendaEntry};
use domain::sessions::browse::{SessionsAddress, Span};
use entities::session;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// How many sessions of a day a month shows.
pub const A_DAY_OF_A_MONTH: usize = 5;
/// How many sessions of a day a week shows.
pub const A_DAY_OF_A_WEEK: usize = 40;

/// The sessions that begin in the month or week that an address names, and were not cancelled; drafts are for whoever may run them.
/// Of a day the earliest are shown, and how many more there are.
///
/// # Errors
/// Refuses whoever is not signed in.
pub async fn agenda(ctx: &Ctx, ask: &SessionsAddress) -> Result<Agenda> {
    may_read(ctx)?;
    let (facts, db) = (ctx.facts().await?, ctx.db().read());
    let span = ask.span(ctx.today).unwrap_or_else(|| Span::month_of(ctx.today));
    let begins = |day: NaiveDate| from_london(day.and_time(NaiveTime::MIN));
    let mut found = session::Entity::find()
        .filter(session::Column::StartsAt.gte(begins(span.first())))
        .filter(session::Column::StartsAt.lt(begins(span.end())))
        .filter(session::Column::CancelledAt.is_null());
    if let Some(seen) = seen(ctx, &facts) {
        found = found.filter(seen);
    }
    let mut rows = matching(&facts, found, (ask, ctx.today))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(db)
        .await?;
    if asks_the_rules(ask) {
        rows = suiting(ctx, &facts, db, (ask, rows)).await?;
    }
    Ok(Agenda {
        span,
        today: ctx.today,
        days: days(ctx, (span, rows)).await?,
        choices: choices(ctx, &facts).await?,
        may_run: !reach(&ctx.actor, Action::RunSessions).is_empty(),
        has_own: ctx.actor.person().is_some(),
    })
}

/// Rows in the order of their start, by day; three queries, and two where none has taken place.
async fn days(ctx: &Ctx, (span, rows): (Span, Vec<session::Model>)) -> Result<Vec<AgendaDay>> {
    let most = match span {
        Span::Month(_) => A_DAY_OF_A_MONTH,
        Span::Week(_) => A_DAY_OF_A_WEEK,
    };
    let day = |row: &session::Model| slot_of(row).starts.date();
    let by_day: Vec<&[session::Model]> = rows.chunk_by(|one, next| day(one) == day(next)).collect();
    let shown: Vec<&session::Model> =
        by_day.iter().flat_map(|rows| rows.iter().take(most)).collect();
    let ids: Vec<SessionId> = shown.iter().map(|row| row.id).collect();
    let (db, now) = (ctx.db().read(), ctx.rule_now());
    let held = held(db, &ids, now).await?;
    let own = own(ctx, ids).await?;
    let said = said_of_reader(ctx, db, &shown).await?;
    let entry = |row: &session::Model| {
        let capacity = seats(row);
        AgendaEntry {
            id: row.id,
            title: row.title.clone(),
            format: row.format,
            slot: slot_of(row),
            state: state_of(row, now),
            place: place(row),
            capacity,
            free: capacity.saturating_sub(held.get(&row.id).copied().unwrap_or_default()),
            own: own.get(&row.id).copied(),
            attendance: said.get(&row.id).copied(),
        }
    };
    let one = |rows: &&[session::Model]| {
        Some(AgendaDay {
            day: day(rows.first()?),
            entries: rows.iter().take(most).map(entry).collect(),
            more: rows.len().saturating_sub(most),
        })
    };
    Ok(by_day.iter().filter_map(one).collect())
}

/// Where the reader's own bookings stand. An offer that was not answered in time is nothing that they still have.
async fn own(ctx: &Ctx, sessions: Vec<SessionId>) -> Result<BTreeMap<SessionId, BookingState>> {
    let Some(person) = ctx.actor.person() else { return Ok(BTreeMap::new()) };
    let events = events_of_person(ctx.db().read(), person, sessions).await?;
    let now = ctx.rule_now();
    let states = by_session(&events).into_iter().filter_map(|(id, bookings)| {
        let own = bookings.first().filter(|booking| !booking.has_lapsed(now))?;
        Some((id, own.state))
    });
    Ok(states.collect())
}
