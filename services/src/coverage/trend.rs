//! The trend of one unit and one item: two years, month by month, in one pass over everybody.

use super::ask::Ask;
use super::columns::{columns, domains};
use super::one_figure::{domain_of, item_with_code};
use super::subject::Subject;
use super::{Figures, authorise, read_together};
use crate::ctx::Ctx;
use crate::error::Result;
use domain::coverage::cover::Item;
use domain::coverage::trend::{TrendPage, TrendPoint, days_until, ends_on};
use domain::coverage::views::{Figure, Heading};
use domain::coverage::{Facts, ItemKind, Row, pairs_of};
use domain::refusal::Refusal;
use std::collections::HashSet;

/// The trend for whoever may see exact figures of anything in the unit that `ask.within` names, up to `ask.as_at`: of the domain or
/// competency with this code, else of everything asked. Rows are not split by groups.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses days to come, whoever sees no exact figures, and units in which the asker may see nothing and items that no framework
/// has, as not found.
pub async fn trend(ctx: &Ctx, ask: Ask, item: Option<&str>) -> Result<Option<TrendPage>> {
    authorise(ctx)?;
    ends_on(ask.as_at, ctx.today)?;
    let facts = ctx.facts().await?;
    let Some(subject) = Subject::of(ctx, &facts, &ask, None)? else { return Ok(None) };
    let known = |code| item_with_code(&facts, code, ask.as_at);
    let unknown = || Refusal::not_found("these figures");
    let item = item.map(|code| known(code).ok_or_else(unknown)).transpose()?;
    let of_day = |day| Ask {
        as_at: day,
        scope: subject.kind,
        item: ItemKind::Competency,
        within: Some(subject.heading.code.clone()),
        group: None,
        ..ask.clone()
    };
    let asks = days_until(ask.as_at).map(of_day);
    // Nothing here tells of teams that are covered.
    let answers = read_together(ctx, asks.each_ref(), false).await?;
    let left_out = answers.last().map(|now| now.left_out.clone()).unwrap_or_default();
    let point = |figures: &Figures| TrendPoint {
        day: figures.query.as_at,
        figure: of_item(figures, item.as_ref()),
    };
    let points = answers.iter().map(point).collect();
    let (domains, competencies) = choices(&facts, &ask);
    Ok(Some(TrendPage {
        as_at: ask.as_at,
        around: subject.around(&facts, (ask.as_at, None), left_out),
        domain: item.as_ref().and_then(|(item, _)| domain_of(&facts, item, ask.as_at)),
        item: item.map(|(_, heading)| heading),
        domains,
        competencies,
        points,
    }))
}

/// What is asked and met of an item on a day, in pairs; a domain is what it held on that day.
fn of_item(figures: &Figures, item: Option<&(Item, Heading)>) -> Option<Figure> {
    let codes: Option<HashSet<String>> = item.map(|(item, _)| match item {
        Item::Domain(code) => {
            let competencies = columns(&figures.facts, figures.query.as_at, Some(code));
            competencies.into_iter().map(|competency| competency.code).collect()
        }
        Item::Competency(code) => HashSet::from([code.clone()]),
    });
    let is_of_item = |row: &&Row| codes.as_ref().is_none_or(|codes| codes.contains(&row.item_code));
    pairs_of(figures.rows.iter().filter(is_of_item)).map(Figure::from)
}

/// The domains and the competencies of the framework version on the last day.
fn choices(facts: &Facts, ask: &Ask) -> (Vec<Heading>, Vec<Heading>) {
    let domains = domains(facts, ask.as_at);
    let of_domain = |domain: &Heading| columns(facts, ask.as_at, Some(&domain.code));
    let competencies = domains.iter().flat_map(of_domain).collect();
    (domains, competencies)
}
