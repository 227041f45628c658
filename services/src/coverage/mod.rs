//! Coverage figures for whoever may see them, over facts that are as new as the database.

mod ask; // a question in codes, as an address or a command line puts it
mod change; // why a figure changed
mod columns; // of a page
mod cover; // whether teams are covered, and why
mod forecast; // the forecast page
mod groups; // named groups that an asker sees
mod heatmap; // the coverage page
mod input; // mental health input beside coverage
mod one_figure; // one that is explained
mod output; // the contract's columns
mod people; // why a figure is what it is
mod ranked; // where to look first
mod subject; // what a page is about
mod tables; // lines for files and other programs
mod trend; // over two years
mod units; // where an asker may begin, what lies above and below

pub use ask::{Ask, unit_with_code};
pub use change::{ChangeAsk, change};
pub(crate) use columns::domains;
pub use cover::{Shown, cover, why_covered};
pub use forecast::forecast;
pub(crate) use groups::seen_groups;
pub use heatmap::{PageAsk, heatmap};
pub use input::input;
pub use output::{csv, json};
pub use people::{FigureAsk, people};
pub use ranked::ranked;
pub use tables::{change_lines, cover_lines, forecast_lines, lines_as_csv, lines_as_json};
pub use trend::trend;
pub(crate) use units::{heading, kind_of};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::reach::visible_teams;
use chrono::NaiveDate;
use domain::coverage::{Facts, Query, Row, coverages, is_among};
use domain::frameworks::version_at;
use domain::policy::{Action, Actor, reach};
use domain::refusal::Refusal;
use std::sync::Arc;

/// How many rows a page shows: all the teams of a borough, so that they can be compared at a glance.
const ROWS: usize = 200;

/// The answer to a question about coverage.
#[derive(Clone, Debug)]
pub struct Figures {
    pub facts: Arc<Facts>,
    pub query: Query,
    pub rows: Vec<Row>,
    /// The number of the framework version that holds at the date.
    pub framework_version: Option<i32>,
    /// Names of organisations in the question whose figures the asker may not see; they are in no row.
    pub left_out: Vec<String>,
}

/// Answers `ask` from the teams whose exact figures the asker may see.
///
/// # Errors
/// Refuses whoever sees no exact figures at all, and codes that are not known.
pub async fn read(ctx: &Ctx, ask: &Ask) -> Result<Figures> {
    let [figures] = read_together(ctx, [ask], true).await?;
    Ok(figures)
}

/// Answers several questions in one pass over everybody, which also counts the teams that are covered where that is asked for.
///
/// # Errors
/// As [`read`].
async fn read_together<const N: usize>(
    ctx: &Ctx,
    asks: [&Ask; N],
    capable_teams: bool,
) -> Result<[Figures; N]> {
    let figures = read_each(ctx, &asks, capable_teams).await?;
    figures.try_into().map_err(|_| an_answer_is_missing())
}

/// The same of questions of which nobody knows the number beforehand, in their order.
///
/// # Errors
/// As [`read`].
async fn read_each(ctx: &Ctx, asks: &[&Ask], capable_teams: bool) -> Result<Vec<Figures>> {
    authorise(ctx)?;
    let facts = ctx.facts().await?;
    let visible = visible_teams(ctx, &facts);
    let mut queries = Vec::new();
    for ask in asks {
        let query = ask.query(&facts)?;
        queries.push(Query { visible: visible.clone(), capable_teams, ..query });
    }
    let counted = counting(&facts, move |facts| {
        let rows = coverages(facts, &queries);
        queries.into_iter().zip(rows).collect::<Vec<_>>()
    });
    let counted = counted.await?;
    Ok(counted.into_iter().map(|(query, rows)| figures(&facts, query, rows)).collect())
}

fn an_answer_is_missing() -> Error {
    Error::fault("counting", "an answer is missing")
}

fn figures(facts: &Arc<Facts>, query: Query, rows: Vec<Row>) -> Figures {
    let framework_version = framework_version(facts, query.as_at);
    let left_out = left_out(facts, &query);
    Figures { facts: Arc::clone(facts), query, rows, framework_version, left_out }
}

/// Counts everybody, which takes a while, beside what answers browsers.
pub(crate) async fn counting<T: Send + 'static>(
    facts: &Arc<Facts>,
    count: impl FnOnce(&Facts) -> T + Send + 'static,
) -> Result<T> {
    let facts = Arc::clone(facts);
    let counted = tokio::task::spawn_blocking(move || count(&facts));
    counted.await.map_err(|e| Error::fault("counting", e))
}

/// The number of the framework version that holds at a day.
fn framework_version(facts: &Facts, day: NaiveDate) -> Option<i32> {
    version_at(&facts.versions, day).and_then(|at| facts.versions.get(at)).map(|v| v.number)
}

/// Exact figures are for whoever sees some; which, [`visible_teams`] decides.
fn authorise(ctx: &Ctx) -> Result<()> {
    if ctx.actor == Actor::Nobody {
        return Err(Refusal::SignInFirst.into());
    }
    if reach(&ctx.actor, Action::ReadFigures).is_empty() {
        return Err(Refusal::not_found("this page").into());
    }
    Ok(())
}

/// Organisations with a team in the question that the asker may not see.
pub(crate) fn left_out(facts: &Facts, query: &Query) -> Vec<String> {
    let everything = Query { visible: None, ..query.clone() };
    let hidden = facts.places.teams.iter().enumerate().filter(|&(at, team)| {
        !is_among(query.visible.as_deref(), at)
            && team.open.contains(query.as_at)
            && domain::coverage::is_asked_about(facts, &everything, at)
    });
    let organisations = hidden.filter_map(|(_, t)| facts.places.organisations.get(t.organisation));
    let names: std::collections::BTreeSet<String> = organisations.map(|o| o.name.clone()).collect();
    names.into_iter().collect()
}
