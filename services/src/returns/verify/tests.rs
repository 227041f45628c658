//! Folders as they were exported, and as somebody made something else of them.

use super::folder::Folder;
use crate::returns::pack::{File, package};
use crate::returns::sample::{ID, contents, with_submission};
use std::fs;
use std::path::PathBuf;
use uuid::Uuid;

/// A folder with a return in it, which is gone after the test.
struct Exported(PathBuf);

impl Drop for Exported {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Exported {
    fn new() -> Self {
        let name = format!("esteem-verify-{}", Uuid::now_v7().simple());
        let here = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&here.0).unwrap();
        for File { name, content } in with_submission(package(&contents(), None).unwrap()) {
            here.write(&name, content);
        }
        here
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), content).unwrap();
    }

    fn replace(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.0.join(name)).unwrap();
        assert!(text.contains(from), "{text}");
        self.write(name, text.replacen(from, to, 1));
    }

    fn faults(&self) -> Vec<String> {
        Folder::read(&self.0).unwrap().faults
    }

    fn told(&self, words: &str) {
        let faults = self.faults();
        assert!(faults.iter().any(|fault| fault.contains(words)), "{words}: {faults:?}");
    }
}

#[test]
fn what_nobody_touched_has_no_fault() {
    let folder = Folder::read(&Exported::new().0).unwrap();
    assert_eq!(folder.faults, [""; 0]);
    assert_eq!(folder.id.unwrap().to_string(), ID);
}

#[test]
fn a_changed_byte_is_found_in_every_file() {
    let files = with_submission(package(&contents(), None).unwrap());
    for File { name, content } in files {
        let here = Exported::new();
        let mut content = content;
        let at = content.len() / 2;
        content[at] ^= 1;
        here.write(&name, content);
        // In a submission, the byte may be of a name: only those who keep it can tell.
        assert!(!here.faults().is_empty() || name == "submission.json", "{name}");
    }
}

#[test]
fn a_file_that_is_missing_or_too_many_is_found() {
    let here = Exported::new();
    fs::remove_file(here.0.join("needs.csv")).unwrap();
    here.write("notes.txt", "mine");
    here.told("needs.csv is missing");
    here.told("notes.txt is no file of the return");
    here.told("names the digest");
}

#[test]
fn a_file_with_another_name_is_told_by_both() {
    let here = Exported::new();
    fs::rename(here.0.join("needs.csv"), here.0.join("wants.csv")).unwrap();
    here.told("needs.csv is missing");
    here.told("wants.csv is needs.csv under another name");
    here.write("wants.csv", "mine");
    here.told("wants.csv is no file of the return");
}

#[test]
fn a_package_that_was_written_anew_has_another_digest() {
    let here = Exported::new();
    let csv = fs::read(here.0.join("cover.csv")).unwrap();
    let other = String::from_utf8(csv.clone()).unwrap().replace(",2,5,", ",5,5,");
    here.replace(
        "datapackage.json",
        &crate::returns::pack::sha256(&csv),
        &crate::returns::pack::sha256(other.as_bytes()),
    );
    here.write("cover.csv", other);
    let faults = here.faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
    here.told("names the digest");
}

#[test]
fn nothing_outside_the_folder_is_looked_at() {
    let here = Exported::new();
    here.replace("datapackage.json", "\"path\": \"cover.csv\"", "\"path\": \"../secret.csv\"");
    here.told("lists ../secret.csv, which is no name of a file beside it");
    let here = Exported::new();
    let (inside, outside) = (here.0.join("cover.csv"), Exported::new());
    fs::remove_file(&inside).unwrap();
    std::os::unix::fs::symlink(outside.0.join("cover.csv"), &inside).unwrap();
    here.told("cover.csv is a link or a folder, and was not followed");
    here.told("cover.csv is missing");
}

#[test]
fn whatever_somebody_wrote_is_told_and_nothing_panics() {
    let endless = "[".repeat(100_000);
    let wrong = [
        "",
        "{",
        "null",
        "[]",
        endless.as_str(),
        "{\"resources\": [], \"esteem\": {\"return_id\": \"\\u001b[2J\"}}",
        "{\"resources\": [{\"path\": \"x\", \"bytes\": -1, \"hash\": \"\"}], \"esteem\": {\"return_id\": \"TH-2026-03-31-r1\"}}",
    ];
    for text in wrong {
        for name in ["datapackage.json", "submission.json"] {
            let here = Exported::new();
            here.write(name, text);
            let faults = here.faults();
            assert!(faults.iter().any(|fault| fault.starts_with(name)), "{faults:?}");
            assert!(faults.iter().all(|fault| !fault.contains('\u{1b}')), "{faults:?}");
        }
    }
    let here = Exported::new();
    here.write("datapackage.json", [0xff_u8, 0xfe]);
    here.told("datapackage.json cannot be read");
    for number in 0..120 {
        here.write(&format!("{number}.csv"), "");
    }
    here.told("more than 100 files");
    assert!(Folder::read(&here.0.join("0.csv")).is_err(), "a file is no folder");
    assert!(Folder::read(&here.0.join("nowhere")).is_err());
}
