//! One record: its cells, end to end in one piece of memory that the next record takes over.

/// The cells of one record, and the line on which it begins.
#[derive(Debug, Default)]
pub(in crate::imports) struct Record {
    pub(super) bytes: Vec<u8>,
    pub(super) ends: Vec<usize>,
    pub line: u64,
}

impl Record {
    /// The cell at a position; `None` where the record has none there or it is not UTF-8.
    pub fn cell(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        std::str::from_utf8(self.bytes.get(start.unwrap_or(0)..end)?).ok()
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether every cell is UTF-8.
    pub fn is_readable(&self) -> bool {
        (0..self.len()).all(|at| self.cell(at).is_some())
    }

    pub fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
    }

    /// For rows that do not come from CSV.
    pub fn of_cells(line: u64, cells: impl Iterator<Item = String>) -> Self {
        let mut record = Self { line, ..Self::default() };
        for cell in cells {
            record.bytes.extend(cell.into_bytes());
            record.ends.push(record.bytes.len());
        }
        record
    }
}
