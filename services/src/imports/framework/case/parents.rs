//! Which item lies beneath which, as the associations say.

use super::items::Items;
use super::node::{Node, Reader, identifier};
use crate::case::CHILD_OF;
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

/// Reads every association; other kinds than `isChildOf` have no place in a framework of domains and competencies.
pub(super) fn read<'a>(
    reader: &mut Reader,
    listed: &[Node<'a>],
    document: Option<Uuid>,
    items: &Items<'_>,
) -> Vec<ChildOf<'a>> {
    let (mut kept, mut others) = (Vec::new(), BTreeMap::<String, usize>::new());
    let mut seen = HashSet::new();
    for node in listed {
        reader.know(node, "CFAssociations", KNOWN);
        reader.must_be_a_part(node);
        let id = reader.must(node, "identifier", identifier);
        if id.is_some_and(|id| !seen.insert(id)) {
            reader.fault(
                node,
                "identifier",
                "is also that of another association; each has its own",
            );
        }
        let kind = reader.must(node, "associationType", |text| Ok(text.to_owned()));
        let ends = (end(reader, node, "originNodeURI"), end(reader, node, "destinationNodeURI"));
        match (kind.as_deref(), ends) {
            (Some(CHILD_OF), (Some(origin), Some(destination))) => {
                kept.extend(child_of(reader, node, (origin, destination), document, items));
            }
            (None | Some(CHILD_OF), _) => {}
            (Some(other), _) => *others.entry(other.to_owned()).or_default() += 1,
        }
    }
    let note = |(kind, many)| {
        format!(
            "{many} associations {kind}: a framework here has domains and competencies, nothing across"
        )
    };
    reader.left_out.extend(others.into_iter().map(note));
    kept
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

fn child_of<'a>(
    reader: &mut Reader,
    node: &Node<'a>,
    (origin, destination): (String, String),
    document: Option<Uuid>,
    items: &Items<'_>,
) -> Option<ChildOf<'a>> {
    let find = |written: &str| identifier(written).ok().and_then(|id| items.find(id));
    let child = find(&origin);
    let parent = find(&destination);
    let is_document = document.is_some() && identifier(&destination).ok() == document;
    let mut unknown = |field: &str, written: &str, message: &str| {
        reader.faults.add(0, &format!("{}.{field}.identifier", node.path), written, message);
    };
    if child.is_none() {
        unknown(
            "originNodeURI",
            &origin,
            "is no item of the package; add the item, or remove this association",
        );
    }
    if parent.is_none() && !is_document && document.is_some() {
        let message = "is neither an item of the package nor its document; add the item, or remove this association";
        unknown("destinationNodeURI", &destination, message);
        return None;
    }
    let sequence = node.get("sequenceNumber").and_then(serde_json::Value::as_i64);
    if sequence.is_none() && node.get("sequenceNumber").is_some() {
        reader.fault(node, "sequenceNumber", "write a whole number");
    }
    Some(ChildOf { node: node.clone(), child: child?, parent, sequence })
}
