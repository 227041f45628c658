//! A return's files, written into a folder: all of them or an error, and never over what is not theirs.

use super::files;
use super::pack::{File, SUBMISSION, Submission};
use crate::ctx::Ctx;
use crate::error::{Error, Result};
use domain::refusal::Refusal;
use domain::returns::ReturnId;
use std::fs::{self, DirEntry, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes every file of a return into a folder, which is made where there is none: `submission.json` comes last, so that a folder that
/// has it has them all. Writing them again is nothing new.
///
/// # Errors
/// As [`files`]; refuses a folder with anything else in it, and one that cannot be written.
pub async fn export(ctx: &Ctx, id: &ReturnId, out: &Path) -> Result<()> {
    let (files, out) = (files(ctx, id).await?, out.to_owned());
    let written = tokio::task::spawn_blocking(move || write_all(&files, &out)).await;
    written.map_err(|error| Error::fault("writing a return", error))?
}

fn write_all(files: &[File], out: &Path) -> Result<()> {
    let unwritten = |error: io::Error| cannot_write(out, &error);
    fs::create_dir_all(out).map_err(unwritten)?;
    for entry in fs::read_dir(out).map_err(unwritten)? {
        let entry = entry.map_err(unwritten)?;
        if !is_ours(files, &entry).map_err(unwritten)? {
            return Err(not_empty(out, &entry));
        }
    }
    let (last, first): (Vec<&File>, Vec<&File>) =
        files.iter().partition(|file| file.name == SUBMISSION);
    for file in first.into_iter().chain(last) {
        write(file, out).map_err(unwritten)?;
    }
    Ok(())
}

/// Whether an entry of the folder may be written over: it is one of the files already, an earlier state of `submission.json`, or what
/// an export that was interrupted has left.
fn is_ours(files: &[File], entry: &DirEntry) -> io::Result<bool> {
    let name = entry.file_name();
    let is_named = |file: &&File| name == file.name.as_str() || name == unfinished(file).as_str();
    let Some(file) = files.iter().find(is_named).filter(|_| is_plain(entry)) else {
        return Ok(false);
    };
    if name == unfinished(file).as_str() {
        return Ok(true);
    }
    if file.name == SUBMISSION {
        return Ok(is_continued_by(&fs::read(entry.path())?, file));
    }
    let is_as_long = entry.metadata()?.len() == file.content.len() as u64;
    Ok(is_as_long && fs::read(entry.path())? == file.content)
}

/// No folder, and no link to somewhere else.
fn is_plain(entry: &DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_file())
}

fn is_continued_by(there: &[u8], file: &File) -> bool {
    let read = |content: &[u8]| serde_json::from_slice::<Submission>(content).ok();
    read(there).zip(read(&file.content)).is_some_and(|(there, file)| there.is_continued_by(&file))
}

/// Under another name first, so that no reader ever finds half of it.
fn write(file: &File, out: &Path) -> io::Result<()> {
    let fresh = out.join(unfinished(file));
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut written = OpenOptions::new().write(true).create_new(true).open(&fresh)?;
    written.write_all(&file.content)?;
    written.sync_all()?;
    fs::rename(&fresh, out.join(&file.name))
}

/// What a file is called until it is whole.
fn unfinished(file: &File) -> String {
    format!(".{}.unfinished", file.name)
}

fn not_empty(out: &Path, entry: &DirEntry) -> Error {
    let (out, name) = (out.display(), PathBuf::from(entry.file_name()));
    let sentence = format!(
        "'{out}' has something else in it ('{}'); choose a folder that is empty, or that is not there yet",
        name.display()
    );
    Refusal::rule("return_out_not_empty", sentence).into()
}

fn cannot_write(out: &Path, error: &io::Error) -> Error {
    let sentence = format!("The files cannot be written to '{}': {error}", out.display());
    Refusal::rule("return_out_unwritten", sentence).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::pack::StepTaken;
    use domain::returns::Step;
    use uuid::Uuid;

    /// A folder of the test's own, which is gone after it.
    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Self {
            Self(std::env::temp_dir().join(format!("esteem-export-{}", Uuid::now_v7().simple())))
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let name =
                |entry: io::Result<DirEntry>| entry.unwrap().file_name().into_string().unwrap();
            let mut names: Vec<String> = entries.map(name).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn files(coverage: &str, steps: usize) -> Vec<File> {
        let step = |_| StepTaken {
            step: Step::Prepared,
            by: "Lena Marsh".to_owned(),
            at: "2026-04-15T09:30:00Z".parse().unwrap(),
        };
        let submission = Submission {
            return_id: "TH-2026-03-31-r1".parse().unwrap(),
            recipient: "NHS England".to_owned(),
            digest: "ab".to_owned(),
            steps: (0..steps).map(step).collect(),
            corrects: None,
        };
        let coverage = File { name: "coverage.csv".to_owned(), content: coverage.into() };
        vec![submission.file().unwrap(), coverage]
    }

    #[test]
    fn the_folder_is_made_and_holds_the_files_and_nothing_else() {
        let folder = Folder::new();
        write_all(&files("a\n1\n", 1), &folder.0.join("deeper")).unwrap();
        let inner = folder.0.join("deeper");
        assert_eq!(fs::read_to_string(inner.join("coverage.csv")).unwrap(), "a\n1\n");
        assert_eq!(folder.names(), ["deeper"]);
        assert!(inner.join(SUBMISSION).is_file() && fs::read_dir(inner).unwrap().count() == 2);
    }

    #[test]
    fn the_same_again_is_nothing_new_and_a_step_may_be_added() {
        let folder = Folder::new();
        write_all(&files("a\n", 1), &folder.0).unwrap();
        fs::write(folder.0.join(".coverage.csv.unfinished"), "a").unwrap();
        write_all(&files("a\n", 2), &folder.0).unwrap();
        assert_eq!(folder.names(), ["coverage.csv", "submission.json"]);
        let text = fs::read_to_string(folder.0.join(SUBMISSION)).unwrap();
        assert_eq!(text.matches("prepared").count(), 2);
        assert!(write_all(&files("a\n", 1), &folder.0).is_err(), "a step is never taken back");
    }

    #[test]
    fn nothing_else_is_written_over() {
        for (name, text) in
            [("notes.txt", "mine"), ("coverage.csv", "b\n"), ("submission.json", "{}")]
        {
            let folder = Folder::new();
            fs::create_dir_all(&folder.0).unwrap();
            fs::write(folder.0.join(name), text).unwrap();
            let told = write_all(&files("a\n", 1), &folder.0).unwrap_err().to_string();
            assert!(told.contains(name) && told.contains("choose a folder"), "{told}");
            assert_eq!(folder.names(), [name], "nothing was written");
            assert_eq!(fs::read_to_string(folder.0.join(name)).unwrap(), text);
        }
    }

    #[test]
    fn no_link_is_followed_out_of_the_folder() {
        let (folder, elsewhere) = (Folder::new(), Folder::new());
        for made in [&folder, &elsewhere] {
            fs::create_dir_all(&made.0).unwrap();
        }
        let target = elsewhere.0.join("coverage.csv");
        fs::write(&target, "a\n").unwrap();
        std::os::unix::fs::symlink(&target, folder.0.join("coverage.csv")).unwrap();
        assert!(write_all(&files("a\n", 1), &folder.0).is_err());
        assert_eq!(fs::read_to_string(&target).unwrap(), "a\n");
    }
}
