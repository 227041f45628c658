//! One row of a file: each cell is read or noted as a fault, so that all faults are told at once.

use super::cells::text;
use super::columns::Header;
use super::records::Record;
use chrono::NaiveDate;
use domain::imports::Faults;
use domain::patient_text::look;

/// What an optional column says. A column that a file does not have says nothing, so what is on record stays; a blank
/// cell says that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said<T> {
    Nothing,
    Blank,
    This(T),
}

impl<T> Said<T> {
    /// The value after this was said, where there may be none.
    pub fn or(self, on_record: Option<T>) -> Option<T> {
        match self {
            Self::Nothing => on_record,
            Self::Blank => None,
            Self::This(value) => Some(value),
        }
    }

    /// The value after this was said, where a blank stands for `default`.
    pub fn or_default_to(self, default: T, on_record: Option<T>) -> T {
        match self {
            Self::Nothing => on_record.unwrap_or(default),
            Self::Blank => default,
            Self::This(value) => value,
        }
    }

    pub fn said(self) -> Option<T> {
        self.or(None)
    }
}

/// A fault that stands in the list already.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noted;

/// A row, with its place in the file and the list its faults go to.
pub(super) struct Row<'a> {
    pub(super) record: &'a Record,
    pub(super) header: &'a Header,
    pub(super) faults: &'a mut Faults,
    pub(super) doubts: &'a mut Faults,
}

impl Row<'_> {
    pub const fn line(&self) -> u64 {
        self.record.line
    }

    /// The cell as it stands in the file; `None` where the file has no such column.
    pub fn cell(&self, column: &str) -> Option<&str> {
        self.record.cell(self.header.position(column)?)
    }

    /// Whether a fault of this cell is noted already.
    pub fn is_faulty(&self, column: &str) -> bool {
        let mut noted = self.faults.listed.iter().rev().take_while(|f| f.line == self.line());
        noted.any(|fault| fault.column == column)
    }

    pub fn fault(&mut self, column: &str, message: impl Into<String>) {
        let value = self.cell(column).unwrap_or_default().trim().to_owned();
        self.faults.add(self.line(), column, &value, message);
    }

    /// Reads a cell that must say something; `None` once its fault is noted.
    pub fn must<T>(
        &mut self,
        column: &str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let cell = self.cell(column).unwrap_or_default();
        let outcome = if cell.trim().is_empty() {
            Err("this must not be blank".to_owned())
        } else {
            read(cell)
        };
        outcome.map_err(|message| self.fault(column, message)).ok()
    }

    /// Reads a cell that may be blank, where the rest of the row means nothing once it cannot be read.
    pub fn given<T>(
        &mut self,
        column: &str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Noted> {
        match self.cell(column).filter(|cell| !cell.trim().is_empty()) {
            None => Ok(None),
            Some(_) => self.must(column, read).map(Some).ok_or(Noted),
        }
    }

    /// Reads a cell that may be blank. A fault is noted and taken for silence: nothing will be kept anyway.
    pub fn may<T>(
        &mut self,
        column: &str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Said<T> {
        match self.cell(column) {
            None => Said::Nothing,
            Some(cell) if cell.trim().is_empty() => Said::Blank,
            Some(cell) => match read(cell) {
                Ok(value) => Said::This(value),
                Err(message) => {
                    self.fault(column, message);
                    Said::Nothing
                }
            },
        }
    }

    /// Reads what somebody wrote in their own words. What identifies a patient is a fault, what may do so a doubt; the
    /// words are repeated in neither, because the report is kept.
    pub fn free_text(&mut self, column: &str, most: usize, today: NaiveDate) -> Option<String> {
        let (record, header) = (self.record, self.header);
        let cell = record.cell(header.position(column)?).filter(|cell| !cell.trim().is_empty())?;
        let read = text(most)(cell);
        let found = look(read.as_deref().unwrap_or(cell), today);
        let fault = read.as_ref().err().cloned();
        let stopped = found.told_of_stopped().map(|what| format!("holds {what}; remove it"));
        let value = if found.is_nothing() { cell.trim() } else { "" };
        for message in fault.into_iter().chain(stopped) {
            self.faults.add(record.line, column, value, message);
        }
        if let Some(what) = found.told_of_questioned() {
            let message = format!("may hold {what}; make sure that it is not about a patient");
            self.doubts.add(record.line, column, "", message);
        }
        read.ok()
    }

    /// Notes a last day before the first.
    pub fn in_order(
        &mut self,
        from: &str,
        to: &str,
        dates: (Option<NaiveDate>, Option<NaiveDate>),
    ) {
        if let (Some(first), Some(last)) = dates
            && last < first
        {
            self.fault(to, format!("is before {from}, {first}; correct one of them"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_is_not_there_leaves_what_is_on_record() {
        assert_eq!(Said::Nothing.or(Some(3)), Some(3));
        assert_eq!(Said::Blank.or(Some(3)), None);
        assert_eq!(Said::This(4).or(Some(3)), Some(4));
        assert_eq!(Said::Blank.or_default_to(1, Some(3)), 1);
        assert_eq!(Said::Nothing.or_default_to(1, None), 1);
    }
}
