//! The columns of the contract, as CSV and as JSON; exact figures.

use super::Figures;
use crate::error::{Error, Result};
use domain::coverage::{ItemKind, Row};
use domain::fte::two_decimals;
use serde_json::{Map, Value};
use std::io::Write;

const COLUMNS: [&str; 28] = [
    "as_at",
    "framework_version",
    "scope",
    "scope_code",
    "scope_name",
    "setting",
    "care_level",
    "group",
    "item",
    "item_code",
    "required",
    "met_confirmed",
    "met_recognised",
    "met_self",
    "assessed",
    "due_soon",
    "expired",
    "exempt",
    "not_in_scope",
    "requirements",
    "requirements_met",
    "critical_required",
    "critical_met",
    "fte_required",
    "fte_met_confirmed",
    "percent",
    "capable_teams",
    "teams",
];

/// The words of a row come first, then its whole numbers, then its decimals, then its teams.
fn words(figures: &Figures, row: &Row) -> [String; 10] {
    let query = &figures.query;
    [
        query.as_at.to_string(),
        figures.framework_version.map_or_else(String::new, |v| v.to_string()),
        query.scope.code().to_owned(),
        row.scope_code.clone(),
        row.scope_name.clone(),
        query.setting.map_or_else(String::new, |s| s.code().to_owned()),
        query.care_level.map_or_else(String::new, |l| l.code().to_owned()),
        row.group.clone(),
        query.item.code().to_owned(),
        row.item_code.clone(),
    ]
}

const fn numbers(row: &Row) -> [u32; 13] {
    let c = &row.counts;
    [
        c.required,
        c.met_confirmed,
        c.met_recognised,
        c.met_self,
        c.assessed,
        c.due_soon,
        c.expired,
        c.exempt,
        c.not_in_scope,
        c.requirements,
        c.requirements_met,
        c.critical_required,
        c.critical_met,
    ]
}

fn decimals(figures: &Figures, row: &Row) -> [String; 3] {
    let fte = |millionths| match figures.query.item {
        ItemKind::All => String::new(),
        ItemKind::Domain | ItemKind::Competency => two_decimals(millionths),
    };
    let c = &row.counts;
    [fte(c.fte_required), fte(c.fte_met_confirmed), row.percent()]
}

/// Empty in the row of a group: cover is of a team as a whole.
fn teams(row: &Row) -> [Option<u32>; 2] {
    [row.capable.map(|counted| counted.capable), row.capable.map(|counted| counted.teams)]
}

/// Writes UTF-8 without BOM, LF, quotes only where needed.
///
/// # Errors
/// Fails when `out` does.
pub fn csv(figures: &Figures, out: impl Write) -> Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    let failed = |e: csv::Error| Error::fault("writing the figures", e);
    writer.write_record(COLUMNS).map_err(failed)?;
    for row in &figures.rows {
        let cells = words(figures, row)
            .into_iter()
            .chain(numbers(row).into_iter().map(|n| n.to_string()))
            .chain(decimals(figures, row))
            .chain(teams(row).map(|n| n.map(|n| n.to_string()).unwrap_or_default()));
        writer.write_record(cells).map_err(failed)?;
    }
    writer.flush().map_err(|e| Error::fault("writing the figures", e))
}

/// The same rows as JSON objects with the same names; numbers are numbers, what does not apply is null.
///
/// # Errors
/// Fails when `out` does.
pub fn json(figures: &Figures, mut out: impl Write) -> Result<()> {
    let text = |s: String| if s.is_empty() { Value::Null } else { Value::String(s) };
    let decimal = |s: String| s.parse::<f64>().map_or(Value::Null, Value::from);
    let rows: Vec<Map<String, Value>> = figures
        .rows
        .iter()
        .map(|row| {
            let values = words(figures, row)
                .into_iter()
                .map(text)
                .chain(numbers(row).into_iter().map(Value::from))
                .chain(decimals(figures, row).into_iter().map(decimal))
                .chain(teams(row).map(|n| n.map_or(Value::Null, Value::from)));
            COLUMNS.iter().map(|c| (*c).to_owned()).zip(values).collect()
        })
        .collect();
    let fault = |e: std::io::Error| Error::fault("writing the figures", e);
    serde_json::to_writer_pretty(&mut out, &rows).map_err(|e| fault(e.into()))?;
    out.write_all(b"\n").map_err(fault)
}
