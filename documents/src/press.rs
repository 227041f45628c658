//! A document as a PDF: tagged for screen readers (PDF/UA-1), complete in itself for archives (PDF/A-3a).
//!
//! The typesetter sees the template, the document's own values and the fonts. It has no network, no folder and no clock, so
//! equal documents are equal files.

use crate::document::Document;
use crate::fonts::{BOOK, FONTS, UNKNOWN, make_writable};
use crate::heat::SHADES;
use serde_json::{Value, json};
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("document.typ");

/// Why there is no file. Not for readers: nothing that they could have typed leads here.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failed(pub(crate) String);

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Heads of rows are not in the typesetter's stable part yet.
    let features = Features::from_iter([Feature::A11yExtras]);
    LazyHash::new(Library::builder().with_features(features).build())
});

/// The document as a file. It takes a tenth of a second for a few pages, and seconds for hundreds: call it where it holds
/// up nobody.
///
/// # Errors
/// Fails where the typesetter refuses the document, which would be a fault of ours.
pub fn pdf(document: &Document) -> Result<Vec<u8>, Failed> {
    let (desk, options) = (Desk::with(document)?, options()?);
    let set = typst::compile::<PagedDocument>(&desk).output;
    let file = set.and_then(|pages| typst_pdf::pdf(&pages, &options));
    // What the typesetter remembers of the document is forgotten.
    comemo::evict(0);
    file.map_err(|causes| Failed(causes.iter().map(told).collect::<Vec<_>>().join("; ")))
}

fn told(cause: &SourceDiagnostic) -> String {
    cause.message.to_string()
}

fn options() -> Result<PdfOptions, Failed> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_3a]);
    let standards = standards.map_err(|cause| Failed(cause.message().to_string()))?;
    let creator = Smart::Custom(Some("Esteem".to_owned()));
    Ok(PdfOptions { creator, standards, ..PdfOptions::default() })
}

/// What lies before the typesetter, and all that does.
#[derive(Debug)]
struct Desk {
    template: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Desk {
    fn with(document: &Document) -> Result<Self, Failed> {
        let mut told = json!(document);
        let replaced = make_writable(&mut told);
        let attached = document.attached.as_ref();
        let about = attached.map(|file| json!([file.name, file.media_type, file.description]));
        let told = json!({
            "document": told,
            "unknown": if replaced { Value::from(UNKNOWN.to_string()) } else { Value::Null },
            "attached": about,
            "shades": SHADES,
        });
        let mut files = vec![(id("told.json")?, Bytes::from_string(told.to_string()))];
        if let Some(file) = attached {
            files.push((id(file.name)?, Bytes::new(file.content.clone())));
        }
        let template = Source::new(id("document.typ")?, TEMPLATE.to_owned());
        Ok(Self { template, files })
    }
}

/// Names are few and ours: the typesetter keeps each for ever.
fn id(name: &'static str) -> Result<FileId, Failed> {
    let path = VirtualPath::new(name).map_err(|cause| Failed(format!("{name}: {cause}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn not_there(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_with_slash().into())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(not_there(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(known, _)| *known == id);
        found.map(|(_, content)| content.clone()).ok_or_else(|| not_there(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_typesetter_finds_its_own_values_and_nothing_else() {
        let document = Document {
            title: "Title".to_owned(),
            about: String::new(),
            day: "2026-11-27".parse().unwrap(),
            parts: Vec::new(),
            attached: None,
        };
        let desk = Desk::with(&document).unwrap();
        assert!(desk.file(id("told.json").unwrap()).is_ok());
        for name in ["Cargo.toml", "src/lib.rs", "etc/passwd", "passport.json"] {
            let id = id(name).unwrap();
            assert!(desk.file(id).is_err() && desk.source(id).is_err(), "{name}");
        }
        assert!(id("../Cargo.toml").is_err(), "a path ends at its root");
        assert!(desk.today(None).is_none(), "no clock");
    }
}
