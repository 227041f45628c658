//! One object of the file, and what was found while reading: every fault with its path.

use chrono::DateTime;
use domain::fields::seen;
use domain::imports::Faults;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What reading has found so far.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub faults: Faults,
    /// Fields that mean nothing here.
    pub passed_over: BTreeSet<String>,
    /// What is not taken over, with the reason.
    pub left_out: Vec<String>,
    /// What the file does not say, and what is taken instead.
    pub assumed: Vec<String>,
}

/// An object, and where it stands, such as `CFItems[3]`.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub path: String,
    object: &'a Map<String, Value>,
}

impl<'a> Node<'a> {
    /// What a field says; nothing where it is missing or null.
    pub fn get(&self, field: &str) -> Option<&'a Value> {
        self.object.get(field).filter(|value| !value.is_null())
    }

    fn at(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }
}

impl Reader {
    /// The file itself.
    pub fn whole<'a>(&mut self, value: &'a Value) -> Option<Node<'a>> {
        let object = value.as_object();
        if object.is_none() {
            self.faults.add(
                0,
                "",
                "",
                "the file is no CASE package; it must hold one object with CFDocument",
            );
        }
        object.map(|object| Node { path: String::new(), object })
    }

    /// Notes the fields of an object that are not known.
    pub fn know(&mut self, node: &Node<'_>, kind: &str, known: &[&str]) {
        for field in node.object.keys().filter(|field| !known.contains(&field.as_str())) {
            self.passed_over.insert(if kind.is_empty() {
                field.clone()
            } else {
                format!("{kind}.{field}")
            });
        }
    }

    pub fn fault(&mut self, node: &Node<'_>, field: &str, message: impl Into<String>) {
        let shown = match node.get(field) {
            Some(Value::String(text)) => text.clone(),
            Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
            _ => String::new(),
        };
        self.faults.add(0, &node.at(field), shown.trim(), message);
    }

    /// An object inside another.
    pub fn object<'a>(&mut self, node: &Node<'a>, field: &str) -> Option<Node<'a>> {
        let value = node.get(field)?;
        let object = value.as_object();
        if object.is_none() {
            self.fault(node, field, "this must be an object");
        }
        object.map(|object| Node { path: node.at(field), object })
    }

    /// The objects of a list; none where it is missing.
    pub fn list<'a>(&mut self, node: &Node<'a>, field: &str) -> Vec<Node<'a>> {
        let Some(value) = node.get(field) else { return Vec::new() };
        let Some(list) = value.as_array() else {
            self.fault(node, field, "this must be a list");
            return Vec::new();
        };
        let mut objects = Vec::with_capacity(list.len());
        for (at, value) in list.iter().enumerate() {
            let path = format!("{}[{at}]", node.at(field));
            match value.as_object() {
                Some(object) => objects.push(Node { path, object }),
                None => self.faults.add(0, &path, "", "this must be an object"),
            }
        }
        objects
    }

    /// Text that may be missing, without unseen characters and the white space around it; Markdown stays as it is.
    pub fn may<T>(
        &mut self,
        node: &Node<'_>,
        field: &str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let value = node.get(field)?;
        let Some(text) = value.as_str() else {
            self.fault(node, field, "this must be text");
            return None;
        };
        let text = seen(text);
        if text.trim().is_empty() {
            return None;
        }
        read(text.trim()).map_err(|message| self.fault(node, field, message)).ok()
    }

    /// As [`Reader::may`], for text that must be there.
    pub fn must<T>(
        &mut self,
        node: &Node<'_>,
        field: &str,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let is_text = node.get(field).is_none_or(Value::is_string);
        let is_blank =
            node.get(field).and_then(Value::as_str).is_none_or(|text| seen(text).trim().is_empty());
        if is_text && is_blank {
            self.fault(node, field, "this must not be missing or blank");
            return None;
        }
        self.may(node, field, read)
    }

    /// Notes where the fields that CASE asks of every part are missing; what they say is this installation's own matter.
    pub fn must_be_a_part(&mut self, node: &Node<'_>) {
        self.must(node, "uri", |_| Ok(()));
        self.must(node, "lastChangeDateTime", |text| {
            DateTime::parse_from_rfc3339(text).map(drop).map_err(|_| {
                "write a date and time with its zone, such as 2026-05-04T00:00:00Z".to_owned()
            })
        });
    }
}

/// A UUID as CASE writes it: 32 digits in five groups.
pub(super) fn identifier(text: &str) -> Result<Uuid, String> {
    let read = Uuid::try_parse(text).ok().filter(|_| text.len() == 36);
    read.ok_or_else(|| {
        "write a UUID: 32 digits and letters a to f in five groups with hyphens".to_owned()
    })
}
