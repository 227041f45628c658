//! The files of a return, written from its contents alone: the same contents make the same bytes. Why they are as they are, and how
//! anybody checks them, stands in `docs/decisions/return_package.md`.

mod about; // what the data package says of the return
mod cells; // lines as CSV
mod columns; // what columns are of
mod descriptor; // datapackage.json
mod schema; // columns, as a Table Schema
mod submission; // who did what with it
mod tables; // the columns of each file
#[cfg(test)]
mod tests;

pub use descriptor::{DESCRIPTOR, what};
pub(crate) use descriptor::{Listed, ListedFile, unlike_package, version_of};
pub use submission::{Corrects, SUBMISSION, StepTaken, Submission};

use crate::ctx::Ctx;
use crate::error::{Error, Result};
use cells::written;
use domain::returns::Contents;
use domain::returns::cells::coverage_lines;
use domain::returns::change_line::change_lines;
use domain::returns::changes::Keyed;
use sha2::{Digest, Sha256};
use std::path::Path;
use tables::{CHANGES, COVER, COVERAGE, LOCAL_MEASURES, NEEDS, SESSIONS};

/// The workbook and the report, by their names.
pub const WORKBOOK: &str = "coverage.xlsx";
pub const REPORT: &str = "report.pdf";

/// How the files are written. Raised with every change of columns, wording or drawing by which the same contents make other bytes: a return
/// that an earlier version wrote is told from one that somebody altered. Packages without one are of version 0.
pub const FILES_VERSION: u32 = 1;

/// One file of a return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Plain, as in the package: `coverage.csv`.
    pub name: String,
    pub content: Vec<u8>,
}

/// How a process draws the files that people read. The same contents must make the same bytes. An error is a fault of ours.
#[derive(Clone, Copy, Debug)]
pub struct Papers {
    pub workbook: fn(&Contents) -> std::result::Result<Vec<u8>, String>,
    pub report: fn(&Contents) -> std::result::Result<Vec<u8>, String>,
}

/// Every file of a return but who submitted it, sorted by name. Without papers there is no workbook and no report among them.
/// It may take seconds: call it where it holds up nobody, as [`packed`] does.
///
/// # Errors
/// Fails where a paper cannot be drawn.
pub fn package(contents: &Contents, papers: Option<Papers>) -> Result<Vec<File>> {
    let mut files = tables(contents)?;
    if let Some(papers) = papers {
        files.push(drawn(WORKBOOK, (papers.workbook)(contents))?);
        files.push(drawn(REPORT, (papers.report)(contents))?);
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let descriptor = descriptor::written(contents, &files)?;
    files.push(descriptor);
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The same, written in its turn beside what answers browsers, with the papers of this process.
///
/// # Errors
/// As [`package`].
pub(crate) async fn packed(ctx: &Ctx, contents: Contents) -> Result<Vec<File>> {
    let (papers, turn) = (ctx.papers(), ctx.services.turns.take().await?);
    let written = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        package(&contents, papers)
    });
    written.await.map_err(|error| Error::fault("writing a return", error))?
}

/// What a return's files are known by together, in hexadecimal: SHA-256 over a line for each, sorted by name, with its name, its
/// length in bytes and its SHA-256. `submission.json` is left out, so that nobody's step makes another return of it.
pub fn digest(files: &[File]) -> String {
    let mut files: Vec<&File> = files.iter().filter(|file| file.name != SUBMISSION).collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let line =
        |file: &&File| format!("{} {} {}\n", file.name, file.content.len(), sha256(&file.content));
    let lines: String = files.iter().map(line).collect();
    sha256(lines.as_bytes())
}

/// In hexadecimal.
pub fn sha256(content: &[u8]) -> String {
    format!("{:x}", Sha256::digest(content))
}

fn drawn(name: &str, drawn: std::result::Result<Vec<u8>, String>) -> Result<File> {
    let content = drawn.map_err(|why| Error::fault(&format!("drawing {name}"), why))?;
    Ok(File { name: name.to_owned(), content })
}

fn tables(of: &Contents) -> Result<Vec<File>> {
    let stamp = &of.stamp;
    let mut files = vec![
        written(&COVERAGE, coverage_lines(stamp, &of.cells))?,
        written(&COVER, sorted(&of.cover).map(|cell| cell.line(stamp)))?,
        written(&SESSIONS, sorted(&of.sessions).map(|figure| figure.line(stamp)))?,
        written(&NEEDS, sorted(&of.needs).map(|need| need.line(stamp)))?,
        written(&LOCAL_MEASURES, sorted(&of.local_measures).map(|measure| measure.line(stamp)))?,
    ];
    if let Some(correction) = &of.correction {
        files.push(written(&CHANGES, change_lines(stamp, correction))?);
    }
    Ok(files)
}

/// The names of files that do not say what contents say: tables that would have other lines, are missing or one too many, and the data
/// package. The workbook and the report are taken as they are. What another version of Esteem wrote is held against this one as far as its
/// columns are the same.
///
/// # Errors
/// Fails where a file cannot be written.
pub(crate) fn unlike_contents(files: &[File], contents: &Contents) -> Result<Vec<String>> {
    let mut expected = tables(contents)?;
    if version_of(files) == Some(FILES_VERSION) {
        let others = files.iter().filter(|file| file.name != DESCRIPTOR);
        expected.push(descriptor::written(contents, &others.cloned().collect::<Vec<File>>())?);
    }
    let known = |name: &str| files.iter().find(|file| file.name == name);
    let is_other = |file: &&File| match known(&file.name) {
        Some(known) => known.content != file.content && is_comparable(known, file),
        None => true,
    };
    let mut unlike: Vec<String> =
        expected.iter().filter(is_other).map(|file| file.name.clone()).collect();
    let is_table = |file: &File| Path::new(&file.name).extension().is_some_and(|end| end == "csv");
    let is_more = |file: &&File| is_table(file) && !expected.iter().any(|of| of.name == file.name);
    unlike.extend(files.iter().filter(is_more).map(|file| file.name.clone()));
    Ok(unlike)
}

/// Whether two files have the same columns, or none.
fn is_comparable(one: &File, other: &File) -> bool {
    fn header(file: &File) -> Option<&[u8]> {
        file.content.split(|byte| *byte == b'\n').next()
    }
    one.name == DESCRIPTOR || header(one) == header(other)
}

/// In the order of their keys, however they came.
fn sorted<T: Keyed>(lines: &[T]) -> impl Iterator<Item = &T> {
    let mut sorted: Vec<&T> = lines.iter().collect();
    sorted.sort_by_cached_key(|line| line.key());
    sorted.into_iter()
}
