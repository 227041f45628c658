//! Reads the sheets of a workbook as tables, with the same rows as files of text.

use super::columns::{Column, Header};
use super::lines::Line;
use super::records::Record;
use super::row::Row;
use super::table::is_whole;
use calamine::{Data, Range, Reader, Xlsx};
use domain::imports::Faults;
use std::io::Cursor;

/// An open workbook.
pub(super) struct Workbook(Xlsx<Cursor<Vec<u8>>>);

impl Workbook {
    /// Opens a workbook; notes that it is none.
    pub fn open(bytes: Vec<u8>, faults: &mut Faults) -> Option<Self> {
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(workbook) => Some(Self(workbook)),
            Err(error) => {
                let message = format!("the file is not an Excel workbook (.xlsx): {error}");
                faults.add(0, "", "", message);
                None
            }
        }
    }

    /// Reads every row of a sheet whose first row names the columns. Faults name the sheet before the column.
    pub fn lines<T>(
        &mut self,
        sheet: &str,
        columns: &[Column],
        faults: &mut Faults,
        read: impl Fn(&mut Row<'_>) -> Option<T>,
    ) -> Vec<Line<T>> {
        let Ok(range) = self.0.worksheet_range(sheet) else {
            faults.add(0, "", "", format!("the workbook has no sheet named '{sheet}'"));
            return Vec::new();
        };
        let mut own = Faults::default();
        let lines = rows(&range, columns, &mut own, read);
        for fault in own.listed {
            faults.add(
                fault.line,
                &format!("{sheet}: {}", fault.column),
                &fault.value,
                fault.message,
            );
        }
        faults.more += own.more;
        lines
    }
}

fn rows<T>(
    range: &Range<Data>,
    columns: &[Column],
    faults: &mut Faults,
    read: impl Fn(&mut Row<'_>) -> Option<T>,
) -> Vec<Line<T>> {
    let first = range.start().map_or(1, |(row, _)| u64::from(row) + 1);
    let numbered = (first..).zip(range.rows());
    let mut records =
        numbered.map(|(line, cells)| Record::of_cells(line, cells.iter().map(written)));
    let Some(names) = records.next() else {
        faults.add(0, "", "", "the sheet is empty");
        return Vec::new();
    };
    let header = Header::read(&names, columns, faults);
    if !faults.is_empty() {
        return Vec::new(); // without its columns every row would only repeat the fault
    }
    let each = |record: Record| {
        if !is_whole(&record, &header, faults) {
            return None;
        }
        let says = read(&mut Row { record: &record, header: &header, faults })?;
        Some(Line { number: record.line, says })
    };
    records.filter_map(each).collect()
}

/// A cell as a file of text would have it.
fn written(cell: &Data) -> String {
    match cell {
        Data::DateTime(moment) => {
            moment.as_datetime().map(|moment| moment.date().to_string()).unwrap_or_default()
        }
        // Whole numbers up to 2^53 are exact, and a code that a spreadsheet took for a number is one of them.
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        other => other.to_string(),
    }
}
