//! Reads the sheets of a workbook as tables, with the same rows as files of text.

use super::columns::{Column, Header};
use super::lines::Line;
use super::records::Record;
use super::row::Row;
use super::table::is_whole;
use calamine::{Cell, Data, Range, Reader, Xlsx};
use domain::imports::Faults;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that a workbook holds once it is unpacked, in bytes.
const LARGEST_UNPACKED: u64 = 100 * 1024 * 1024;
/// The most cells between the first and the last of a sheet.
const MOST_CELLS: u64 = 4_000_000;

/// An open workbook.
pub(super) struct Workbook(Xlsx<Cursor<Vec<u8>>>);

impl Workbook {
    /// Opens a workbook; notes that it is none.
    pub fn open(bytes: Vec<u8>, faults: &mut Faults) -> Option<Self> {
        if is_too_large_unpacked(&bytes) {
            let megabytes = LARGEST_UNPACKED >> 20;
            let message = format!(
                "the workbook is larger than {megabytes} MB unpacked; save its sheets as CSV files"
            );
            faults.add(0, "", "", message);
            return None;
        }
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
        let range = match self.range(sheet) {
            Ok(range) => range,
            Err(message) => {
                faults.add(0, "", "", message);
                return Vec::new();
            }
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

impl Workbook {
    /// The cells of a sheet. Two cells far apart would make a table of billions: more than a sheet's worth is refused.
    fn range(&mut self, sheet: &str) -> Result<Range<Data>, String> {
        let unreadable = |error| format!("the sheet '{sheet}' cannot be read: {error}");
        let Ok(mut reader) = self.0.worksheet_cells_reader(sheet) else {
            return Err(format!("the workbook has no sheet named '{sheet}'"));
        };
        let mut cells = Vec::new();
        let (mut last_row, mut last_column) = (0_u64, 0_u64);
        while let Some(cell) = reader.next_cell().map_err(|e| unreadable(e.to_string()))? {
            let (row, column) = cell.get_position();
            (last_row, last_column) = (last_row.max(row.into()), last_column.max(column.into()));
            if (last_row + 1) * (last_column + 1) > MOST_CELLS {
                return Err(format!(
                    "the sheet '{sheet}' is too wide or too long; save it as a CSV file"
                ));
            }
            cells.push(Cell::new((row, column), Data::from(cell.get_value().clone())));
        }
        Ok(Range::from_sparse(cells))
    }
}

/// Counts while unpacking, because what an archive says of itself need not be true. What cannot be unpacked cannot be counted.
fn is_too_large_unpacked(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let mut left = LARGEST_UNPACKED;
    for at in 0..archive.len() {
        let Ok(part) = archive.by_index(at) else { return true };
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).ok();
        match unpacked.and_then(|unpacked| left.checked_sub(unpacked)) {
            Some(rest) => left = rest,
            None => return true,
        }
    }
    false
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
        let doubts = &mut Faults::default(); // no sheet has a column of free text
        let says = read(&mut Row { record: &record, header: &header, faults, doubts })?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A workbook of one sheet with these rows, and whatever else makes it large.
    fn workbook(rows: &str, filler: usize) -> Vec<u8> {
        let parts = [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned()),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r0\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
            ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".to_owned()),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned()),
            ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>")),
            ("filler", "x".repeat(filler)),
        ];
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    /// What is said of a workbook whose sheet is read.
    fn faults_of(bytes: Vec<u8>) -> Vec<String> {
        let mut faults = Faults::default();
        if let Some(mut workbook) = Workbook::open(bytes, &mut faults) {
            workbook.lines("One", &[], &mut faults, |_| Some(()));
        }
        faults.listed.iter().map(ToString::to_string).collect()
    }

    fn cell(row: &str, at: &str) -> String {
        format!("<row r=\"{row}\"><c r=\"{at}\" t=\"inlineStr\"><is><t>code</t></is></c></row>")
    }

    #[test]
    fn two_cells_far_apart_are_not_made_a_table_of_billions() {
        assert_eq!(faults_of(workbook(&cell("1", "A1"), 0)), Vec::<String>::new());
        let apart = cell("1", "A1") + &cell("1048576", "XFD1048576");
        let told = faults_of(workbook(&apart, 0));
        assert!(told[0].contains("too wide or too long"), "{told:?}");
    }

    #[test]
    fn a_small_file_that_is_huge_once_unpacked_is_refused() {
        let packed = workbook(&cell("1", "A1"), LARGEST_UNPACKED as usize);
        assert!(packed.len() < 1024 * 1024, "{}", packed.len());
        let told = faults_of(packed);
        assert!(told[0].contains("larger than 100 MB unpacked"), "{told:?}");
    }
}
