//! The columns of a page of figures, and rows of cells under them.

use chrono::NaiveDate;
use domain::coverage::Facts;
use domain::coverage::views::Heading;
use domain::fields::FieldErrors;
use domain::frameworks::version_at;
use std::collections::{BTreeMap, HashMap};

/// The domains of the framework version at a day.
pub(crate) fn domains(facts: &Facts, day: NaiveDate) -> Vec<Heading> {
    let domains = facts.domains_at(day).into_iter().filter_map(|at| facts.domains.get(at));
    domains.map(|d| Heading { code: d.code.clone(), title: d.title.clone() }).collect()
}

/// The domain with this code among those of a day; `None` where all of them are asked about.
///
/// # Errors
/// Returns a message for `domain` where there is no such domain: a table of everything would be taken for that of what was asked.
pub(super) fn chosen(
    domains: &[Heading],
    code: Option<&str>,
) -> Result<Option<Heading>, FieldErrors> {
    let Some(code) = code else { return Ok(None) };
    let found = domains.iter().find(|domain| domain.code == code).cloned();
    let unknown = || {
        let message = format!("There is no domain with the code '{code}' on that day");
        FieldErrors::one("domain", message)
    };
    found.map(Some).ok_or_else(unknown)
}

/// The competencies of one domain by its code, or all domains.
pub(super) fn columns(facts: &Facts, day: NaiveDate, domain: Option<&str>) -> Vec<Heading> {
    let Some(domain) = domain else { return domains(facts, day) };
    let version = version_at(&facts.versions, day);
    let in_domain = facts.competencies.iter().filter(|c| {
        Some(c.version) == version && facts.domains.get(c.domain).is_some_and(|d| d.code == domain)
    });
    in_domain.map(|c| Heading { code: c.code.clone(), title: c.title.clone() }).collect()
}

/// Figures of items, each with its row and the code of the item, turned so that the items are columns; in the order of their rows.
pub(super) fn turned<'a, R: Ord, C: Copy>(
    figures: impl Iterator<Item = (R, &'a str, C)>,
    columns: &[Heading],
) -> Vec<(R, Vec<Option<C>>)> {
    let column_of: HashMap<&str, usize> =
        columns.iter().enumerate().map(|(at, column)| (&*column.code, at)).collect();
    let mut rows: BTreeMap<R, Vec<Option<C>>> = BTreeMap::new();
    for (row, item, figure) in figures {
        let Some(&column) = column_of.get(item) else { continue };
        let cells = rows.entry(row).or_insert_with(|| vec![None; columns.len()]);
        if let Some(cell) = cells.get_mut(column) {
            *cell = Some(figure);
        }
    }
    rows.into_iter().collect()
}
