//! The first two sheets: what the workbook is and what is in it, and what its words and notes mean.

use super::sheet::{Sheet, Value};
use super::under;
use crate::returns::said;
use domain::disclosure::RULE;
use domain::returns::keys::{Basis, Measure};
use domain::returns::method::{ROUNDED, RULE_SAYS};
use domain::returns::{Contents, Marker};

/// What it is, for whom, of when; and the other sheets by name.
pub fn cover(contents: &Contents, notes: &Sheet, data: &[Sheet]) -> Sheet {
    let sheets = [notes].into_iter().chain(data);
    let row = |sheet: &Sheet| vec![Value::Link(sheet.name), Value::text(sheet.title.as_str())];
    let mut lines: Vec<String> =
        vec![said::what_it_is(contents), said::OVERVIEW.to_owned(), RULE_SAYS.to_owned()];
    lines.extend(contents.correction.as_ref().map(|of| format!("It corrects {}.", of.of)));
    Sheet {
        name: "Cover sheet",
        title: said::title(contents),
        lines,
        facts: facts(contents),
        columns: vec![("Sheet", 26), ("What is in it", 70)],
        rows: sheets.map(row).collect(),
    }
}

fn facts(contents: &Contents) -> Vec<(&'static str, Value)> {
    let stamp = &contents.stamp;
    let version = u32::try_from(stamp.framework_version).ok();
    vec![
        ("For", Value::text(contents.recipient.as_str())),
        ("Place", Value::text(contents.place.as_str())),
        ("Code of the place", Value::text(stamp.id.place.as_str())),
        ("Reference date", Value::Day(stamp.id.date)),
        ("Return", Value::text(stamp.id.to_string())),
        ("Revision", Value::Whole(stamp.id.revision)),
        ("Framework", Value::text(contents.framework.as_str())),
        ("Framework version", Value::whole(version)),
        ("Disclosure rule", Value::text(RULE)),
    ]
}

/// Notes, the codes that the CSV files have for the words here, and how the figures came about.
pub fn notes(contents: &Contents) -> Sheet {
    let row = |what: &str, code: &str, means: &str| [what, code, means].map(Value::text).to_vec();
    let mut rows: Vec<Vec<Value>> = Vec::new();
    rows.push(row("Disclosure rule", RULE, RULE_SAYS));
    rows.extend(Marker::ALL.iter().map(|note| row("Note", note.code(), note.label())));
    rows.extend(Measure::ALL.iter().map(|of| row("Measure", of.code(), of.label())));
    rows.extend(Basis::ALL.iter().map(|of| row("Counted in", of.code(), of.label())));
    let method = (1..).zip(&contents.method);
    rows.extend(method.map(|(at, said)| row("Method", &at.to_string(), said)));
    Sheet {
        name: "Notes",
        title: under(contents, "Notes"),
        lines: vec![
            "This sheet has one table. A note stands in a column of its own, so that numbers stay numbers.".to_owned(),
            said::PERCENT.to_owned(),
            ROUNDED.to_owned(),
        ],
        facts: Vec::new(),
        columns: vec![("About", 16), ("Note, code or number", 20), ("What it means", 100)],
        rows,
    }
}
