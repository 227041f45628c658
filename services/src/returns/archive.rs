//! Files of a return in one archive: the same bytes for the same files, whenever it is made.

use super::File;
use super::files::files;
use super::may::readable;
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::returns::ReturnId;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// All files of a revision in one archive, written in its turn.
///
/// # Errors
/// As [`files`].
pub async fn archived(ctx: &Ctx, id: &ReturnId) -> Result<Vec<u8>> {
    let facts = ctx.facts().await?;
    // Whoever may not read it waits for nothing.
    readable(ctx, &facts, id).await?;
    let turn = ctx.services.turns.take().await?;
    let files = files(ctx, id).await?;
    let packing = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        archive(&files)
    });
    packing.await.map_err(|e| Error::fault("an archive of a return", e))?
}

/// An archive of these files, in their order. Every time in it is the first that an archive can tell.
///
/// # Errors
/// Fails where two files have one name.
fn archive(files: &[File]) -> Result<Vec<u8>> {
    let fault = |cause: &dyn std::fmt::Display| Error::fault("an archive of a return", cause);
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive.start_file(file.name.as_str(), options).map_err(|error| fault(&error))?;
        archive.write_all(&file.content).map_err(|error| fault(&error))?;
    }
    Ok(archive.finish().map_err(|error| fault(&error))?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    fn file(name: &str, content: &str) -> File {
        File { name: name.to_owned(), content: content.into() }
    }

    #[test]
    fn the_same_files_are_the_same_bytes_and_come_out_again() {
        let files = [file("coverage.csv", "a,b\n1,2\n"), file("needs.csv", "")];
        let bytes = archive(&files).unwrap();
        assert_eq!(bytes, archive(&files).unwrap());
        let mut read = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = read.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["coverage.csv", "needs.csv"]);
        let mut first = read.by_index(0).unwrap();
        assert_eq!(first.last_modified(), Some(DateTime::default()));
        let mut content = String::new();
        first.read_to_string(&mut content).unwrap();
        assert_eq!(content, "a,b\n1,2\n");
    }

    #[test]
    fn two_files_of_one_name_are_a_fault() {
        assert!(archive(&[file("a", "1"), file("a", "2")]).is_err());
    }
}
