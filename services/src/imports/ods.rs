//! The national file of practices, `epraccur.csv`, as it is published: no header, 27 columns.

use super::cells::{code, text};
use super::check::Check;
use super::columns::Layout;
use super::lines::{self, Line};
use super::organisations::{self, OrganisationLine};
use super::row::Row;
use crate::error::Result;
use chrono::{Datelike, NaiveDate};
use domain::codes::Sector;
use entities::organisation;
use sea_orm::EntityTrait;
use std::collections::HashMap;

const LAYOUT: Layout = Layout::Fixed {
    width: 27,
    columns: &[
        ("code", 0),
        ("name", 1),
        ("postcode", 9),
        ("open date", 10),
        ("close date", 11),
        ("status", 12),
        ("prescribing setting", 25),
    ],
};

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    let lines = check.lines(LAYOUT, read).await?;
    let key = |says: &OrganisationLine| (says.code.clone(), says.code.clone());
    let mut lines = lines::each_once(lines, "code", key, &mut check.report.faults);
    let rows = organisation::Entity::find().all(check.db()).await?;
    let before: HashMap<&str, Sector> =
        rows.iter().map(|row| (row.code.as_str(), row.sector)).collect();
    for Line { says, .. } in &mut lines {
        says.sector = sector(before.get(says.code.as_str()).copied(), says.sector);
    }
    organisations::plan(check, lines).await?;
    Ok(())
}

/// The national file tells practices from all others and no more: who was described more closely stays what they are.
fn sector(before: Option<Sector>, national: Sector) -> Sector {
    match before {
        None | Some(Sector::GpPractice | Sector::Other) => national,
        Some(closer) => closer,
    }
}

fn read(row: &mut Row<'_>) -> Option<OrganisationLine> {
    let (code_, name) = (row.must("code", code), row.must("name", text(200)));
    let postcode = row.may("postcode", text(10));
    let (opened_on, closed_on) = (row.may("open date", day), row.may("close date", day));
    row.in_order("open date", "close date", (opened_on.said(), closed_on.said()));
    let cell = |column| row.cell(column).unwrap_or_default().trim();
    let active_practice = cell("status") == "A" && cell("prescribing setting") == "4";
    let sector = if active_practice { Sector::GpPractice } else { Sector::Other };
    Some(OrganisationLine { code: code_?, name: name?, sector, postcode, opened_on, closed_on })
}

/// A day as the national files write it, `yyyymmdd`, or as a spreadsheet has made it.
pub(super) fn day(cell: &str) -> std::result::Result<NaiveDate, String> {
    let cell = cell.trim();
    let compact = NaiveDate::parse_from_str(cell, "%Y%m%d").ok();
    match compact.filter(|day| (1900..2200).contains(&day.year())) {
        Some(day) => Ok(day),
        None => domain::dates::parse_written(cell)
            .map_err(|_| format!("'{cell}' is not a date; the national files write 20281130")),
    }
}

#[cfg(test)]
mod tests {
    use super::{day, sector};
    use domain::codes::Sector;

    #[test]
    fn who_was_described_more_closely_stays_what_they_are() {
        assert_eq!(sector(None, Sector::Other), Sector::Other);
        assert_eq!(sector(Some(Sector::GpPractice), Sector::Other), Sector::Other, "closed");
        assert_eq!(sector(Some(Sector::Other), Sector::GpPractice), Sector::GpPractice);
        assert_eq!(sector(Some(Sector::Housing), Sector::Other), Sector::Housing);
    }

    #[test]
    fn days_are_read_as_the_national_files_write_them() {
        assert_eq!(day("20240229").unwrap().to_string(), "2024-02-29");
        assert_eq!(day("2024-02-29").unwrap().to_string(), "2024-02-29");
        assert!(day("20230229").is_err() && day("0").is_err() && day("00010101").is_err());
    }
}
