//! What a file is, told by how its content begins; its name tells nothing but a name.

use crate::fields::seen;
use crate::macros::codes;

/// The largest file, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// The most that the files of one person come to, in bytes.
pub const MOST_OF_ONE: i64 = 500 * 1024 * 1024;
/// The longest name, in characters, without its ending.
const NAME_MOST: usize = 100;

codes! {
    /// The kinds of file that are taken.
    FileKind, "kind of file" {
        Pdf "pdf" "PDF",
        Png "png" "PNG picture",
        Jpeg "jpeg" "JPEG picture",
        /// A document of Word, without macros.
        Word "word" "Word document",
    }
}

impl FileKind {
    /// The media type under which it is served.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// How its name ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Word => "docx",
        }
    }

    /// The kind whose files begin like this. Of an archive nobody knows yet whether it is a document: it has to be looked
    /// into.
    ///
    /// # Errors
    /// Returns the message for the field for every other file, in words that say what would do.
    pub fn of(content: &[u8]) -> Result<Self, String> {
        let begins: [(&[u8], Self); 4] = [
            (b"%PDF-", Self::Pdf),
            (b"\x89PNG\r\n\x1a\n", Self::Png),
            (b"\xff\xd8\xff", Self::Jpeg),
            (b"PK\x03\x04", Self::Word),
        ];
        let known = begins.into_iter().find(|(start, _)| content.starts_with(start));
        known.map(|(_, kind)| kind).ok_or_else(not_taken)
    }
}

/// The message about what is none of the kinds, whatever it is called.
pub fn not_taken() -> String {
    "Choose a PDF, a picture (PNG or JPEG) or a Word document (.docx). This file is something else, whatever its name says: \
     save it as a PDF and choose that"
        .to_owned()
}

/// The message about a file that would make one person's larger than [`MOST_OF_ONE`] together.
pub fn too_many() -> String {
    format!(
        "Your files come to {} MB with this one. Remove some that you do not need, or add a link instead",
        MOST_OF_ONE >> 20
    )
}

/// The message about what is larger than [`LARGEST`].
pub fn too_large() -> String {
    format!(
        "Choose a file of {} MB at most: save a smaller copy, or give a link instead",
        LARGEST >> 20
    )
}

/// The message about what begins like one of the kinds and is broken.
pub fn damaged(kind: FileKind) -> String {
    format!("This does not open as a {}. Save it again, or as a PDF, and choose that", kind.label())
}

/// A name to keep: the last part of a path, without characters that hide or that a system reads as something else, and
/// with the ending of what the file is.
pub fn name_of(given: &str, kind: FileKind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let last = seen(last);
    let stem = last.rsplit_once('.').map_or(&*last, |(stem, _)| stem);
    let plain = |letter: char| {
        if letter.is_whitespace() || r#"<>:"|?*%"#.contains(letter) { ' ' } else { letter }
    };
    let stem: String = stem.chars().map(plain).take(NAME_MOST).collect();
    let stem = stem.trim_matches(|letter: char| letter == '.' || letter == ' ');
    let stem = if stem.is_empty() { "evidence" } else { stem };
    format!("{stem}.{}", kind.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_begins_with() {
        assert_eq!(FileKind::of(b"%PDF-1.7\n"), Ok(FileKind::Pdf));
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\nIHDR"), Ok(FileKind::Png));
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), Ok(FileKind::Jpeg));
        assert_eq!(FileKind::of(b"PK\x03\x04"), Ok(FileKind::Word));
    }

    #[test]
    fn everything_else_is_refused_with_what_would_do() {
        let others: [&[u8]; 8] = [
            b"MZ\x90\x00",
            b"\x7fELF",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            b"<!doctype html>",
            b"GIF89a",
            b"#!/bin/sh",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"",
        ];
        for content in others {
            let told = FileKind::of(content).unwrap_err();
            assert!(told.contains("PDF") && told.contains(".docx"), "{told}");
        }
    }

    #[test]
    fn a_name_has_no_path_and_the_ending_of_what_the_file_is() {
        let named = |given| name_of(given, FileKind::Pdf);
        assert_eq!(named("certificate.pdf"), "certificate.pdf");
        assert_eq!(named("../../etc/passwd"), "passwd.pdf");
        assert_eq!(
            named(r"C:\Users\amina\Zertifikat für Łukasz.docx"),
            "Zertifikat für Łukasz.pdf"
        );
        assert_eq!(named("invoice\u{202e}fdp.exe"), "invoicefdp.pdf");
        assert_eq!(named("a\r\nSet-Cookie: x=1.pdf"), "a  Set-Cookie  x=1.pdf");
        assert_eq!(named("..."), "evidence.pdf");
        assert_eq!(named(""), "evidence.pdf");
        assert_eq!(named(".htaccess"), "evidence.pdf");
        assert_eq!(named(&"a".repeat(500)).chars().count(), NAME_MOST + 4);
    }
}
