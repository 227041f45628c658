//! Reads a table row by row: finds out what the file is, finds the columns, and hands every row on.

use super::columns::{Header, Layout};
use super::progress::{Metered, Watch};
use super::records::{Broken, Record, Records};
use super::row::Row;
use super::source::Source;
use crate::error::Result;
use domain::imports::Faults;
use std::io::{BufRead, BufReader, Read};

const BUFFER: usize = 64 * 1024;
const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
const EMPTY: &str = "the file is empty";
const SAVE_AS_UTF8: &str = "save the file as 'CSV UTF-8 (comma delimited)'";

/// What is known of a file once it was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    pub faults: Faults,
    /// What may be about a patient, and is kept if the file is.
    pub doubts: Faults,
    pub unknown_columns: Vec<String>,
    /// SHA-256, in hexadecimal digits. Meaningless where the file could not be read to its end.
    pub digest: String,
}

/// Hands every row that is not blank to `each`. Call it away from the async threads.
///
/// # Errors
/// Refuses a file that cannot be opened or read; whatever is wrong inside it is a fault of the reading.
pub(super) fn read(
    source: &Source,
    layout: Layout,
    watch: &Watch,
    mut each: impl FnMut(&mut Row<'_>),
) -> Result<Reading> {
    let mut reading = Reading::default();
    let metered = Metered::new(source.open()?, source.size()?, watch);
    let mut input = BufReader::with_capacity(BUFFER, metered);
    if let Some(message) = recognise(&mut input).map_err(|e| source.unreadable(e))? {
        reading.faults.add(0, "", "", message);
        return Ok(reading);
    }
    let mut records = Records::new(input);
    match rows(&mut records, layout, &mut reading, &mut each) {
        Ok(()) => reading.digest = records.into_input().into_inner().digest(),
        Err(Broken::Unreadable(error)) => return Err(source.unreadable(error)),
        Err(broken) => reading.faults.add(broken.line(), "", "", broken.to_string()),
    }
    Ok(reading)
}

/// Passes over a byte order mark; says what the file is when it is no text that can be read.
fn recognise(input: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let head = input.fill_buf()?;
    let message = match head {
        [] => EMPTY.to_owned(),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            format!("the file is written in UTF-16; {SAVE_AS_UTF8}")
        }
        [b'P', b'K', 3, 4, ..] => format!("the file is a workbook or an archive; {SAVE_AS_UTF8}"),
        _ => {
            if head.starts_with(BYTE_ORDER_MARK) {
                input.consume(BYTE_ORDER_MARK.len());
            }
            return Ok(None);
        }
    };
    Ok(Some(message))
}

fn rows(
    records: &mut Records<impl BufRead>,
    layout: Layout,
    reading: &mut Reading,
    each: &mut impl FnMut(&mut Row<'_>),
) -> std::result::Result<(), Broken> {
    let mut record = Record::default();
    let header = header(records, layout, &mut record, &mut reading.faults)?;
    reading.unknown_columns.clone_from(&header.unknown);
    if !reading.faults.is_empty() {
        return Ok(()); // without its columns every row would only repeat the fault
    }
    while records.read(&mut record)? {
        if is_whole(&record, &header, &mut reading.faults) {
            let Reading { faults, doubts, .. } = reading;
            each(&mut Row { record: &record, header: &header, faults, doubts });
        }
    }
    Ok(())
}

fn header(
    records: &mut Records<impl BufRead>,
    layout: Layout,
    record: &mut Record,
    faults: &mut Faults,
) -> std::result::Result<Header, Broken> {
    let columns = match layout {
        Layout::Fixed { width, columns } => return Ok(Header::fixed(width, columns)),
        Layout::Named(columns) => columns,
    };
    if !records.read(record)? {
        faults.add(0, "", "", EMPTY);
        return Ok(Header::default());
    }
    if !record.is_readable() {
        faults.add(record.line, "", "", not_utf8());
    }
    Ok(Header::read(record, columns, faults))
}

/// Whether a record is a row that can be read; spreadsheets leave rows of nothing but commas, which are passed over.
pub(super) fn is_whole(record: &Record, header: &Header, faults: &mut Faults) -> bool {
    if record.is_blank() {
        return false;
    }
    if !record.is_readable() {
        faults.add(record.line, "", "", not_utf8());
        return false;
    }
    if record.len() != header.width {
        let (found, wanted) = (record.len(), header.width);
        let message = format!(
            "this line has {found} cells and the file {wanted} columns; put a cell with a comma in it between \
             quotation marks"
        );
        faults.add(record.line, "", "", message);
        return false;
    }
    true
}

fn not_utf8() -> String {
    format!("this line is not UTF-8; {SAVE_AS_UTF8}")
}

/// Reads a whole source into memory, up to `most` bytes: for workbooks, whose format needs it.
pub(super) fn read_whole(source: &Source, most: u64, watch: &Watch) -> Result<(Vec<u8>, String)> {
    let size = source.size()?;
    if size > most {
        return Err(source.unreadable(format!("it is larger than {} MB", most / 1024 / 1024)));
    }
    let mut metered = Metered::new(source.open()?, size, watch);
    let mut bytes = Vec::new();
    metered.by_ref().take(most).read_to_end(&mut bytes).map_err(|e| source.unreadable(e))?;
    Ok((bytes, metered.digest()))
}
