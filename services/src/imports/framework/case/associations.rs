//! Which item lies beneath which and which has replaced what, as the associations say.

use super::items::Items;
use super::node::{Node, Reader, identifier};
use crate::case::{CHILD_OF, REPLACED_BY};
use crate::imports::cells;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

const KNOWN: &[&str] = &[
    "identifier",
    "associationType",
    "sequenceNumber",
    "uri",
    "originNodeURI",
    "destinationNodeURI",
    "lastChangeDateTime",
    "CFDocumentURI",
];

/// An item beneath another, or beneath the document.
#[derive(Clone, Debug)]
pub(super) struct ChildOf<'a> {
    pub node: Node<'a>,
    pub child: usize,
    /// `None` for the document.
    pub parent: Option<usize>,
    /// Those without one come last, in the order of the file.
    pub sequence: Option<i64>,
}

/// An item that has replaced another, which is not in the package.
#[derive(Clone, Debug)]
pub(super) struct Replaced {
    pub by: usize,
    pub identifier: Uuid,
    pub title: String,
    pub uri: String,
}

/// What the associations say that has a place here.
#[derive(Debug, Default)]
pub(super) struct Associations<'a> {
    pub children: Vec<ChildOf<'a>>,
    pub replaced: Vec<Replaced>,
}

/// Reads every association; other kinds have no place in a framework of domains and competencies.
pub(super) fn read<'a>(
    reader: &mut Reader,
    listed: &[Node<'a>],
    document: Option<Uuid>,
    items: &Items<'_>,
) -> Associations<'a> {
    let (mut read, mut others) = (Associations::default(), BTreeMap::<String, usize>::new());
    let mut seen = HashSet::new();
    for node in listed {
        reader.know(node, "CFAssociations", KNOWN);
        reader.must_be_a_part(node);
        let id = reader.must(node, "identifier", identifier);
        if id.is_some_and(|id| !seen.insert(id)) {
            let message = "is also that of another association; each has its own";
            reader.fault(node, "identifier", message);
        }
        let kind = reader.must(node, "associationType", |text| Ok(text.to_owned()));
        let ends = (end(reader, node, "originNodeURI"), end(reader, node, "destinationNodeURI"));
        let (Some(kind), (Some(origin), Some(destination))) = (kind, ends) else { continue };
        if kind == CHILD_OF {
            let ends = (origin.as_str(), destination.as_str());
            read.children.extend(child_of(reader, node, ends, document, items));
            continue;
        }
        let replaced = replaced(reader, node, (&origin, &destination), items);
        match replaced.filter(|_| kind == REPLACED_BY) {
            Some(replaced) => read.replaced.push(replaced),
            None => *others.entry(kind).or_default() += 1,
        }
    }
    reader.left_out.extend(others.into_iter().map(left_out));
    read
}

fn left_out((kind, many): (String, usize)) -> String {
    format!(
        "Associations {kind}: {many}. A framework here has domains and competencies, nothing across"
    )
}

/// The identifier at one end, as it is written.
fn end(reader: &mut Reader, node: &Node<'_>, field: &str) -> Option<String> {
    let Some(link) = reader.object(node, field) else {
        if node.get(field).is_none() {
            reader.fault(node, field, "this must not be missing or blank");
        }
        return None;
    };
    reader.must(&link, "identifier", |text| Ok(text.to_owned()))
}

/// What an item of the package has replaced elsewhere; nothing where it is another kind of association.
fn replaced(
    reader: &mut Reader,
    node: &Node<'_>,
    (origin, destination): (&str, &str),
    items: &Items<'_>,
) -> Option<Replaced> {
    let old = identifier(origin).ok().filter(|old| items.find(*old).is_none())?;
    let by = identifier(destination).ok().and_then(|id| items.find(id))?;
    let link = reader.object(node, "originNodeURI")?;
    let title = reader.may(&link, "title", cells::long_text(2_000)).unwrap_or_default();
    let uri = reader.must(&link, "uri", cells::long_text(2_000))?;
    Some(Replaced { by, identifier: old, title, uri })
}

fn child_of<'a>(
    reader: &mut Reader,
    node: &Node<'a>,
    (origin, destination): (&str, &str),
    document: Option<Uuid>,
    items: &Items<'_>,
) -> Option<ChildOf<'a>> {
    let find = |written: &str| identifier(written).ok().and_then(|id| items.find(id));
    let child = find(origin);
    let parent = find(destination);
    let is_document = document.is_some() && identifier(destination).ok() == document;
    let mut unknown = |field: &str, written: &str, message: &str| {
        reader.faults.add(0, &format!("{}.{field}.identifier", node.path), written, message);
    };
    if child.is_none() {
        unknown(
            "originNodeURI",
            origin,
            "is no item of the package; add the item, or remove this association",
        );
    }
    if parent.is_none() && !is_document && document.is_some() {
        let message = "is neither an item of the package nor its document; add the item, or remove this association";
        unknown("destinationNodeURI", destination, message);
        return None;
    }
    let sequence = node.get("sequenceNumber").and_then(serde_json::Value::as_i64);
    if sequence.is_none() && node.get("sequenceNumber").is_some() {
        reader.fault(node, "sequenceNumber", "write a whole number");
    }
    Some(ChildOf { node: node.clone(), child: child?, parent, sequence })
}
