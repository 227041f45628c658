//! `datapackage.json`: every file of a return with its length and hash, and what its columns hold (Frictionless Data Package, version 1).

use super::about::About;
use super::schema::{Schema, Table};
use super::submission::SUBMISSION;
use super::tables::TABLES;
use super::{File, REPORT, WORKBOOK, sha256};
use crate::error::{Error, Result};
use domain::dates::spoken;
use domain::returns::{Contents, ReturnId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The name of the file.
pub const DESCRIPTOR: &str = "datapackage.json";

/// What a hash in the package begins with.
const SHA256: &str = "sha256:";

#[derive(Debug, Serialize)]
struct Package<'a> {
    /// Not the profile of tables alone: the workbook and the report are none.
    profile: &'static str,
    name: String,
    id: &'a ReturnId,
    title: String,
    description: String,
    resources: Vec<Resource<'a>>,
    /// What is Esteem's own.
    esteem: About<'a>,
}

#[derive(Debug, Serialize)]
struct Resource<'a> {
    name: &'a str,
    path: &'a str,
    profile: &'static str,
    /// Of what is no table: else programs look for one in the workbook.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    title: &'static str,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'static str>,
    bytes: usize,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<Dialect>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

/// How the tables are written.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    header: bool,
}

const DIALECT: Dialect = Dialect {
    delimiter: ",",
    line_terminator: "\n",
    quote_char: "\"",
    double_quote: true,
    header: true,
};

/// The description of these files, which are all the others of the return.
///
/// # Errors
/// Fails where it cannot be written, which would be a fault of ours.
pub(super) fn written(of: &Contents, files: &[File]) -> Result<File> {
    let id = &of.stamp.id;
    let package = Package {
        profile: "data-package",
        name: slug(&id.to_string()),
        id,
        title: format!("Return of {}, {}, revision {}", of.place, spoken(id.date), id.revision),
        description: format!(
            "Mental health skills of the workforce of {}, as at {}: a local return for {}. No national return asks for these figures.",
            of.place,
            spoken(id.date),
            of.recipient
        ),
        resources: files.iter().map(resource).collect(),
        esteem: About::of(of),
    };
    let content = serde_json::to_vec_pretty(&package);
    let mut content = content.map_err(|error| Error::fault("describing a return", error))?;
    content.push(b'\n');
    Ok(File { name: DESCRIPTOR.to_owned(), content })
}

/// Small letters, digits and the signs that a name may have.
fn slug(text: &str) -> String {
    let plain = |sign: char| match sign.to_ascii_lowercase() {
        sign @ ('a'..='z' | '0'..='9' | '-' | '_' | '.') => sign,
        _ => '-',
    };
    text.chars().map(plain).collect()
}

fn resource(file: &File) -> Resource<'_> {
    let table = TABLES.into_iter().find(|table| table.file() == file.name);
    let (name, description, format, mediatype) = match (table, file.name.as_str()) {
        (Some(table), _) => (table.name, table.says, "csv", "text/csv"),
        (None, WORKBOOK) => {
            ("workbook", "The figures to look at, sheet by sheet.", "xlsx", SPREADSHEET)
        }
        (None, REPORT) => {
            ("report", "The return to read, tagged for screen readers.", "pdf", "application/pdf")
        }
        (None, other) => (other, "", "", "application/octet-stream"),
    };
    Resource {
        name,
        path: &file.name,
        profile: if table.is_some() { "tabular-data-resource" } else { "data-resource" },
        kind: table.is_none().then_some("file"),
        title: what(&file.name),
        description,
        format,
        mediatype,
        encoding: table.map(|_| "utf-8"),
        bytes: file.content.len(),
        hash: format!("{SHA256}{}", sha256(&file.content)),
        dialect: table.map(|_| DIALECT),
        schema: table.map(Table::schema),
    }
}

const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What is in a file of a return, in a few words; empty for one that it has not.
pub fn what(file: &str) -> &'static str {
    match file {
        WORKBOOK => "Workbook",
        REPORT => "Report",
        DESCRIPTOR => "Data package: what the files hold",
        SUBMISSION => "Who prepared, checked, approved and submitted it",
        _ => TABLES.into_iter().find(|table| table.file() == file).map_or("", |table| table.title),
    }
}

/// What a data package that somebody handed in says of its files.
#[derive(Debug, Deserialize)]
pub(crate) struct Listed {
    pub resources: Vec<ListedFile>,
    pub esteem: ListedReturn,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ListedFile {
    pub path: String,
    pub bytes: u64,
    hash: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct ListedReturn {
    pub return_id: ReturnId,
    #[serde(default)]
    pub files_version: u32,
}

/// By which version of Esteem's files these were written; `None` where no package says so.
pub(crate) fn version_of(files: &[File]) -> Option<u32> {
    let package = files.iter().find(|file| file.name == DESCRIPTOR)?;
    let listed: Listed = serde_json::from_slice(&package.content).ok()?;
    Some(listed.esteem.files_version)
}

/// The names of files that are not as their own package lists them: those that are others, those that are missing, and those too many.
pub(crate) fn unlike_package(files: &[File]) -> BTreeSet<String> {
    let package = files.iter().find(|file| file.name == DESCRIPTOR);
    let listed = package.and_then(|file| serde_json::from_slice::<Listed>(&file.content).ok());
    let Some(listed) = listed else { return BTreeSet::from([DESCRIPTOR.to_owned()]) };
    let is_there =
        |of: &&ListedFile| files.iter().any(|file| file.name == of.path && of.is_of(&file.content));
    let others = listed.resources.iter().filter(|of| !is_there(of));
    let is_listed =
        |name: &str| name == DESCRIPTOR || listed.resources.iter().any(|of| of.path == name);
    let more = files.iter().filter(|file| !is_listed(&file.name));
    let names = others.map(|of| of.path.clone()).chain(more.map(|file| file.name.clone()));
    names.collect()
}

impl ListedFile {
    /// Whether it is a file of these bytes.
    pub fn is_of(&self, content: &[u8]) -> bool {
        let is_as_long = u64::try_from(content.len()).is_ok_and(|length| length == self.bytes);
        is_as_long && self.hash.strip_prefix(SHA256) == Some(sha256(content).as_str())
    }
}
