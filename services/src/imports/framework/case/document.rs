//! What a package says of itself: its title and number, from when it holds, who made it.

use super::node::{Node, Reader, identifier};
use crate::case::DEPRECATED;
use crate::imports::cells;
use chrono::{DateTime, NaiveDate};
use domain::codes::VersionState;
use domain::ids::FrameworkVersionId;
use entities::{framework_source, framework_version};

const KNOWN: &[&str] = &[
    "identifier",
    "uri",
    "creator",
    "title",
    "lastChangeDateTime",
    "officialSourceURL",
    "publisher",
    "description",
    "language",
    "version",
    "adoptionStatus",
    "statusStartDate",
    "licenseURI",
    "CFPackageURI",
];

/// The version that a package is, and who made it.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub version: framework_version::Model,
    pub source: framework_source::Model,
}

pub(super) fn read(reader: &mut Reader, package: &Node<'_>, as_at: NaiveDate) -> Option<Document> {
    let Some(node) = reader.object(package, "CFDocument") else {
        if package.get("CFDocument").is_none() {
            reader.fault(package, "CFDocument", "the file is no CASE package without it");
        }
        return None;
    };
    reader.know(&node, "CFDocument", KNOWN);
    reader.must_be_a_part(&node);
    let id = reader.must(&node, "identifier", identifier);
    let title = reader.must(&node, "title", cells::text(300));
    let creator = reader.must(&node, "creator", cells::long_text(300));
    let number = reader.may(&node, "version", |text| Ok(text.parse().ok().filter(|n| *n > 0)));
    let state = reader.may(&node, "adoptionStatus", |text| Ok(state(text)));
    let from = reader.may(&node, "statusStartDate", day);
    let id = FrameworkVersionId(id?);
    let source = source(reader, &node, id, creator?);
    let version = framework_version::Model {
        id,
        number: number.flatten().unwrap_or(1),
        title: title?,
        state: state.unwrap_or(VersionState::Published),
        published_from: Some(from.unwrap_or(as_at)),
    };
    Some(Document { version, source })
}

/// Bringing a framework in puts it in use, whatever it was elsewhere; only one that was given up stays so.
fn state(text: &str) -> VersionState {
    if text == DEPRECATED { VersionState::Retired } else { VersionState::Published }
}

/// A day, or the day of a moment.
fn day(text: &str) -> Result<NaiveDate, String> {
    let moment = || DateTime::parse_from_rfc3339(text).map(|moment| moment.date_naive());
    text.parse().or_else(|_| moment()).map_err(|_| "write a date such as 2026-05-04".to_owned())
}

fn source(
    reader: &mut Reader,
    node: &Node<'_>,
    version_id: FrameworkVersionId,
    creator: String,
) -> framework_source::Model {
    let licence = reader.object(node, "licenseURI");
    let mut of_licence =
        |field| licence.as_ref().and_then(|node| reader.may(node, field, cells::long_text(2_000)));
    let (licence_title, licence_uri) = (of_licence("title"), of_licence("uri"));
    let licence = licence.as_ref();
    let licence_identifier = licence.and_then(|node| reader.may(node, "identifier", identifier));
    framework_source::Model {
        version_id,
        creator,
        publisher: reader.may(node, "publisher", cells::long_text(300)),
        description: reader.may(node, "description", cells::long_text(4_000)),
        language: reader.may(node, "language", cells::long_text(35)),
        official_source_url: reader.may(node, "officialSourceURL", cells::long_text(2_000)),
        licence_title,
        licence_identifier,
        licence_uri,
    }
}
