//! The sheets of what the place is short of, as in `needs.csv`, and of what it measures besides, as in `local_measures.csv`.

use super::sheet::{Sheet, Value};
use super::under;
use crate::returns::{said, told};
use domain::returns::Contents;
use domain::returns::local_measures::LocalMeasure;
use domain::returns::method::ROUNDED;
use domain::returns::shortfalls::Need;

const NEEDS: [(&str, u8); 12] = [
    ("Need", 44),
    ("Role code", 14),
    ("Role", 30),
    ("About code", 18),
    ("About", 44),
    ("What is counted", 22),
    ("Unit", 14),
    ("How many", 11),
    ("Of how many", 11),
    ("Percent", 10),
    ("Note", 8),
    ("In the lead's words", 60),
];
const MEASURES: [(&str, u8); 11] = [
    ("Level", 14),
    ("Code", 14),
    ("Name", 34),
    ("Measure code", 16),
    ("Definition", 60),
    ("Value", 12),
    ("Unit", 18),
    ("From", 18),
    ("To", 18),
    ("Source", 30),
    ("Note", 8),
];

/// They are the place's, so no line says of which area it is.
pub fn needs(contents: &Contents) -> Sheet {
    let row = |need: &Need| {
        let (role, item, shown) = (need.role.as_str(), need.item.as_str(), need.shown);
        let words = [role, told::role(contents, role), item, told::about(contents, need)];
        let mut values = vec![Value::text(need.label())];
        values.extend(words.map(Value::text));
        values.extend([need.kind.counts(), need.kind.unit()].map(Value::text));
        values.extend([shown.numerator, shown.denominator].map(Value::whole));
        values.extend([Value::percent(shown.percent), Value::note(shown.note)]);
        values.push(Value::text(need.words.as_str()));
        values
    };
    let lines = ["Each line is about the whole place.", said::NEEDS].join(" ");
    Sheet::data(
        ("Needs", under(contents, "Needs")),
        vec![lines, ROUNDED.to_owned()],
        NEEDS.to_vec(),
        contents.needs.iter().map(row).collect(),
    )
}

pub fn local_measures(contents: &Contents) -> Sheet {
    let names = told::names(contents);
    let row = |of: &LocalMeasure| {
        let code = of.scope_code.as_str();
        let name = names.get(&(of.level, code)).copied().unwrap_or_default();
        let words = [of.level.label(), code, name, of.code.as_str(), of.definition.as_str()];
        let mut values = words.map(Value::text).to_vec();
        values.extend([value(of), Value::text(of.unit.as_str())]);
        values.extend([of.period.from, of.period.to].map(Value::day));
        values
            .extend([Value::text(of.source.as_str()), Value::text(of.line(&contents.stamp).note)]);
        values
    };
    Sheet::data(
        ("Local measures", under(contents, "Local measures")),
        vec![said::LOCAL_MEASURES.to_owned()],
        MEASURES.to_vec(),
        contents.local_measures.iter().map(row).collect(),
    )
}

/// The number; a text where it is none that a workbook can hold.
fn value(of: &LocalMeasure) -> Value {
    let Some(written) = &of.value else { return Value::Empty };
    written.parse::<f64>().map_or_else(|_| Value::text(written.as_str()), Value::Decimal)
}
