//! Coverage and cover of each team in the domains that stand beside its mental health input.

use crate::coverage::columns::domains;
use crate::coverage::counting;
use crate::error::Result;
use domain::coverage::cover::rule::BY_TWO;
use domain::coverage::cover::teams_covered;
use domain::coverage::views::Heading;
use domain::coverage::{Facts, Query, Unit, coverage};
use domain::inputs::beside::Beside;
use domain::organisations::TeamIndex;
use std::collections::HashMap;
use std::sync::Arc;

/// A cell for each domain of each team that is asked anything.
pub(super) type Besides = HashMap<TeamIndex, Vec<Beside>>;

/// The domains of risk and emergencies that there are on the day, and what is said of each team in them.
pub(super) async fn beside(facts: &Arc<Facts>, query: &Query) -> Result<(Vec<Heading>, Besides)> {
    let all = domains(facts, query.as_at);
    let by_two = |domain: &&Heading| BY_TWO.contains(&domain.code.as_str());
    let columns: Vec<Heading> = all.iter().filter(by_two).cloned().collect();
    let column_of = |code: &str| columns.iter().position(|column| column.code == code);
    let asked = query.clone();
    let counted =
        counting(facts, move |facts| (coverage(facts, &asked), teams_covered(facts, &asked)));
    let (rows, covers) = counted.await?;
    let mut beside = Besides::new();
    let empty = || vec![Beside::default(); columns.len()];
    for row in rows {
        let (Unit::Team(team), Some(column)) = (row.unit, column_of(&row.item_code)) else {
            continue;
        };
        if let Some(cell) = beside.entry(team).or_insert_with(empty).get_mut(column) {
            (cell.asked, cell.met) = (row.counts.requirements, row.counts.requirements_met);
        }
    }
    for cover in covers {
        let cells = beside.entry(cover.team).or_insert_with(empty);
        for (domain, verdict) in all.iter().zip(cover.domains) {
            let cell = column_of(&domain.code).and_then(|column| cells.get_mut(column));
            if let Some(cell) = cell {
                cell.verdict = verdict;
            }
        }
    }
    Ok((columns, beside))
}
