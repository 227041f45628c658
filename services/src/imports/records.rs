//! Splits a CSV file into records (RFC 4180), in bounded memory and with the line of each.
//!
//! Not the `csv` crate, which counts the lines of files from Windows wrongly, takes a quotation mark that is never
//! closed for the end of the file, and lets one endless line fill the memory: here each is a fault with its line.

use std::io::BufRead;

mod record; // the cells
#[cfg(test)]
mod tests;

pub(super) use record::Record;

/// The longest record; a line without an end is refused here and not when the memory is full.
const LONGEST: usize = 1024 * 1024;

/// What makes the rest of a file unreadable.
#[derive(Debug, thiserror::Error)]
pub(super) enum Broken {
    #[error(
        "this quotation mark is never closed; close it, or write it twice inside a quoted cell"
    )]
    OpenQuote { line: u64 },
    #[error(
        "after the closing quotation mark of a cell only a comma or the end of the line can stand; write a quotation \
         mark inside a cell twice"
    )]
    AfterQuote { line: u64 },
    #[error(
        "this line is longer than 1 MB; check that the file is a CSV file with one record a line"
    )]
    Endless { line: u64 },
    #[error("the file is not text; save it as 'CSV UTF-8'")]
    Binary { line: u64 },
    #[error(transparent)]
    Unreadable(#[from] std::io::Error),
}

impl Broken {
    pub const fn line(&self) -> u64 {
        match self {
            Self::OpenQuote { line }
            | Self::AfterQuote { line }
            | Self::Endless { line }
            | Self::Binary { line } => *line,
            Self::Unreadable(_) => 0,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing of the cell yet.
    Start,
    Plain,
    Quoted,
    /// After a quotation mark inside a quoted cell: the first of two, or the end.
    Closing,
}

/// The records of a file.
pub(super) struct Records<R> {
    input: R,
    splitter: Splitter,
}

impl<R: BufRead> Records<R> {
    pub const fn new(input: R) -> Self {
        let splitter = Splitter { state: State::Start, line: 1, opened: 0, returned: false };
        Self { input, splitter }
    }

    pub fn into_input(self) -> R {
        self.input
    }

    /// Reads the next record that is not an empty line; `false` at the end.
    pub fn read(&mut self, record: &mut Record) -> Result<bool, Broken> {
        record.clear();
        record.line = self.splitter.line;
        loop {
            let bytes = self.input.fill_buf()?;
            if bytes.is_empty() {
                return self.splitter.end(record);
            }
            let (taken, ended) = self.splitter.take_all(bytes, record)?;
            self.input.consume(taken);
            if ended {
                return Ok(true);
            }
        }
    }
}

/// What has to be remembered from one byte to the next.
struct Splitter {
    state: State,
    /// The line that the next byte stands on.
    line: u64,
    /// Where the quoted cell began.
    opened: u64,
    /// The last byte was a carriage return: a line feed belongs to it.
    returned: bool,
}

impl Splitter {
    /// Takes bytes in up to the end of the record; returns how many, and whether it ended.
    fn take_all(&mut self, bytes: &[u8], record: &mut Record) -> Result<(usize, bool), Broken> {
        for (before, &byte) in bytes.iter().enumerate() {
            if self.take(byte, record)? {
                return Ok((before + 1, true));
            }
        }
        if record.bytes.len() + record.ends.len() <= LONGEST {
            return Ok((bytes.len(), false));
        }
        Err(match self.state {
            State::Quoted => Broken::OpenQuote { line: self.opened },
            _ => Broken::Endless { line: record.line },
        })
    }

    /// Takes one byte in; `true` when it ends the record.
    fn take(&mut self, byte: u8, record: &mut Record) -> Result<bool, Broken> {
        if std::mem::take(&mut self.returned) && byte == b'\n' {
            return Ok(false);
        }
        let line = self.line;
        match (self.state, byte) {
            (_, 0) => return Err(Broken::Binary { line }),
            (State::Quoted, b'"') => self.state = State::Closing,
            (State::Quoted, _) => {
                self.line += u64::from(byte == b'\n');
                record.bytes.push(byte);
            }
            (_, b',') => self.end_cell(record),
            (_, b'\n' | b'\r') => return Ok(self.end_line(byte, record)),
            (State::Start, b'"') => (self.state, self.opened) = (State::Quoted, line),
            (State::Closing, b'"') => self.push(State::Quoted, byte, record),
            (State::Closing, _) => return Err(Broken::AfterQuote { line }),
            (State::Start | State::Plain, _) => self.push(State::Plain, byte, record),
        }
        Ok(false)
    }

    fn push(&mut self, state: State, byte: u8, record: &mut Record) {
        self.state = state;
        record.bytes.push(byte);
    }

    fn end_cell(&mut self, record: &mut Record) {
        record.ends.push(record.bytes.len());
        self.state = State::Start;
    }

    /// Whether the line was a record; empty lines are none.
    fn end_line(&mut self, byte: u8, record: &mut Record) -> bool {
        self.line += 1;
        self.returned = byte == b'\r';
        let empty = self.state == State::Start && record.ends.is_empty();
        if empty {
            record.line = self.line;
        } else {
            self.end_cell(record);
        }
        !empty
    }

    fn end(&mut self, record: &mut Record) -> Result<bool, Broken> {
        if self.state == State::Quoted {
            return Err(Broken::OpenQuote { line: self.opened });
        }
        let nothing = self.state == State::Start && record.ends.is_empty();
        if !nothing {
            self.end_cell(record);
        }
        Ok(!nothing)
    }
}
