//! What a file really is: looked into before it is kept, and kept without what it need not tell.

use crate::error::{Error, Result};
use domain::evidence::files::{FileKind, LARGEST, damaged, name_of, not_taken, too_large};
use domain::evidence::pictures::without_particulars;
use domain::fields::FieldErrors;
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read, sink};
use std::path::Path;
use zip::ZipArchive;

/// The most parts of a document.
const MOST_PARTS: usize = 2_000;
/// The most that a document holds once it is unpacked, in bytes.
const LARGEST_UNPACKED: u64 = 100 * 1024 * 1024;
/// The part that says what the others are.
const CONTENT_TYPES: &str = "[Content_Types].xml";
/// The largest list of what the parts are, in bytes.
const LARGEST_LIST: u64 = 1024 * 1024;

/// A file as a page sends it.
#[derive(Clone, Debug)]
pub struct Brought {
    pub name: String,
    pub content: Vec<u8>,
}

/// A file that may be kept.
#[derive(Debug)]
pub(super) struct Examined {
    pub name: String,
    pub kind: FileKind,
    pub content: Vec<u8>,
    /// SHA-256 of the content.
    pub digest: Vec<u8>,
}

/// Looks into a file, where it holds nobody up.
///
/// # Errors
/// Refuses what is too large, none of the kinds that are taken, or broken, with a message for the field `file`.
pub(super) async fn examine(brought: Brought) -> Result<Examined> {
    let work = tokio::task::spawn_blocking(move || examined(brought));
    let examined = work.await.map_err(|e| Error::fault("looking into a file", e))?;
    Ok(examined.map_err(|message| FieldErrors::one("file", message))?)
}

fn examined(brought: Brought) -> std::result::Result<Examined, String> {
    let Brought { name, content } = brought;
    if content.len() > LARGEST {
        return Err(too_large());
    }
    let kind = FileKind::of(&content)?;
    if kind == FileKind::Word {
        look_into(&content)?;
    }
    let content = without_particulars(kind, content).ok_or_else(|| damaged(kind))?;
    let digest = Sha256::digest(&content).to_vec();
    Ok(Examined { name: name_of(&name, kind), kind, content, digest })
}

/// An archive is taken when it is a document of Word: it says so itself, holds no macros, nothing embedded and nothing that is
/// fetched when it is opened, and is not enormous once it is unpacked. That is counted while unpacking, because what an archive says of its size need not be true.
fn look_into(content: &[u8]) -> std::result::Result<(), String> {
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(|_| not_taken())?;
    if archive.len() > MOST_PARTS {
        return Err(not_taken());
    }
    let holds = |what: &str| {
        let mut names = archive.file_names().flatten();
        names.any(|name| name.to_ascii_lowercase().contains(what))
    };
    if holds("vba") {
        return Err("This document holds macros, which are programs. Save it without them, or as a PDF, and choose that"
            .to_owned());
    }
    if holds("embeddings/") || holds("activex") {
        return Err(holds_more());
    }
    let document =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let list = archive.by_name(CONTENT_TYPES).map_err(|_| not_taken())?;
    let mut types = String::new();
    list.take(LARGEST_LIST).read_to_string(&mut types).map_err(|_| damaged(FileKind::Word))?;
    if !types.contains(document) || types.contains("macroEnabled") {
        return Err(not_taken());
    }
    unpack(&mut archive)
}

/// Counts while unpacking, because what an archive says of its size need not be true, and reads what each part refers to.
fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>) -> std::result::Result<(), String> {
    let mut left = LARGEST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| damaged(FileKind::Word))?;
        let name = part.name().map_err(|_| damaged(FileKind::Word))?.to_ascii_lowercase();
        let refers = Path::new(&name).extension().is_some_and(|ending| ending == "rels");
        let mut list = Vec::new();
        let unpacked = if refers {
            part.take(LARGEST_LIST + 1).read_to_end(&mut list).map(|read| read as u64)
        } else {
            std::io::copy(&mut part.take(left + 1), &mut sink())
        };
        let unpacked = unpacked.map_err(|_| damaged(FileKind::Word))?;
        if refers && (unpacked > LARGEST_LIST || is_fetched(&String::from_utf8_lossy(&list))) {
            return Err(holds_more());
        }
        left = left.checked_sub(unpacked).ok_or_else(too_large_unpacked)?;
    }
    Ok(())
}

/// Whether a list of what a part refers to names anything outside but the addresses of links, which nobody opens unasked.
fn is_fetched(list: &str) -> bool {
    // Spelt in numbers, it could say anything.
    list.contains("&#") || list.split('<').any(|one| one.contains("External") && !is_link(one))
}

/// Whether one reference is a link, by the type it has: between double quotes nothing else can say so.
fn is_link(one: &str) -> bool {
    let kind = one.split_once("Type=\"").and_then(|(_, rest)| rest.split_once('"'));
    !one.contains('\'') && kind.is_some_and(|(kind, _)| kind.ends_with("/hyperlink"))
}

fn holds_more() -> String {
    "This document holds other files, or fetches something when it is opened. Save it as a PDF and choose that".to_owned()
}

fn too_large_unpacked() -> String {
    format!(
        "This document is larger than {} MB once it is unpacked. Save it as a PDF and choose that",
        LARGEST_UNPACKED >> 20
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const TYPES: &str = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn told(content: Vec<u8>) -> std::result::Result<FileKind, String> {
        examined(Brought { name: "evidence.docx".to_owned(), content }).map(|file| file.kind)
    }

    #[test]
    fn a_document_of_word_is_taken() {
        let parts: [(&str, &[u8]); 2] =
            [(CONTENT_TYPES, TYPES.as_bytes()), ("word/document.xml", b"<w:document/>")];
        assert_eq!(told(archive(&parts)), Ok(FileKind::Word));
    }

    #[test]
    fn another_archive_is_refused_whatever_it_is_called() {
        let other: [(&str, &[u8]); 1] = [("setup.exe", b"MZ")];
        assert!(told(archive(&other)).unwrap_err().contains("something else"));
        let workbook = TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet");
        let parts: [(&str, &[u8]); 1] = [(CONTENT_TYPES, workbook.as_bytes())];
        assert!(told(archive(&parts)).unwrap_err().contains("something else"));
        assert!(told(b"PK\x03\x04 and no archive".to_vec()).is_err());
    }

    #[test]
    fn macros_are_refused() {
        let parts: [(&str, &[u8]); 2] =
            [(CONTENT_TYPES, TYPES.as_bytes()), ("word/vbaProject.bin", b"\xd0\xcf")];
        assert!(told(archive(&parts)).unwrap_err().contains("macros"));
        let enabled = TYPES.replace(
            "openxmlformats-officedocument.wordprocessingml.document",
            "ms-word.document.macroEnabled",
        );
        let parts: [(&str, &[u8]); 1] = [(CONTENT_TYPES, enabled.as_bytes())];
        assert!(told(archive(&parts)).is_err());
    }

    #[test]
    fn what_is_embedded_or_fetched_when_it_is_opened_is_refused_and_a_link_is_not() {
        let with = |name: &str, content: &str| {
            let parts: [(&str, &[u8]); 2] =
                [(CONTENT_TYPES, TYPES.as_bytes()), (name, content.as_bytes())];
            told(archive(&parts))
        };
        assert!(with("word/embeddings/oleObject1.bin", "x").unwrap_err().contains("other files"));
        let refers = |kind: &str| {
            let target = "Target=\"https://elsewhere.example/a\" TargetMode=\"External\"";
            let list = format!("<Relationships><Relationship Type=\"…/{kind}\" {target}/>");
            with("word/_rels/settings.xml.rels", &list)
        };
        assert!(refers("attachedTemplate").unwrap_err().contains("fetches"));
        assert_eq!(refers("hyperlink"), Ok(FileKind::Word));
        assert!(refers("image\" Id=\"/hyperlink").is_err());
        assert!(with("word/_rels/a.rels", "<R TargetMode=\"&#69;xternal\"/>").is_err());
    }

    #[test]
    fn a_small_document_that_is_huge_once_unpacked_is_refused() {
        let huge = vec![0; LARGEST_UNPACKED as usize];
        let parts: [(&str, &[u8]); 2] =
            [(CONTENT_TYPES, TYPES.as_bytes()), ("word/document.xml", &huge)];
        let packed = archive(&parts);
        assert!(packed.len() < 1024 * 1024, "{}", packed.len());
        assert!(told(packed).unwrap_err().contains("once it is unpacked"));
        let many: Vec<String> = (0..=MOST_PARTS).map(|n| format!("word/{n}.xml")).collect();
        let mut parts: Vec<(&str, &[u8])> =
            many.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        parts.push((CONTENT_TYPES, TYPES.as_bytes()));
        assert!(told(archive(&parts)).is_err());
    }

    #[test]
    fn what_is_too_large_is_refused_before_it_is_looked_into() {
        let large = [b"%PDF-1.7".to_vec(), vec![b' '; LARGEST]].concat();
        assert!(told(large).unwrap_err().contains("10 MB"));
        assert_eq!(told(b"%PDF-1.7\n%%EOF".to_vec()), Ok(FileKind::Pdf));
    }
}
