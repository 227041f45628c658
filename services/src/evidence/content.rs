//! What a file really is: looked into before it is kept, and kept without what it need not tell.

use crate::error::{Error, Result};
use domain::evidence::files::{FileKind, LARGEST, damaged, name_of, not_taken, too_large};
use domain::evidence::pictures::without_particulars;
use domain::fields::FieldErrors;
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read, sink};
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

/// An archive is taken when it is a document of Word: it says so itself, holds no macros, and is not enormous once it is
/// unpacked. That is counted while unpacking, because what an archive says of its size need not be true.
fn look_into(content: &[u8]) -> std::result::Result<(), String> {
    let broken = |_| damaged(FileKind::Word);
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(|_| not_taken())?;
    if archive.len() > MOST_PARTS {
        return Err(not_taken());
    }
    let is_macro = |name: &str| name.to_ascii_lowercase().contains("vba");
    if archive.file_names().any(|name| name.is_ok_and(|name| is_macro(&name))) {
        return Err("This document holds macros, which are programs. Save it without them, or as a PDF, and choose that"
            .to_owned());
    }
    let document =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let list = archive.by_name(CONTENT_TYPES).map_err(|_| not_taken())?;
    let mut types = String::new();
    list.take(LARGEST_LIST).read_to_string(&mut types).map_err(|_| damaged(FileKind::Word))?;
    if !types.contains(document) || types.contains("macroEnabled") {
        return Err(not_taken());
    }
    let mut left = LARGEST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| damaged(FileKind::Word))?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut sink()).map_err(broken)?;
        left = left.checked_sub(unpacked).ok_or_else(too_large_unpacked)?;
    }
    Ok(())
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
