//! The forecast page: what coverage may be in 30, 90 and 180 days, which teams lose their cover, and what falls most.

mod cover; // teams whose cover changes for the worse

use super::ask::Ask;
use super::columns::{chosen, columns, domains, turned};
use super::heatmap::PageAsk;
use super::subject::Subject;
use super::{ROWS, authorise, counting, left_out};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::reach::visible_teams;
use crate::sessions::seats_ahead;
use chrono::NaiveDate;
use cover::{CoveredThen, covered_then, falls_of_cover};
use domain::coverage::cover::teams_ahead;
use domain::coverage::forecast::views::{AheadRow, Fall, ForecastPage, WholeAhead};
use domain::coverage::forecast::{
    Ahead, ForecastRow, Horizon, Seats, falling, forecasts, looks_from,
};
use domain::coverage::views::Heading;
use domain::coverage::{Facts, ItemKind, Query, ScopeKind};
use domain::paging::Paged;

/// How many rows are told of each domain that falls; of one that is chosen.
const FALLS_OF_EACH: usize = 3;
const FALLS_OF_ONE: usize = 20;

/// The forecast for whoever may see exact figures of anything in the unit, from `page.ask.as_at`; its rows are those of `horizon`.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses days to come and domains that are not known; whoever sees no exact figures, and units in which the asker may see nothing, as not found.
pub async fn forecast(ctx: &Ctx, page: PageAsk, horizon: Horizon) -> Result<Option<ForecastPage>> {
    authorise(ctx)?;
    looks_from(page.ask.as_at, ctx.today)?;
    let facts = ctx.facts().await?;
    let Some(subject) = Subject::of(ctx, &facts, &page.ask, page.rows)? else { return Ok(None) };
    let query = query(ctx, &facts, (&subject, page.ask))?;
    let (as_at, until) = (query.as_at, horizon.after(query.as_at));
    let domains = domains(&facts, until);
    let heading = chosen(&domains, page.domain.as_deref())?;
    let left_out = left_out(&facts, &query);
    let questions = questions(&query, &subject, (page.domain.is_some(), horizon));
    let sessions = seats_ahead(ctx, as_at).await?;
    let of_teams = Query { scope: ScopeKind::Team, item: ItemKind::Domain, ..query };
    let counted = counting(&facts, move |facts| {
        let answers = forecasts(facts, &questions, &Seats::of(facts, sessions));
        (answers, teams_ahead(facts, &of_teams, until))
    });
    let (answers, teams) = counted.await?;
    let mut answers = answers.into_iter();
    let horizons: Vec<_> = Horizon::ALL.iter().copied().zip(answers.by_ref()).collect();
    let mut next = || answers.next().unwrap_or_default();
    let (whole, parts) = (next(), next());
    // Where the columns are domains, the rows tell what falls.
    let by_domain = page.domain.as_ref().map(|_| next());
    let by_team = (subject.rows_are != ScopeKind::Team).then(next);
    let domain = page.domain.as_deref();
    let columns = columns(&facts, until, domain);
    let told = heading.clone().map_or_else(|| domains.clone(), |heading| vec![heading]);
    let most = if domain.is_some() { FALLS_OF_ONE } else { FALLS_OF_EACH };
    let falling_rows = by_domain.as_deref().unwrap_or(&parts);
    let falls = told.iter().flat_map(|d| falls(falling_rows, d, most)).collect();
    let by_team = by_team.as_deref().unwrap_or(falling_rows);
    let unit = &subject.heading.code;
    let noted = format!("forecast of cover in={unit} as_at={as_at} days={}", horizon.code());
    let cover = falls_of_cover(ctx, &facts, (&teams, by_team), (&told, &noted)).await?;
    let covered = covered_then(&facts, &teams, &told);
    let rows = match subject.has_parts() {
        true => ahead_rows(&parts, (subject.rows_are, &covered), &columns),
        false => Vec::new(),
    };
    Ok(Some(ForecastPage {
        as_at,
        is_past: as_at < ctx.today,
        horizon,
        until,
        around: subject.around(&facts, (as_at, heading), left_out),
        rows_are: subject.rows_are,
        whole: as_a_whole(&horizons, domain, as_at),
        cover,
        falls,
        whole_row: ahead_rows(&whole, (subject.kind, &covered), &columns).pop(),
        rows: Paged::with_size(ROWS, rows, page.page),
        rows_could_be: subject.rows_could_be,
        columns,
        domains,
    }))
}

/// The question of the unit as a whole.
fn query(ctx: &Ctx, facts: &Facts, (subject, ask): (&Subject, Ask)) -> Result<Query> {
    let within = Some(subject.heading.code.clone());
    let ask = Ask { scope: subject.kind, item: ItemKind::All, within, ..ask.of_everything() };
    Ok(Query { visible: visible_teams(ctx, facts), ..ask.query(facts)? })
}

/// The whole at every horizon; the whole and its parts by column at the chosen one; the parts by domain where the columns are
/// competencies; and the teams by domain where the parts are no teams.
fn questions(
    query: &Query,
    subject: &Subject,
    (of_one_domain, horizon): (bool, Horizon),
) -> Vec<Ahead> {
    let ahead = |scope: ScopeKind, item: ItemKind, horizon: Horizon| Ahead {
        query: Query { scope, item, ..query.clone() },
        horizon,
    };
    let (sum, column) = match of_one_domain {
        true => (ItemKind::Domain, ItemKind::Competency),
        false => (ItemKind::All, ItemKind::Domain),
    };
    let mut questions: Vec<Ahead> =
        Horizon::ALL.iter().map(|each| ahead(subject.kind, sum, *each)).collect();
    questions.push(ahead(subject.kind, column, horizon));
    questions.push(ahead(subject.rows_are, column, horizon));
    if of_one_domain {
        questions.push(ahead(subject.rows_are, ItemKind::Domain, horizon));
    }
    if subject.rows_are != ScopeKind::Team {
        questions.push(ahead(ScopeKind::Team, ItemKind::Domain, horizon));
    }
    questions
}

/// Everything asked, or everything of one domain, at each horizon.
fn as_a_whole(
    horizons: &[(Horizon, Vec<ForecastRow>)],
    domain: Option<&str>,
    as_at: NaiveDate,
) -> Vec<WholeAhead> {
    let whole = |(horizon, rows): &(Horizon, Vec<ForecastRow>)| {
        let row = rows.iter().find(|row| domain.is_none_or(|code| code == row.item_code))?;
        let (horizon, until) = (*horizon, horizon.after(as_at));
        Some(WholeAhead { horizon, until, forecast: row.forecast })
    };
    horizons.iter().filter_map(whole).collect()
}

/// The rows that fall most in one domain.
fn falls(rows: &[ForecastRow], domain: &Heading, most: usize) -> Vec<Fall> {
    let fall = |row: &ForecastRow| Fall {
        domain: domain.clone(),
        unit: Heading { code: row.scope_code.clone(), title: row.scope_name.clone() },
        forecast: row.forecast,
    };
    falling(rows, &domain.code).into_iter().take(most).map(fall).collect()
}

/// Rows of forecasts, turned so that the items are columns; by name.
fn ahead_rows(
    rows: &[ForecastRow],
    (kind, covered): (ScopeKind, &CoveredThen<'_>),
    columns: &[Heading],
) -> Vec<AheadRow> {
    let cells = rows
        .iter()
        .map(|row| ((&*row.scope_name, &*row.scope_code), &*row.item_code, row.forecast));
    let row = |((name, code), cells): ((&str, &str), _)| {
        let covered = covered.get(code).filter(|_| kind == ScopeKind::Team).copied();
        let (code, name) = (code.to_owned(), name.to_owned());
        AheadRow { kind, code, name, covered, cells }
    };
    turned(cells, columns).into_iter().map(row).collect()
}
