//! Coverage: who is asked what, and who meets it, for any scope, group, item and date (rules, section 4).

pub mod address; // of its pages
pub mod change; // how a figure differs from that of another day
pub mod cover; // whether a team can do what it must
mod everybody; // counted, each once
pub mod explain; // what is behind a figure and its change
pub mod facts; // everything a figure is computed from
pub mod forecast; // what figures may be some days ahead
pub mod named_groups; // areas, organisations or teams that are asked about together
pub mod query; // what is being asked
pub mod ranking; // where to look first
pub mod recorded; // what was known on a day
pub mod row; // one line of figures, and how it is rounded
mod shares; // one person's share in each item, worked out once
mod standings; // where one person stands, looked up once
mod tally; // one person's share in each row
pub mod trend; // a figure month by month
pub mod views; // what pages show

pub use facts::{Competency, Facts, Person, Role};
pub use query::{GroupBy, ItemKind, Query, ScopeKind, Unit, Within, is_among};
pub use row::{Counts, Row, pairs_of, percent};

use cover::CapableTeams;
use everybody::{Counted, count_in_parts, parts_of};
use std::collections::BTreeMap;
use tally::{Frame, Key};

/// The rows of `query` in which somebody is asked something, sorted by scope code, item code and group, each compared
/// by its bytes. Figures are exact: published ones pass through [`crate::disclosure`] first.
///
/// A person in two teams counts in each team's row and once in any wider row: rows do not add up.
pub fn coverage(facts: &Facts, query: &Query) -> Vec<Row> {
    coverages(facts, std::slice::from_ref(query)).pop().unwrap_or_default()
}

/// The rows of several queries, each as by [`coverage`], in one pass over everybody.
pub fn coverages(facts: &Facts, queries: &[Query]) -> Vec<Vec<Row>> {
    coverages_in_parts(facts, queries, parts_of(facts.people.len()))
}

/// The same with people in so many parts that are counted at the same time.
fn coverages_in_parts(facts: &Facts, queries: &[Query], parts: usize) -> Vec<Vec<Row>> {
    let frames: Vec<_> = queries.iter().map(|query| Frame::new(facts, query)).collect();
    let Counted { rows: counted, passes } = count_in_parts(facts, &frames, parts);
    let judged: Vec<_> = passes.into_iter().map(cover::Pass::judge).collect();
    let answers = frames.iter().zip(counted).map(|(frame, counts)| {
        frame.as_ref().map_or_else(Vec::new, |frame| {
            let capable = cover::capable(frame, &judged);
            rows(frame, counts, capable.as_ref())
        })
    });
    answers.collect()
}

fn rows(
    frame: &Frame<'_>,
    counts: BTreeMap<Key<'_>, Vec<Counts>>,
    capable: Option<&BTreeMap<Unit, Vec<CapableTeams>>>,
) -> Vec<Row> {
    let row = |unit, group: Option<&str>, item, counts| {
        let (scope_code, scope_name) = frame.facts.unit_name(unit)?;
        Some(Row {
            unit,
            scope_code: scope_code.to_owned(),
            scope_name: scope_name.to_owned(),
            item_code: frame.item_code(item).to_owned(),
            group: group.unwrap_or("all").to_owned(),
            counts,
            capable: capable.and_then(|rows| rows.get(&unit)?.get(item).copied()),
        })
    };
    let mut rows = Vec::new();
    for ((unit, group), items) in counts {
        let asked = items.into_iter().enumerate().filter(|(_, counts)| counts.required > 0);
        rows.extend(asked.filter_map(|(item, counts)| row(unit, group, item, counts)));
    }
    rows.sort_by(|a, b| a.key().cmp(&b.key()));
    rows
}

/// Whether the posts of a team, by its position, are among those the query chooses from.
pub fn is_asked_about(facts: &Facts, query: &Query, team: usize) -> bool {
    row_of_team(facts, query, team).is_some()
}

/// The row in which the posts of a team, by its position, are counted; none where the query leaves it out.
pub fn row_of_team(facts: &Facts, query: &Query, team: usize) -> Option<Unit> {
    tally::unit_of(facts, query, team, facts.places.teams.get(team)?)
}

/// How many open teams count in the rows of one query, and in none of another's: those that lie in no network, where rows are networks.
pub fn teams_beside(facts: &Facts, (whole, parts): (&Query, &Query)) -> usize {
    let is_beside = |team: &usize| {
        facts.team_open(*team, whole.as_at)
            && is_asked_about(facts, whole, *team)
            && !is_asked_about(facts, parts, *team)
    };
    (0..facts.places.teams.len()).filter(is_beside).count()
}

#[cfg(test)]
pub(crate) mod small_place;
#[cfg(test)]
mod tests;
