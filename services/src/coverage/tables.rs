//! Cover, forecasts and explained changes as lines of a table, by codes: exact figures for files and other programs.

use super::ask::Ask;
use super::change::{ChangeAsk, explained};
use super::{authorise, counting};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::reach::visible_teams;
use crate::sessions::seats_ahead;
use chrono::NaiveDate;
use domain::coverage::cover::{TeamCover, Verdict, teams_covered};
use domain::coverage::explain::Difference;
use domain::coverage::forecast::{Ahead, ForecastRow, Horizon, Seats, forecasts, looks_from};
use domain::coverage::{Facts, ItemKind, Query, ScopeKind};
use serde::Serialize;
use std::io::Write;

/// What is said of one team in one domain.
#[derive(Clone, Debug, Serialize)]
pub struct CoverLine {
    pub as_at: NaiveDate,
    pub team_code: String,
    pub domain_code: String,
    /// A code of [`Covered`](domain::coverage::cover::Covered).
    pub cover: &'static str,
    pub one_person: bool,
}

/// Pairs of person and requirement of one row, today and some days ahead.
#[derive(Clone, Debug, Serialize)]
pub struct ForecastLine {
    pub as_at: NaiveDate,
    pub until: NaiveDate,
    pub scope_code: String,
    pub group: String,
    pub item_code: String,
    pub requirements: u32,
    pub requirements_met: u32,
    pub low_requirements: u32,
    pub low_met: u32,
    pub high_requirements: u32,
    pub high_met: u32,
}

/// A part of a change; the lines of one figure sum to how much it changed.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeLine {
    pub since: NaiveDate,
    pub until: NaiveDate,
    pub scope_code: String,
    pub item_code: String,
    /// A code of [`Part`](domain::coverage::explain::Part).
    pub part: &'static str,
    pub people: usize,
    pub requirements: i32,
    pub requirements_met: i32,
    pub required: i32,
    pub met_confirmed: i32,
    pub met_recognised: i32,
    pub met_self: i32,
    pub assessed: i32,
    pub critical_required: i32,
    pub critical_met: i32,
}

/// The cover of every team that the question chooses, domain by domain, by code; domains of which a team requires nothing have no line.
///
/// # Errors
/// Refuses whoever sees no exact figures at all, and codes that are not known.
pub async fn cover_lines(ctx: &Ctx, ask: &Ask) -> Result<Vec<CoverLine>> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let query = query(ctx, &facts, ask, (ScopeKind::Team, ItemKind::Domain))?;
    counting(&facts, move |facts| {
        let teams = teams_covered(facts, &query);
        let lines = teams.into_iter().flat_map(|cover| of_team(facts, query.as_at, cover));
        let mut lines: Vec<CoverLine> = lines.collect();
        lines.sort_by(|a, b| (&a.team_code, &a.domain_code).cmp(&(&b.team_code, &b.domain_code)));
        lines
    })
    .await
}

fn of_team(facts: &Facts, as_at: NaiveDate, cover: TeamCover) -> Vec<CoverLine> {
    let team = facts.places.teams.get(cover.team).map(|team| team.code.clone());
    let columns = facts.domains_at(as_at).into_iter().zip(cover.domains);
    let line = |(domain, verdict): (usize, Option<Verdict>)| {
        let (verdict, domain) = (verdict?, facts.domains.get(domain)?);
        Some(CoverLine {
            as_at,
            team_code: team.clone()?,
            domain_code: domain.code.clone(),
            cover: verdict.covered.code(),
            one_person: verdict.one_person,
        })
    };
    columns.filter_map(line).collect()
}

/// What coverage may be so many days after the question's day, row by row.
///
/// # Errors
/// As [`cover_lines`]; refuses days to come.
pub async fn forecast_lines(ctx: &Ctx, ask: &Ask, horizon: Horizon) -> Result<Vec<ForecastLine>> {
    authorise(ctx)?;
    looks_from(ask.as_at, ctx.today)?;
    let facts = ctx.facts().await?;
    let query = query(ctx, &facts, ask, (ask.scope, ask.item))?;
    let ahead = Ahead { query, horizon };
    let (as_at, until) = (ask.as_at, ahead.until());
    let sessions = seats_ahead(ctx, as_at).await?;
    let rows = counting(&facts, move |facts| {
        let seats = Seats::of(facts, sessions);
        forecasts(facts, &[ahead], &seats).pop().unwrap_or_default()
    });
    let line = |row: ForecastRow| {
        let [now, low, high] = [row.forecast.today, row.forecast.low, row.forecast.high];
        ForecastLine {
            as_at,
            until,
            scope_code: row.scope_code,
            group: row.group,
            item_code: row.item_code,
            requirements: now.requirements,
            requirements_met: now.met,
            low_requirements: low.requirements,
            low_met: low.met,
            high_requirements: high.requirements,
            high_met: high.met,
        }
    };
    Ok(rows.await?.into_iter().map(line).collect())
}

/// The parts of why a figure changed, all of them and in their order.
///
/// # Errors
/// As [`change`](super::change()).
pub async fn change_lines(ctx: &Ctx, asked: ChangeAsk) -> Result<Vec<ChangeLine>> {
    let (one, change) = explained(ctx, asked).await?;
    let (scope_code, item_code) = (one.named.code.clone(), one.item_code().to_owned());
    let parts = change.parts.into_iter().map(|part| {
        let d: Difference = part.difference;
        ChangeLine {
            since: change.since,
            until: change.until,
            scope_code: scope_code.clone(),
            item_code: item_code.clone(),
            part: part.part.code(),
            people: part.people,
            requirements: d.requirements,
            requirements_met: d.requirements_met,
            required: d.required,
            met_confirmed: d.fully_met,
            met_recognised: d.recognised,
            met_self: d.self_assessed,
            assessed: d.assessed,
            critical_required: d.critical_required,
            critical_met: d.critical_met,
        }
    });
    Ok(parts.collect())
}

fn query(
    ctx: &Ctx,
    facts: &Facts,
    ask: &Ask,
    (scope, item): (ScopeKind, ItemKind),
) -> Result<Query> {
    let ask = Ask { scope, item, ..ask.clone() };
    Ok(Query { visible: visible_teams(ctx, facts), ..ask.query(facts)? })
}

/// Writes lines as CSV: UTF-8 without BOM, LF, quotes only where needed.
///
/// # Errors
/// Fails when `out` does.
pub fn lines_as_csv<T: Serialize>(lines: &[T], out: impl Write) -> Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    for line in lines {
        writer.serialize(line).map_err(|e| Error::fault("writing the figures", e))?;
    }
    writer.flush().map_err(|e| Error::fault("writing the figures", e))
}

/// Writes lines as JSON objects of the same names.
///
/// # Errors
/// Fails when `out` does.
pub fn lines_as_json<T: Serialize>(lines: &[T], mut out: impl Write) -> Result<()> {
    let fault = |e: std::io::Error| Error::fault("writing the figures", e);
    serde_json::to_writer_pretty(&mut out, lines).map_err(|e| fault(e.into()))?;
    out.write_all(b"\n").map_err(fault)
}
