//! A framework from a CASE 1.0 package: read whole with every fault, then version 1, a draft, or the same as what is on
//! record.
//!
//! How a tree of items becomes domains and competencies is told in `docs/decisions/case.md`.

mod associations; // which item lies beneath which, which has replaced what
mod codes; // codes for items that have none
mod compare; // what differs from what is on record
mod descriptors; // rubrics as levels
mod document; // what the document says of itself
mod into_draft; // what differs from a draft
mod items; // what the items say
mod node; // one object of the file
mod rows; // items as domains and competencies
mod settled; // under which identifiers they stand here
#[cfg(test)]
mod tests;
mod titles; // short names for long statements
mod tree; // where each item stands

use super::target::Target;
use super::version;
use crate::case::Edition;
use crate::error::Result;
use crate::imports::check::Check;
use crate::imports::lines;
use crate::imports::table;
use chrono::NaiveDate;
use domain::imports::{Faults, Sort};
use node::Reader;
use serde_json::Value;
use std::io::Read;

/// The largest package: some ten times what 5,000 items take.
const LARGEST: u64 = 64 * 1024 * 1024;
/// More items than any framework for people has.
const MOST_ITEMS: usize = 10_000;
/// White space and a byte order mark, before which a JSON file may begin.
const BEFORE_JSON: &[u8] = b" \t\r\n\xEF\xBB\xBF";
const LOOKED_AT: u64 = 1024;

/// Whether the file is JSON: then it begins with a brace, which no header of a table does.
pub(super) async fn is_json(check: &Check<'_>) -> Result<bool> {
    let source = check.source.clone();
    lines::aside(move || {
        let mut head = Vec::new();
        let read = source.open()?.take(LOOKED_AT).read_to_end(&mut head);
        read.map_err(|error| source.unreadable(error))?;
        let first = head.iter().find(|byte| !BEFORE_JSON.contains(byte));
        Ok(matches!(first, Some(b'{' | b'[')))
    })
    .await
}

pub(super) async fn check(check: &mut Check<'_>) -> Result<()> {
    let (source, watch) = (check.source.clone(), check.watch.clone());
    let as_at = check.options.as_at;
    let (read, digest) = lines::aside(move || {
        let (bytes, digest) = table::read_whole(&source, LARGEST, &watch)?;
        Ok((read(&bytes, as_at), digest))
    })
    .await?;
    check.digest = digest;
    check.report.faults = read.faults;
    check.report.unknown_columns = read.passed_over;
    check.report.left_out = read.left_out;
    check.report.assumed = read.assumed;
    let Some(edition) = read.edition else { return Ok(()) };
    if let Some(target) = Target::of(check).await? {
        return into_draft::into_draft(check, target, edition).await;
    }
    match version::in_use(check.db(), as_at).await? {
        Some(in_use) => {
            let differs = compare::compare(check, &in_use, &edition).await?;
            compare::tell(check, &edition, differs);
        }
        None => {
            super::may_found(check)?;
            found(check, edition);
        }
    }
    Ok(())
}

/// Makes the first version of the installation.
fn found(check: &mut Check<'_>, edition: Edition) {
    for row in edition.domains {
        check.report.count("domains", Sort::New, || format!("{} ({})", row.title, row.code));
        check.plan.domains.add(row);
    }
    for row in edition.competencies {
        check.report.count("competencies", Sort::New, || format!("{} ({})", row.title, row.code));
        check.plan.competencies.add(row);
    }
    edition.predecessors.into_iter().for_each(|row| check.plan.predecessors.add(row));
    check.plan.versions.add(edition.version);
    edition.source.into_iter().for_each(|row| check.plan.sources.add(row));
}

/// What a file says.
#[derive(Debug, Default)]
struct Package {
    /// `None` where something is wrong with the file.
    edition: Option<Edition>,
    faults: Faults,
    passed_over: Vec<String>,
    left_out: Vec<String>,
    assumed: Vec<String>,
}

fn read(bytes: &[u8], as_at: NaiveDate) -> Package {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = Reader::default();
    let edition = match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => edition(&mut reader, &value, as_at),
        Err(error) => {
            let message = format!("the file is no JSON: {error}");
            reader.faults.add(error.line() as u64, "", "", message);
            None
        }
    };
    let edition = edition.filter(|_| reader.faults.is_empty());
    let (passed_over, faults) = (reader.passed_over.into_iter().collect(), reader.faults);
    Package { edition, faults, passed_over, left_out: reader.left_out, assumed: reader.assumed }
}

fn edition(reader: &mut Reader, value: &Value, as_at: NaiveDate) -> Option<Edition> {
    const KNOWN: &[&str] =
        &["CFDocument", "CFItems", "CFAssociations", "CFRubrics", "CFDefinitions"];
    let package = reader.whole(value)?;
    reader.know(&package, "", KNOWN);
    // Where there are none, some write an empty list instead of an object.
    let definitions = package.get("CFDefinitions").and_then(Value::as_object);
    let is_list = |value: &Value| value.as_array().is_some_and(|list| !list.is_empty());
    if definitions.is_some_and(|definitions| definitions.values().any(is_list)) {
        reader.passed_over.insert("CFDefinitions".to_owned());
    }
    let document = document::read(reader, &package, as_at);
    let listed = reader.list(&package, "CFItems");
    if listed.len() > MOST_ITEMS {
        let message = format!("the package has {} items; the most is {MOST_ITEMS}", listed.len());
        reader.faults.add(0, "CFItems", "", message);
        return None;
    }
    if listed.is_empty() {
        reader.fault(&package, "CFItems", "the package has no items; there is nothing to import");
    }
    let items = items::read(reader, &listed);
    let joined = reader.list(&package, "CFAssociations");
    let document_id = document.as_ref().map(|document| document.version.id.0);
    let associations = associations::read(reader, &joined, document_id, &items);
    let rubrics = reader.list(&package, "CFRubrics");
    let descriptors = descriptors::read(reader, &rubrics, &items);
    let places = tree::places(reader, &items, associations.children)?;
    let mut edition = rows::rows(reader, document?, &items, &places, descriptors);
    edition.predecessors = rows::predecessors(reader, &items, associations.replaced, &edition);
    Some(edition)
}
