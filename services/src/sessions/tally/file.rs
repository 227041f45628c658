//! Sessions in figures as a file: one row for all of them, one for each month, and one for each format.

use crate::error::{Error, Result};
use domain::sessions::tally::Figures;
use domain::sessions::tally::views::PeriodFigures;
use std::io::Write;

const COLUMNS: [&str; 15] = [
    "from",
    "to",
    "row",
    "name",
    "sessions",
    "inter_professional",
    "cross_boundary",
    "professions",
    "teams",
    "organisations",
    "people",
    "attendances",
    "service_users",
    "minutes",
    "learning_minutes",
];

/// Writes figures as CSV. Rows: `all`, each `month` (as `2026-04`) and each `format` (by its code). People, professions, teams
/// and organisations do not add up: each row counts them once.
///
/// # Errors
/// Fails when writing does.
pub fn figures_csv(of: &PeriodFigures, out: impl Write) -> Result<()> {
    let failed = |e: csv::Error| Error::fault("writing figures of sessions", e);
    let mut file = csv::Writer::from_writer(out);
    file.write_record(COLUMNS).map_err(failed)?;
    let days = [of.from.to_string(), of.to.to_string()];
    let months = of
        .months
        .iter()
        .map(|(first, figures)| row("month", first.format("%Y-%m").to_string(), figures));
    let formats =
        of.formats.iter().map(|(format, figures)| row("format", format.to_string(), figures));
    let all = std::iter::once(row("all", String::new(), &of.all));
    for row in all.chain(months).chain(formats) {
        file.write_record(days.iter().chain(&row)).map_err(failed)?;
    }
    file.flush().map_err(|e| Error::fault("writing figures of sessions", e))
}

fn row(what: &str, name: String, figures: &Figures) -> [String; 13] {
    let number = |number: usize| number.to_string();
    [
        what.to_owned(),
        name,
        number(figures.sessions),
        number(figures.inter_professional),
        number(figures.cross_boundary),
        number(figures.professions),
        number(figures.teams),
        number(figures.organisations),
        number(figures.people),
        number(figures.attendances),
        figures.service_users.to_string(),
        figures.minutes.to_string(),
        figures.learning_minutes.to_string(),
    ]
}
