//! The sessions of some days in figures, for whoever runs them: together, by month and by format.

use super::super::filters::held_within;
use super::super::hosts::{choices, run_by};
use super::super::may_run_any;
use super::super::times::{slot_of, state_of};
use super::super::wellbeing;
use super::held;
use crate::clock::from_london;
use crate::coverage::{heading, unit_with_code};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::{Datelike, NaiveDate, NaiveTime};
use domain::coverage::Facts;
use domain::dates::days_after;
use domain::fields::FieldErrors;
use domain::sessions::SessionState;
use domain::sessions::format::Format;
use domain::sessions::tally::views::PeriodFigures;
use domain::sessions::tally::{AskFigures, Tally};
use entities::session;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use std::collections::BTreeMap;

/// Sessions that the asker runs and whose registers are closed, in figures: those that are held for the place with this code or a
/// part of it, over the days that an address names, else over this year. Six queries. Exact: whoever runs a session sees who
/// came to it; but for how work has been for people's wellbeing, which is told under the disclosure rule.
///
/// # Errors
/// Refuses whoever runs no sessions. What is wrong with the days is told beside them.
pub async fn figures(ctx: &Ctx, place: &str, days: (&str, &str)) -> Result<PeriodFigures> {
    may_run_any(ctx)?;
    let facts = ctx.facts().await?;
    let (ask, errors) = match AskFigures::parse(place, days, ctx.today) {
        Ok(ask) => (ask, FieldErrors::default()),
        Err(errors) => (AskFigures::of_year(place, ctx.today), errors),
    };
    let rows = session::Entity::find()
        .filter(asked(ctx, &facts, &ask))
        .order_by_asc(session::Column::StartsAt)
        .order_by_asc(session::Column::Id)
        .all(ctx.db().read())
        .await?;
    let wellbeing = wellbeing::told(ctx, &facts, &ask).await?;
    let now = ctx.rule_now();
    let in_state = |state: SessionState| rows.iter().filter(move |row| state_of(row, now) == state);
    let closed: Vec<&session::Model> = in_state(SessionState::Closed).collect();
    let held = held(&facts, ctx.db().read(), &closed).await?;
    let (mut months, mut formats): (BTreeMap<NaiveDate, Tally>, BTreeMap<Format, Tally>) =
        (BTreeMap::new(), BTreeMap::new());
    for (row, one) in closed.iter().zip(&held) {
        months.entry(first_of_month(row)).or_default().add(one);
        formats.entry(row.format).or_default().add(one);
    }
    let places = choices(ctx, &facts);
    let place = places.iter().find(|place| Some(&place.code) == ask.place.as_ref());
    let place = place.and_then(|place| heading(&facts, unit_with_code(&facts, &place.code)?));
    Ok(PeriodFigures {
        from: ask.from,
        to: ask.to,
        errors,
        place: place.map(|place| place.title),
        places,
        all: Tally::of(&held).figures(),
        months: months.into_iter().map(|(first, tally)| (first, tally.figures())).collect(),
        formats: formats.into_iter().map(|(format, tally)| (format, tally.figures())).collect(),
        open: in_state(SessionState::Delivered).count(),
        wellbeing,
    })
}

/// The sessions of the days and the place that were scheduled and not cancelled, as far as the asker runs them.
fn asked(ctx: &Ctx, facts: &Facts, ask: &AskFigures) -> Condition {
    let from = from_london(ask.from.and_time(NaiveTime::MIN));
    let until = from_london(days_after(ask.to, 1).and_time(NaiveTime::MIN));
    let place = ask.place.as_ref().map(|code| held_within(facts, code, ctx.today));
    Condition::all()
        .add(session::Column::ScheduledAt.is_not_null())
        .add(session::Column::CancelledAt.is_null())
        .add(session::Column::StartsAt.gte(from))
        .add(session::Column::StartsAt.lt(until))
        .add_option(place)
        .add_option(run_by(ctx, facts))
}

fn first_of_month(row: &session::Model) -> NaiveDate {
    let day = slot_of(row).starts.date();
    day.with_day(1).unwrap_or(day)
}
