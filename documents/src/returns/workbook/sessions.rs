//! The sheet of sessions, protected time and mental health input, line by line as in `sessions.csv`.

use super::sheet::{Sheet, Value};
use super::under;
use crate::returns::told;
use domain::returns::Contents;
use domain::returns::sessions::PublishedSession;

const COLUMNS: [(&str, u8); 12] = [
    ("Level", 14),
    ("Code", 14),
    ("Name", 34),
    ("From", 18),
    ("To", 18),
    ("Measure", 44),
    ("By code", 20),
    ("By", 34),
    ("Unit", 18),
    ("How many", 11),
    ("Of how many", 11),
    ("Note", 8),
];

pub fn sessions(contents: &Contents) -> Sheet {
    let line = "Time is in minutes and WTE in hundredths, so that numbers are whole. Where By is blank, it is all of them together.";
    let rows = contents.sessions.iter().map(row);
    Sheet::data(
        ("Sessions", under(contents, "Sessions, protected time and mental health input")),
        vec![line.to_owned()],
        COLUMNS.to_vec(),
        rows.collect(),
    )
}

fn row(published: &PublishedSession) -> Vec<Value> {
    let of = &published.figure;
    let mut values: Vec<Value> =
        [of.level.label(), of.code.as_str(), of.name.as_str()].map(Value::text).to_vec();
    values.extend([of.period.from, of.period.to].map(Value::day));
    let by = told::by(of.measure, &of.by);
    values.extend([of.measure.label(), of.by.as_str(), by, of.measure.unit()].map(Value::text));
    values.extend([of.value, of.of].map(Value::whole));
    values.push(Value::note(published.note));
    values
}
