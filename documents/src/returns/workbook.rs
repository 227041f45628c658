//! A return as a workbook: a sheet for each table, after one that says what it is and one of notes, as statistics of government are
//! laid out.

mod changes; // what a correction changed
mod coverage; // coverage, and cover of teams
mod front; // the cover sheet and the notes
mod looks; // how cells look, and are written
mod needs; // what a place is short of, and what it measures besides
mod sessions; // sessions, protected time, mental health input
mod sheet; // a title and a table

use super::said;
use crate::press::Failed;
use chrono::{Datelike, NaiveDate};
use domain::dates::spoken;
use domain::returns::Contents;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheet::Sheet;

/// The workbook (XLSX). It reads no clock, so equal contents are equal files.
///
/// # Errors
/// Fails where a text or a day is beyond what a workbook can hold: that many letters are refused when they are typed.
pub fn return_workbook(contents: &Contents) -> Result<Vec<u8>, Failed> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(contents)?);
    for sheet in sheets(contents) {
        sheet.write(workbook.add_worksheet())?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn sheets(contents: &Contents) -> Vec<Sheet> {
    let mut data = vec![
        coverage::coverage(contents),
        coverage::cover(contents),
        sessions::sessions(contents),
        needs::needs(contents),
        needs::local_measures(contents),
    ];
    data.extend(contents.correction.as_ref().map(|of| changes::changes(contents, of)));
    let notes = front::notes(contents);
    let cover = front::cover(contents, &notes, &data);
    [cover, notes].into_iter().chain(data).collect()
}

/// The title of a sheet.
fn under(contents: &Contents, what: &str) -> String {
    format!("{what}: {}, {}", contents.place, spoken(contents.stamp.id.date))
}

/// When it was made is the day that it speaks of.
fn properties(contents: &Contents) -> Result<DocProperties, Failed> {
    Ok(DocProperties::new()
        .set_title(said::title(contents))
        .set_subject(contents.stamp.id.to_string())
        .set_comment(said::what_it_is(contents))
        .set_author("Esteem")
        .set_creation_datetime(&date(contents.stamp.id.date)?))
}

/// A day as workbooks have it.
fn date(day: NaiveDate) -> Result<ExcelDateTime, Failed> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    Ok(ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)?)
}

impl From<XlsxError> for Failed {
    fn from(cause: XlsxError) -> Self {
        Self(cause.to_string())
    }
}
