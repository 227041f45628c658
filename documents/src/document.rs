//! The parts that a document is made of. They hold plain text: how it looks is the template's, and none of it is markup.

use crate::heat::Heat;
use chrono::NaiveDate;
use serde::Serialize;

/// A document before it is typeset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its first heading, and its title in the file's properties together with `about`.
    pub title: String,
    /// Whom it is about.
    pub about: String,
    /// The day it speaks of, which is its date in the file's properties: nothing here reads a clock.
    pub day: NaiveDate,
    /// Its content, in reading order.
    pub parts: Vec<Part>,
    /// What a program reads instead of a person, carried inside the file.
    #[serde(skip)]
    pub attached: Option<Attached>,
}

/// A file inside the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Its name, in ASCII letters.
    pub name: &'static str,
    pub media_type: &'static str,
    /// What a reader's program says of it.
    pub description: &'static str,
    pub content: Vec<u8>,
}

/// One part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What follows begins a page, to be handed on by itself.
    Page(()),
    /// A heading under the title.
    Section(String),
    /// A heading under a section.
    Topic(String),
    Paragraph(String),
    /// What nobody should pass over.
    Inset(String),
    /// Steps in their order.
    Steps(Vec<String>),
    /// Sentences that stand beside each other.
    Points(Vec<String>),
    /// Names and what stands for each.
    Facts(Vec<Fact>),
    Table(Table),
    Heat(Heat),
}

/// One name, such as `Issued on`, and what stands for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub name: &'static str,
    pub text: String,
}

/// Rows under a head that every page repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    pub columns: Vec<Column>,
    /// As many cells in each as there are columns; the first says what the row is about.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    pub title: &'static str,
    /// Its part of the width, against the other columns' parts.
    pub share: u8,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    pub text: String,
    /// What is said smaller beneath.
    pub under: String,
}

impl Part {
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph(text.into())
    }

    /// A table with columns of the given shares.
    pub fn table<const N: usize>(columns: [(&'static str, u8); N], rows: Vec<[Cell; N]>) -> Self {
        let columns = columns.map(|(title, share)| Column { title, share }).to_vec();
        Self::Table(Table { columns, rows: rows.into_iter().map(Vec::from).collect() })
    }
}

impl Cell {
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), under: String::new() }
    }

    pub fn with(self, under: impl Into<String>) -> Self {
        Self { under: under.into(), ..self }
    }
}
