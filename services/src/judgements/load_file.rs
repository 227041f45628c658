//! The load of a year as a file: one row a part, an assessor, a team and a gap.

use crate::error::{Error, Result};
use domain::judgements::load::views::{Part, YearLoad};
use std::io::Write;

const COLUMNS: [&str; 10] = [
    "as_at",
    "until",
    "most_acts",
    "row",
    "code",
    "name",
    "confirmations",
    "acts",
    "acts_saved",
    "assessors_missing",
];

/// Writes the load as CSV. Rows: `all`, each way of confirming, `left`, then `assessor`, `team`, `missing` (by area) and
/// `missing_in` (by area and competency).
///
/// # Errors
/// Fails when writing does.
pub fn load_csv(year: &YearLoad, out: impl Write) -> Result<()> {
    let failed = |e: csv::Error| Error::fault("writing the load", e);
    let mut file = csv::Writer::from_writer(out);
    file.write_record(COLUMNS).map_err(failed)?;
    for row in rows(year) {
        let start = [year.day.to_string(), year.until.to_string(), year.most.to_string()];
        file.write_record(start.iter().chain(&row)).map_err(failed)?;
    }
    file.flush().map_err(|e| Error::fault("writing the load", e))
}

fn rows(year: &YearLoad) -> Vec<[String; 7]> {
    let ways = [
        ("all", year.all),
        ("one_by_one", year.one_by_one),
        ("reaffirmation", year.reaffirmed),
        ("recognition", year.recognised),
        ("at_register", year.registered),
        ("left", year.left),
    ];
    let mut rows: Vec<[String; 7]> =
        ways.into_iter().map(|(what, part)| row(what, "", "", part)).collect();
    rows.extend(year.assessors.iter().map(|one| row("assessor", "", &one.name, one.part)));
    rows.extend(year.teams.iter().map(|team| row("team", &team.code, &team.name, team.part)));
    for missing in &year.missing {
        rows.push(gap("missing", "", &missing.place, (missing.acts, missing.assessors)));
        let each = missing.competencies.iter();
        rows.extend(
            each.map(|of| gap("missing_in", &of.code, &missing.place, (of.acts, of.assessors))),
        );
    }
    rows
}

fn row(what: &str, code: &str, name: &str, part: Part) -> [String; 7] {
    let number = |n: u32| n.to_string();
    let [what, code, name] = [what, code, name].map(str::to_owned);
    let (confirmations, acts) = (number(part.confirmations), number(part.acts));
    [what, code, name, confirmations, acts, number(part.saved()), String::new()]
}

fn gap(what: &str, code: &str, place: &str, (acts, missing): (u32, u32)) -> [String; 7] {
    let [what, code, place] = [what, code, place].map(str::to_owned);
    let (acts, missing) = (acts.to_string(), missing.to_string());
    [what, code, place, String::new(), acts, String::new(), missing]
}
