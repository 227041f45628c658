//! Coverage: who is asked what, and who meets it, for any scope, group, item and date (rules, section 4).

pub mod address; // the page's address
pub mod facts; // everything a figure is computed from
pub mod members; // the people behind one figure
pub mod query; // what is being asked
pub mod row; // one line of figures, and how it is rounded
mod tally; // one person's share in each row
pub mod views; // what pages show

pub use facts::{Competency, Facts, Person, Role};
pub use members::{Member, members};
pub use query::{GroupBy, ItemKind, Query, ScopeKind, Unit, Within};
pub use row::{Counts, Row, percent};

use std::collections::BTreeMap;

/// The rows of `query` in which somebody is asked something, sorted by scope code, item code and group, each compared
/// by its bytes. Figures are exact: published ones pass through suppression first.
///
/// A person in two teams counts in each team's row and once in any wider row: rows do not add up.
pub fn coverage(facts: &Facts, query: &Query) -> Vec<Row> {
    let Some(frame) = tally::Frame::new(facts, query) else { return Vec::new() };
    let mut counts: BTreeMap<(Unit, Option<&str>), Vec<Counts>> = BTreeMap::new();
    for person in &facts.people {
        tally::count(&frame, person, &mut counts);
    }
    let mut rows: Vec<Row> = counts
        .into_iter()
        .flat_map(|((unit, group), items)| {
            let frame = &frame;
            items.into_iter().enumerate().filter(|(_, c)| c.required > 0).filter_map(
                move |(item, counts)| {
                    let (scope_code, scope_name) = facts.unit_name(unit)?;
                    Some(Row {
                        unit,
                        scope_code: scope_code.to_owned(),
                        scope_name: scope_name.to_owned(),
                        item_code: frame.item_code(item).to_owned(),
                        group: group.unwrap_or("all").to_owned(),
                        counts,
                    })
                },
            )
        })
        .collect();
    rows.sort_by(|a, b| a.key().cmp(&b.key()));
    rows
}

/// Whether the posts of a team, by its position, are among those the query chooses from.
pub fn is_asked_about(facts: &Facts, query: &Query, team: usize) -> bool {
    facts.places.teams.get(team).is_some_and(|t| tally::unit_of(facts, query, team, t).is_some())
}

#[cfg(test)]
mod tests;
