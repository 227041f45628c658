//! The columns of a file: found by name whatever their order and spelling, or by position where a file has no header.

use super::records::Record;
use domain::imports::Faults;

/// A column that a kind of file may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub name: &'static str,
    pub required: bool,
    /// Other names of it, as the systems write them from which the file comes.
    others: &'static [&'static str],
}

impl Column {
    /// The same column, found under further names.
    pub const fn or(self, others: &'static [&'static str]) -> Self {
        Self { others, ..self }
    }

    fn is_called(&self, written: &str) -> bool {
        let written = plain(written);
        plain(self.name) == written || self.others.iter().any(|other| plain(other) == written)
    }
}

/// A column that must be there.
pub(super) const fn must(name: &'static str) -> Column {
    Column { name, required: true, others: &[] }
}

/// A column that may be missing.
pub(super) const fn may(name: &'static str) -> Column {
    Column { name, required: false, others: &[] }
}

/// How the columns of a file are found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// By the names in the first line.
    Named(&'static [Column]),
    /// By position, counted from 0; every line has `width` cells.
    Fixed { width: usize, columns: &'static [(&'static str, usize)] },
}

/// Where each column of one file stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    positions: Vec<(&'static str, usize)>,
    pub width: usize,
    pub unknown: Vec<String>,
}

/// A name without case, spaces, hyphens and underscores.
fn plain(name: &str) -> String {
    let kept = name.chars().filter(|c| !c.is_whitespace() && *c != '-' && *c != '_');
    kept.flat_map(char::to_lowercase).collect()
}

impl Header {
    pub fn fixed(width: usize, columns: &[(&'static str, usize)]) -> Self {
        Self { positions: columns.to_vec(), width, unknown: Vec::new() }
    }

    /// Reads the first line; faults where a column is missing or stands there twice.
    pub fn read(record: &Record, columns: &[Column], faults: &mut Faults) -> Self {
        let mut header = Self { width: record.len(), ..Self::default() };
        for at in 0..record.len() {
            let written = record.cell(at).unwrap_or_default().trim();
            match columns.iter().find(|column| column.is_called(written)) {
                Some(column) if header.position(column.name).is_some() => {
                    let message = "this column stands here twice; remove one of them";
                    faults.add(record.line, column.name, written, message);
                }
                Some(column) => header.positions.push((column.name, at)),
                None if written.is_empty() => {}
                None => header.unknown.push(written.to_owned()),
            }
        }
        for missing in columns.iter().filter(|c| c.required && header.position(c.name).is_none()) {
            faults.add(record.line, missing.name, "", missing_message(record));
        }
        header
    }

    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.iter().find(|(known, _)| *known == name).map(|(_, at)| *at)
    }
}

fn missing_message(record: &Record) -> &'static str {
    let only = record.cell(0).filter(|_| record.len() == 1).unwrap_or_default();
    if only.contains(';') || only.contains('\t') {
        "this column is missing; the cells are not separated by commas: save the file as 'CSV UTF-8 (comma delimited)'"
    } else {
        "this column is missing; the first line must name it"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[must("employee_number"), must("fte"), may("work_email")];

    fn read(cells: &[&str]) -> (Header, Faults) {
        let mut faults = Faults::default();
        let record = Record::of_cells(1, cells.iter().map(|&cell| cell.to_owned()));
        (Header::read(&record, COLUMNS, &mut faults), faults)
    }

    #[test]
    fn names_are_compared_without_case_spaces_hyphens_and_underscores() {
        let (header, faults) = read(&["FTE", "Work E-mail", "Shoe size", " Employee\nNumber", ""]);
        assert!(faults.is_empty());
        assert_eq!(header.position("employee_number"), Some(3));
        assert_eq!(header.position("work_email"), Some(1));
        assert_eq!(header.unknown, ["Shoe size"]);
    }

    #[test]
    fn a_column_is_found_under_its_other_names_too() {
        const OTHER: &[Column] = &[must("from").or(&["Date From", "start date"])];
        for written in ["date_from", "Start Date", "FROM"] {
            let mut faults = Faults::default();
            let record = Record::of_cells(1, [written.to_owned()].into_iter());
            let header = Header::read(&record, OTHER, &mut faults);
            assert_eq!((header.position("from"), faults.is_empty()), (Some(0), true), "{written}");
        }
    }

    #[test]
    fn a_missing_column_and_one_named_twice_are_faults() {
        let (_, faults) = read(&["employee number", "Employee_Number"]);
        let told: Vec<_> = faults.listed.iter().map(|f| f.column.as_str()).collect();
        assert_eq!(told, ["employee_number", "fte"]);
        let (_, faults) = read(&["employee_number;fte"]);
        assert!(faults.listed[0].message.contains("commas"));
    }
}
