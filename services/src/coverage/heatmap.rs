//! The coverage page: one area, organisation or team as a whole, and what it is made of.

use super::ask::Ask;
use super::columns::{chosen, columns, domains, turned};
use super::subject::Subject;
use super::{Figures, ROWS, an_answer_is_missing, authorise, read_each};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::local_measures;
use chrono::NaiveDate;
use domain::coverage::address::CoverageAddress;
use domain::coverage::change::can_be_compared_with;
use domain::coverage::views::{Figure, Heading, HeatRow, Heatmap};
use domain::coverage::{Facts, GroupBy, ItemKind, Row, ScopeKind, pairs_of, teams_beside};
use domain::paging::Paged;
use std::collections::{BTreeMap, BTreeSet};

/// What a page asks for: the unit to look at, the rows to break it into, and the columns.
#[derive(Clone, Debug)]
pub struct PageAsk {
    /// Filters, date, group and `within`, the code of the unit; `scope` and `item` are set from what follows.
    pub ask: Ask,
    /// The day whose figures stand beside these; nothing is compared when `None`.
    pub compared_with: Option<NaiveDate>,
    /// What the rows stand for; the next narrower when `None`.
    pub rows: Option<ScopeKind>,
    /// The domain whose competencies are the columns; domains when `None`.
    pub domain: Option<String>,
    /// Which page of the rows, counted from 1.
    pub page: usize,
}

impl PageAsk {
    /// What a page's address asks, on that day or else today, from the first row where it names no page.
    pub fn of(address: CoverageAddress, today: NaiveDate) -> Self {
        let (rows, domain) = (address.rows, address.domain.clone());
        let (compared_with, page) = (address.compared_with, address.page.unwrap_or(1));
        Self { ask: Ask::of(address, today), compared_with, rows, domain, page }
    }
}

/// The heatmap for whoever may see exact figures of anything in the unit.
///
/// `None` where the installation has no area, organisation or team yet with which to begin.
///
/// # Errors
/// Refuses domains that are not known, and a comparison with a day to come; whoever sees no exact figures, and units in which the
/// asker may see nothing, as not found.
pub async fn heatmap(ctx: &Ctx, page: PageAsk) -> Result<Option<Heatmap>> {
    authorise(ctx)?;
    let other = page.compared_with;
    other.map_or(Ok(()), |day| can_be_compared_with(day, ctx.today))?;
    let facts = ctx.facts().await?;
    let Some(subject) = Subject::of(ctx, &facts, &page.ask, page.rows)? else { return Ok(None) };
    let heading = chosen(&domains(&facts, page.ask.as_at), page.domain.as_deref())?;
    let (now, then) = read_both(ctx, &questions(&page, &subject), other).await?;
    let as_at = now.whole.query.as_at;
    let domain = page.domain.as_deref();
    let columns = columns(&facts, as_at, domain);
    let total_then = then.as_ref().and_then(|then| total_at(&facts, &then.all, domain));
    let parts = (now.of_parts(), then.as_ref().map(Answers::of_parts));
    let rows = match subject.has_parts() {
        true => heat_rows(parts, subject.rows_are, &columns),
        false => Vec::new(),
    };
    let whole = (now.of_whole(), then.as_ref().map(Answers::of_whole));
    let whole = heat_rows(whole, subject.kind, &columns);
    let local_measures =
        local_measures::beside(ctx.db().read(), &facts, subject.unit, as_at).await?;
    Ok(Some(Heatmap {
        as_at,
        is_future: as_at > ctx.today,
        is_known: facts.is_anything_known(as_at),
        beside: teams_beside(&facts, (&now.whole.query, &now.parts.query)),
        compared_with: other,
        framework_version: now.whole.framework_version,
        rows_are: subject.rows_are,
        has_all: now.parts_all.is_some(),
        total: total_at(&facts, &now.all, domain),
        total_then,
        whole,
        around: subject.around(&facts, (as_at, heading), now.whole.left_out),
        rows_could_be: subject.rows_could_be,
        rows: Paged::with_size(ROWS, rows, page.page),
        columns,
        local_measures,
    }))
}

/// What the page asks of one day: its unit as a whole, the parts, and everything asked in the columns together; where the columns are
/// domains and no row is split, everything asked of each part too.
fn questions(page: &PageAsk, subject: &Subject) -> Vec<Ask> {
    let by_competency = page.domain.is_some();
    let item = if by_competency { ItemKind::Competency } else { ItemKind::Domain };
    let within = Some(subject.heading.code.clone());
    let base = Ask { item, within, ..page.ask.clone() };
    let whole = Ask { scope: subject.kind, ..base.clone() };
    let parts = Ask { scope: subject.rows_are, ..base.clone() };
    let parts_all = Ask { item: ItemKind::All, ..parts.clone() };
    let has_all = !by_competency && base.group.is_none();
    let item = if by_competency { ItemKind::Competency } else { ItemKind::All };
    let all = Ask { scope: subject.kind, item, group: None, ..base };
    [whole, parts, all].into_iter().chain(has_all.then_some(parts_all)).collect()
}

/// The answers of one day.
struct Answers {
    whole: Figures,
    parts: Figures,
    all: Figures,
    /// Everything asked of each part, where each row tells it.
    parts_all: Option<Figures>,
}

/// Figures of rows item by item and, where the rows tell it, of everything asked.
#[derive(Clone, Copy)]
struct Told<'f> {
    items: &'f Figures,
    all: Option<&'f Figures>,
}

impl Answers {
    /// The next answers to so many questions.
    fn next(read: &mut impl Iterator<Item = Figures>, asked: usize) -> Result<Self> {
        let mut next = || read.next().ok_or_else(an_answer_is_missing);
        let (whole, parts, all) = (next()?, next()?, next()?);
        let parts_all = if asked > 3 { Some(next()?) } else { None };
        Ok(Self { whole, parts, all, parts_all })
    }

    fn of_whole(&self) -> Told<'_> {
        Told { items: &self.whole, all: self.parts_all.as_ref().map(|_| &self.all) }
    }

    const fn of_parts(&self) -> Told<'_> {
        Told { items: &self.parts, all: self.parts_all.as_ref() }
    }
}

/// The answers of the day that is asked for and, where there is another to compare with, of that one: in one pass over everybody.
async fn read_both(
    ctx: &Ctx,
    asked: &[Ask],
    other: Option<NaiveDate>,
) -> Result<(Answers, Option<Answers>)> {
    let on = |day| asked.iter().map(move |ask| Ask { as_at: day, ..ask.clone() });
    let then: Vec<Ask> = other.into_iter().flat_map(on).collect();
    let both: Vec<&Ask> = asked.iter().chain(&then).collect();
    let mut read = read_each(ctx, &both, true).await?.into_iter();
    let now = Answers::next(&mut read, asked.len())?;
    let then = other.map(|_| Answers::next(&mut read, asked.len())).transpose()?;
    Ok((now, then))
}

/// Everything asked on the day of these figures: in one domain by its code, or in all.
fn total_at(facts: &Facts, all: &Figures, domain: Option<&str>) -> Option<Figure> {
    total(all, &columns(facts, all.query.as_at, domain))
}

/// Everything asked in the columns together.
fn total(all: &Figures, columns: &[Heading]) -> Option<Figure> {
    let is_shown = |row: &&Row| {
        all.query.item == ItemKind::All || columns.iter().any(|column| column.code == row.item_code)
    };
    let figure = pairs_of(all.rows.iter().filter(is_shown)).map(Figure::from)?;
    // Teams that are covered in several items are not the sum of those that are in each.
    let capable = match all.query.item {
        ItemKind::All => all.rows.iter().find_map(|row| row.capable),
        ItemKind::Domain | ItemKind::Competency => None,
    };
    Some(figure.with_teams(capable))
}

/// A group as people call it: a role by its title.
fn group_name(figures: &Figures, group: &str) -> String {
    let role = figures.facts.roles.iter().find(|role| role.code == group);
    let role = role.filter(|_| figures.query.group == Some(GroupBy::Role));
    role.map_or_else(|| group.to_owned(), |role| role.title.clone())
}

/// What a row is of: its name and code, which it is sorted by, and its group.
type Key<'a> = (&'a str, &'a str, &'a str);

/// Rows of figures beside those they are compared with, turned so that the items are columns; by name. What was there on one of
/// the days has a row.
fn heat_rows(
    (now, then): (Told<'_>, Option<Told<'_>>),
    kind: ScopeKind,
    columns: &[Heading],
) -> Vec<HeatRow> {
    let mut cells = cells_of(now.items, columns);
    let mut cells_then = then.map(|then| cells_of(then.items, columns)).unwrap_or_default();
    let (all, all_then) = (alls_of(now.all), alls_of(then.and_then(|then| then.all)));
    let keys: BTreeSet<Key<'_>> = cells.keys().chain(cells_then.keys()).copied().collect();
    let nothing = || vec![None; columns.len()];
    let rows = keys.into_iter().map(|key| HeatRow {
        kind,
        code: key.1.to_owned(),
        name: key.0.to_owned(),
        group: now.items.query.group.map(|_| group_name(now.items, key.2)),
        cells: cells.remove(&key).unwrap_or_else(nothing),
        then: then.map(|_| cells_then.remove(&key).unwrap_or_else(nothing)).unwrap_or_default(),
        all: all.get(&key).copied(),
        all_then: all_then.get(&key).copied(),
    });
    rows.collect()
}

/// Everything asked, by row.
fn alls_of(figures: Option<&Figures>) -> BTreeMap<Key<'_>, Figure> {
    let rows = figures.into_iter().flat_map(|figures| &figures.rows);
    rows.map(|row| (key_of(row), Figure::from(row))).collect()
}

fn key_of(row: &Row) -> Key<'_> {
    (&*row.scope_name, &*row.scope_code, &*row.group)
}

fn cells_of<'f>(
    figures: &'f Figures,
    columns: &[Heading],
) -> BTreeMap<Key<'f>, Vec<Option<Figure>>> {
    let cells = figures.rows.iter().map(|row| (key_of(row), &*row.item_code, Figure::from(row)));
    turned(cells, columns).into_iter().collect()
}
