//! What the items of a package say, each by itself.

use super::node::{Node, Reader, identifier};
use crate::case::{DOMAIN, Keywords, MARK};
use crate::imports::cells;
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

const KNOWN: &[&str] = &[
    "identifier",
    "uri",
    "fullStatement",
    "abbreviatedStatement",
    "humanCodingScheme",
    "CFItemType",
    "conceptKeywords",
    "lastChangeDateTime",
    "CFDocumentURI",
];

/// One item. What could not be read is blank: its fault is noted, so that nothing will be kept.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub node: Node<'a>,
    pub id: Uuid,
    pub statement: String,
    pub short: Option<String>,
    pub code: Option<String>,
    /// Whether it says that it is a domain, though nothing lies beneath it.
    pub says_domain: bool,
    pub keywords: Keywords,
}

/// The items of a package, in its order.
#[derive(Debug, Default)]
pub(super) struct Items<'a> {
    pub all: Vec<Item<'a>>,
    at: HashMap<Uuid, usize>,
}

impl<'a> Items<'a> {
    pub fn find(&self, id: Uuid) -> Option<usize> {
        self.at.get(&id).copied()
    }

    pub fn get(&self, at: usize) -> Option<&Item<'a>> {
        self.all.get(at)
    }
}

pub(super) fn read<'a>(reader: &mut Reader, listed: &[Node<'a>]) -> Items<'a> {
    let mut items = Items::default();
    for node in listed {
        let Some(item) = item(reader, node) else { continue };
        if let Some(first) = items.find(item.id).and_then(|at| items.get(at)) {
            let message =
                format!("is also the identifier of {}; every item has its own", first.node.path);
            reader.fault(node, "identifier", message);
            continue;
        }
        items.at.insert(item.id, items.all.len());
        items.all.push(item);
    }
    items
}

fn item<'a>(reader: &mut Reader, node: &Node<'a>) -> Option<Item<'a>> {
    reader.know(node, "CFItems", KNOWN);
    reader.must_be_a_part(node);
    let id = reader.must(node, "identifier", identifier);
    let statement = reader.must(node, "fullStatement", cells::long_text(2_000));
    let short = reader.may(node, "abbreviatedStatement", cells::text(300));
    let code = reader.may(node, "humanCodingScheme", cells::code);
    let says_domain = reader.may(node, "CFItemType", |text| Ok(text == DOMAIN)) == Some(true);
    let keywords = keywords(reader, node);
    let node = node.clone();
    Some(Item {
        id: id?,
        statement: statement.unwrap_or_default(),
        node,
        short,
        code,
        says_domain,
        keywords,
    })
}

fn keywords(reader: &mut Reader, node: &Node<'_>) -> Keywords {
    const FIELD: &str = "conceptKeywords";
    let Some(value) = node.get(FIELD) else { return Keywords::default() };
    let words =
        value.as_array().map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned));
    let Some(words) = words.map(Iterator::collect::<Vec<_>>) else {
        reader.fault(node, FIELD, "this must be a list of texts");
        return Keywords::default();
    };
    if words.iter().any(|word| !word.starts_with(MARK)) {
        reader.passed_over.insert(format!("CFItems.{FIELD} other than those of Esteem"));
    }
    Keywords::read(&words).unwrap_or_else(|faults| {
        for (keyword, message) in faults {
            reader.faults.add(0, &format!("{}.{FIELD}", node.path), &keyword, message);
        }
        Keywords::default()
    })
}
