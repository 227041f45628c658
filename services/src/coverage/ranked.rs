//! Ranked figures: where a unit is thinnest, what falls fastest, and what runs out most.

use super::ask::Ask;
use super::columns::{chosen, columns, domains};
use super::heatmap::PageAsk;
use super::subject::Subject;
use super::units::heading;
use super::{Figures, ROWS, authorise, read_together};
use crate::ctx::Ctx;
use crate::error::Result;
use chrono::NaiveDate;
use domain::coverage::change::can_be_compared_with;
use domain::coverage::ranking::{
    Entry, FIRST_ENTRIES, RankedList, RankedPage, Ranking, quarter_before, ranked as in_order,
};
use domain::coverage::views::{Figure, Heading};
use domain::coverage::{Counts, ItemKind, Row, ScopeKind, Unit, pairs_of};
use domain::frameworks::version_at;
use domain::paging::Paged;
use std::collections::{BTreeMap, HashMap};

/// The lists for whoever may see exact figures of anything in the unit: all with their first entries, or `list` whole. Figures are
/// compared with those of `page.compared_with`, else of a quarter before.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses domains that are not known, and a comparison with a day to come; whoever sees no exact figures, and units in which the
/// asker may see nothing, as not found.
pub async fn ranked(ctx: &Ctx, page: PageAsk, list: Option<Ranking>) -> Result<Option<RankedPage>> {
    authorise(ctx)?;
    let other = other_day(page.compared_with, page.ask.as_at, ctx.today);
    can_be_compared_with(other, ctx.today)?;
    let facts = ctx.facts().await?;
    // Where to look first is a team: of wider rows, the widest would fill every list.
    let rows = page.rows.or(Some(ScopeKind::Team));
    let Some(subject) = Subject::of(ctx, &facts, &page.ask, rows)? else { return Ok(None) };
    let domains = domains(&facts, page.ask.as_at);
    let of_domain = chosen(&domains, page.domain.as_deref())?;
    let within = Some(subject.heading.code.clone());
    let (scope, item) = (subject.rows_are, ItemKind::Competency);
    let ask = Ask { scope, item, within, group: None, ..page.ask };
    let asked_then = Ask { as_at: other, ..ask.clone() };
    // Nothing here tells of teams that are covered.
    let [now, then] = read_together(ctx, [&ask, &asked_then], false).await?;
    let (as_at, domain) = (ask.as_at, page.domain.as_deref());
    let columns = columns(&facts, as_at, domain);
    let sums = [&now, &then].map(|figures| sums(figures, &columns, domain.is_none()));
    let entries = entries(&now, scope, &columns, &sums);
    let lists = Ranking::ALL.iter().filter(|ranking| list.is_none_or(|list| list == **ranking));
    let size = if list.is_some() { ROWS } else { FIRST_ENTRIES };
    let lists = lists.map(|ranking| {
        let entries = Paged::with_size(size, in_order(*ranking, &entries), page.page);
        RankedList { ranking: *ranking, entries: entries.map(Entry::clone) }
    });
    Ok(Some(RankedPage {
        as_at,
        compared_with: other,
        framework_version: now.framework_version,
        around: subject.around(&facts, (as_at, of_domain), now.left_out),
        rows_are: subject.rows_are,
        lists: lists.collect(),
        rows_could_be: subject.rows_could_be,
        domains,
    }))
}

/// The day that is chosen to compare with, else a quarter before; of figures of a day to come, no later than today.
pub(super) fn other_day(
    chosen: Option<NaiveDate>,
    as_at: NaiveDate,
    today: NaiveDate,
) -> NaiveDate {
    chosen.unwrap_or_else(|| quarter_before(as_at).min(today))
}

/// For each unit and the position of a column, what is asked and met, in pairs of person and competency.
type Sums = BTreeMap<(Unit, usize), Counts>;

/// Figures by competency, put together in the columns: domains, or the competencies of one. Of a domain, people are not enough:
/// what runs out counts whether or not they meet the rest of it.
fn sums(figures: &Figures, columns: &[Heading], are_domains: bool) -> Sums {
    let facts = &figures.facts;
    let version = version_at(&facts.versions, figures.query.as_at);
    let of_version = facts.competencies.iter().filter(|c| Some(c.version) == version);
    let column_of: HashMap<&str, usize> = of_version
        .filter_map(|competency| {
            let domain = facts.domains.get(competency.domain)?;
            let code = if are_domains { &domain.code } else { &competency.code };
            let column = columns.iter().position(|column| column.code == *code)?;
            Some((&*competency.code, column))
        })
        .collect();
    let mut rows: BTreeMap<(Unit, usize), Vec<&Row>> = BTreeMap::new();
    for row in &figures.rows {
        if let Some(column) = column_of.get(&*row.item_code) {
            rows.entry((row.unit, *column)).or_default().push(row);
        }
    }
    rows.into_iter().filter_map(|(place, rows)| Some((place, pairs_of(rows)?))).collect()
}

/// What is asked on the day, each beside what it was on the other.
fn entries(
    figures: &Figures,
    kind: ScopeKind,
    columns: &[Heading],
    [now, then]: &[Sums; 2],
) -> Vec<Entry> {
    let entry = |(place, counts): (&(Unit, usize), &Counts)| {
        let (unit, column) = place;
        Some(Entry {
            kind,
            unit: heading(&figures.facts, *unit)?,
            item: columns.get(*column)?.clone(),
            figure: Figure::from(*counts),
            then: then.get(place).map(|counts| Figure::from(*counts)),
        })
    };
    now.iter().filter_map(entry).collect()
}
