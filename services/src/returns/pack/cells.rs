//! Lines as CSV: UTF-8 without BOM, LF, quotes only where needed, and the header of their table even where there is no line.

use super::File;
use super::schema::Table;
use crate::error::{Error, Result};
use serde::Serialize;

/// A file of lines, whose fields are the columns of the table in their order.
///
/// # Errors
/// Fails where they are not, which would be a fault of ours.
pub(super) fn written<T: Serialize>(
    table: &Table,
    lines: impl IntoIterator<Item = T>,
) -> Result<File> {
    let content = plain(lines).and_then(|plain| harmless(table, &plain));
    let content = content.map_err(|error| Error::fault("writing a file of a return", error))?;
    Ok(File { name: table.file(), content })
}

/// The fields of the lines, without a header.
fn plain<T: Serialize>(
    lines: impl IntoIterator<Item = T>,
) -> std::result::Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    for line in lines {
        writer.serialize(line)?;
    }
    finished(writer)
}

/// The same under their header, with no cell that a spreadsheet would run.
fn harmless(table: &Table, plain: &[u8]) -> std::result::Result<Vec<u8>, csv::Error> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(plain);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| column.name))?;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        let cells = table.columns.iter().zip(&record);
        writer.write_record(cells.map(|(column, cell)| column.cell(cell)))?;
    }
    finished(writer)
}

fn finished(writer: csv::Writer<Vec<u8>>) -> std::result::Result<Vec<u8>, csv::Error> {
    writer.into_inner().map_err(|error| error.into_error().into())
}
