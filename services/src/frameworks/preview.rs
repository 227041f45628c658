//! What publishing a draft from a day on would do to coverage: the same figures, over facts in which it is published.

use super::draft::{Draft, last, may_read, title, versions};
use super::preview_sight::Sight;
use crate::coverage::counting;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use crate::facts::published;
use chrono::NaiveDate;
use domain::coverage::{Counts, Facts, ItemKind, Query, Row, ScopeKind, coverages};
use domain::frameworks::drafting::PublishFrom;
use domain::frameworks::previewing::{ByCompetency, Counted, Led, causes};
use domain::frameworks::views::{Met, Preview, PreviewCauses, PreviewCell, PreviewRow};
use domain::policy::{Action, Resource, may};
use entities::{crosswalk, requirement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Figures before and after.
struct BothWays {
    domains: [Vec<Row>; 2],
    competencies: [Vec<Row>; 2],
}

/// The preview as at the first day `from` of the draft, by rows of a kind; the causes are told of the row with the code
/// `open`, else of the first that changes.
///
/// # Errors
/// Refuses days from which it could not be published, and whoever may neither draft nor publish.
pub async fn preview(
    ctx: &Ctx,
    number: i32,
    from: &str,
    rows_are: ScopeKind,
    open: &str,
) -> Result<Preview> {
    may_read(ctx)?;
    let known = versions(ctx.db().read()).await?;
    let draft = Draft::read_among(ctx.db().read(), &known, number).await?;
    let latest = last(&known).and_then(|row| row.published_from);
    let PublishFrom(from) = PublishFrom::parse(from, ctx.today, latest)?;
    let facts = ctx.facts().await?;
    let sight = Sight::of(ctx, &facts, (from, rows_are));
    let both = count(ctx, &draft, &facts, sight.counted.clone(), (from, rows_are)).await?;
    let rows = rows(&sight, &both.domains);
    let columns = columns(&draft, &facts, &rows);
    let opened = rows.iter().find(|(code, ..)| code == open);
    let changes = |cells: &BTreeMap<String, PreviewCell>| {
        cells.values().any(|cell| cell.before != cell.after)
    };
    let opened = opened.or_else(|| rows.iter().find(|(.., cells)| changes(cells)));
    Ok(Preview {
        version: title(&draft.version),
        from,
        rows_are,
        opened: opened.map(|(code, name, _)| PreviewCauses {
            code: code.clone(),
            name: name.clone(),
            causes: causes(
                &led(&draft),
                &of(&both.competencies[0], code),
                &of(&both.competencies[1], code),
                sight.is_exact(code),
            ),
        }),
        rows: rows
            .iter()
            .map(|(code, name, cells)| PreviewRow {
                code: code.clone(),
                name: name.clone(),
                cells: columns
                    .iter()
                    .map(|(column, _)| cells.get(column).copied().unwrap_or_default())
                    .collect(),
            })
            .collect(),
        columns,
        rounded: sight.is_any_rounded(),
        left_out: sight.left_out,
        open_questions: draft.open_questions(),
        may_publish: may(&ctx.actor, Action::PublishFramework, Resource::Installation),
    })
}

async fn count(
    ctx: &Ctx,
    draft: &Draft,
    facts: &Arc<Facts>,
    visible: Option<Vec<bool>>,
    (from, scope): (NaiveDate, ScopeKind),
) -> Result<BothWays> {
    let own = draft.competencies.iter().map(|row| row.id);
    let asks = requirement::Entity::find()
        .filter(requirement::Column::CompetencyId.is_in(own))
        .all(ctx.db().read())
        .await?;
    let draft = draft.clone();
    let counted = counting(facts, move |facts| {
        let query = |item| Query { visible: visible.clone(), ..Query::new(from, scope, item) };
        let queries = [query(ItemKind::Domain), query(ItemKind::Competency)];
        let before = coverages(facts, &queries);
        let mut after = facts.clone();
        let Draft { version, domains, competencies, answers, .. } = draft;
        published(&mut after, (&version, from), (&domains, &competencies), &answers, &asks);
        let after = coverages(&after, &queries);
        (before, after)
    });
    let (before, after) = counted.await?;
    let [domains_before, competencies_before] = two(before)?;
    let [domains_after, competencies_after] = two(after)?;
    Ok(BothWays {
        domains: [domains_before, domains_after],
        competencies: [competencies_before, competencies_after],
    })
}

fn two(rows: Vec<Vec<Row>>) -> Result<[Vec<Row>; 2]> {
    rows.try_into().map_err(|_| Error::fault("counting", "an answer is missing"))
}

type Line = (String, String, BTreeMap<String, PreviewCell>);

/// The rows of either side by code, each with its cells by domain code.
fn rows(sight: &Sight, [before, after]: &[Vec<Row>; 2]) -> Vec<Line> {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    let sides = before.iter().map(|row| (row, true)).chain(after.iter().map(|row| (row, false)));
    for (row, is_before) in sides {
        let line = lines.entry(row.scope_code.clone());
        let (.., cells) = line
            .or_insert_with(|| (row.scope_code.clone(), row.scope_name.clone(), BTreeMap::new()));
        let cell = cells.entry(row.item_code.clone()).or_default();
        let side = if is_before { &mut cell.before } else { &mut cell.after };
        *side = Some(counted(row).figure(sight.is_exact(&row.scope_code)));
    }
    lines.into_values().collect()
}

fn counted(row: &Row) -> Counted {
    let Counts { requirements, requirements_met, required, .. } = row.counts;
    Counted { met: Met { met: requirements_met, of: requirements }, people: required }
}

/// The figures of one row by competency.
fn of(rows: &[Row], code: &str) -> ByCompetency {
    let own = rows.iter().filter(|row| row.scope_code == code);
    own.map(|row| (row.item_code.clone(), counted(row))).collect()
}

/// The domains with a figure on either side: those of the draft in its order, then those that it leaves out.
fn columns(draft: &Draft, facts: &Facts, rows: &[Line]) -> Vec<(String, String)> {
    let shown: BTreeSet<&String> = rows.iter().flat_map(|(.., cells)| cells.keys()).collect();
    let own = draft.domains.iter().map(|row| (row.code.clone(), row.title.clone()));
    let known = facts.domains.iter().map(|domain| (domain.code.clone(), domain.title.clone()));
    let mut columns: Vec<(String, String)> = Vec::new();
    for (code, title) in own.chain(known) {
        if shown.contains(&code) && columns.iter().all(|(there, _)| *there != code) {
            columns.push((code, title));
        }
    }
    columns
}

fn led(draft: &Draft) -> Vec<Led> {
    let led = |row: &crosswalk::Model| {
        Some(Led {
            old: draft.code_of(row.old_competency_id)?.to_owned(),
            relation: row.relation,
            asked_again: row.asked_again,
            new: row.new_competency_id.and_then(|id| draft.code_of(id)).map(str::to_owned),
        })
    };
    draft.answers.iter().filter_map(led).collect()
}
