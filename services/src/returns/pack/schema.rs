//! What a column holds, for programs: as a Table Schema (Frictionless, version 1), and as what a cell may be.

use domain::fields::guarded;
use serde::Serialize;

/// A file of lines.
#[derive(Debug)]
pub(super) struct Table {
    /// Of the file, without its ending.
    pub name: &'static str,
    pub title: &'static str,
    pub says: &'static str,
    /// What tells a line from every other one.
    pub key: &'static [&'static str],
    pub columns: &'static [Column],
}

/// A column, named as in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub name: &'static str,
    pub kind: Kind,
    /// Whether no cell of it is blank.
    pub is_required: bool,
    pub says: &'static str,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Words that somebody chose.
    Text,
    /// One of a closed list.
    Code(fn() -> Vec<&'static str>),
    /// A whole number from 0 on.
    Count,
    /// A whole number from 0 to 100.
    Percent,
    /// Digits, with a point or a minus where needed.
    Decimal,
    Day,
}

impl Column {
    /// Never blank.
    pub const fn always(name: &'static str, kind: Kind, says: &'static str) -> Self {
        Self { name, kind, is_required: true, says }
    }

    /// Blank in some lines.
    pub const fn perhaps(name: &'static str, kind: Kind, says: &'static str) -> Self {
        Self { name, kind, is_required: false, says }
    }

    /// The cell as it stands in the file: numbers stay numbers, and no spreadsheet runs a text.
    pub fn cell(&self, plain: &str) -> String {
        let is_number = match self.kind {
            Kind::Decimal | Kind::Count | Kind::Percent => plain.parse::<f64>().is_ok(),
            Kind::Text | Kind::Code(_) | Kind::Day => false,
        };
        if is_number { plain.to_owned() } else { guarded(plain) }
    }

    fn field(&self) -> Field {
        let none = Constraints::default();
        let (kind, bounds) = match self.kind {
            Kind::Text => ("string", none),
            Kind::Code(codes) => ("string", Constraints { one_of: Some(codes()), ..none }),
            Kind::Count => ("integer", Constraints { minimum: Some(0), ..none }),
            Kind::Percent => {
                ("integer", Constraints { minimum: Some(0), maximum: Some(100), ..none })
            }
            Kind::Decimal => ("number", none),
            Kind::Day => ("date", none),
        };
        let constraints = Constraints { required: self.is_required.then_some(true), ..bounds };
        Field {
            name: self.name,
            kind,
            format: "default",
            description: self.says,
            constraints: (constraints != Constraints::default()).then_some(constraints),
        }
    }
}

impl Table {
    /// The name of the file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// As the data package tells it. A primary key is never blank; where a part of the key may be, lines are unique all the same.
    pub fn schema(&self) -> Schema {
        let is_required = |name: &&str| {
            self.columns.iter().any(|column| column.name == *name && column.is_required)
        };
        let is_primary = self.key.iter().all(is_required);
        Schema {
            fields: self.columns.iter().map(Column::field).collect(),
            missing_values: [""],
            primary_key: is_primary.then_some(self.key),
            unique_keys: (!is_primary).then_some([self.key]),
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    primary_key: Option<&'static [&'static str]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unique_keys: Option<[&'static [&'static str]; 1]>,
}

#[derive(Debug, Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    format: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<u32>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<&'static str>>,
}
