//! A folder that says it is a return: read without trust. Nothing outside it is opened, nothing in it is followed, and what is too large
//! is told and not read.

use crate::error::{Error, Result};
use crate::returns::pack::{DESCRIPTOR, File, Listed, ListedFile, SUBMISSION, Submission, digest};
use domain::fields::seen;
use domain::refusal::Refusal;
use domain::returns::ReturnId;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::fs::{self, DirEntry};
use std::io::{self, Read};
use std::path::Path;

/// More files than any return has.
const MOST_FILES: usize = 100;
/// All of them together, in bytes: a place of 80,000 people has some 30 MB.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// How much of a name or a message is shown, in characters.
const MOST_SHOWN: usize = 200;

/// What is in it.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Sorted by name.
    pub files: Vec<File>,
    /// What is wrong with it by itself, in sentences.
    pub faults: Vec<String>,
    /// As it names itself.
    pub id: Option<ReturnId>,
    pub submission: Option<Submission>,
}

impl Folder {
    /// Reads a folder and holds its files against what they say of each other. What is wrong with them is no error.
    ///
    /// # Errors
    /// Refuses what is no folder.
    pub fn read(path: &Path) -> Result<Self> {
        let mut folder = Self::default();
        folder.take_in(path).map_err(|error| unreadable(path, &error))?;
        folder.files.sort_by(|a, b| a.name.cmp(&b.name));
        let listed: Option<Listed> = folder.said_by(DESCRIPTOR);
        if let Some(listed) = &listed {
            folder.compare(listed);
        }
        folder.submission = folder.said_by(SUBMISSION);
        folder.compare_submission(listed.as_ref());
        Ok(folder)
    }

    pub fn file(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.name == name)
    }

    fn take_in(&mut self, path: &Path) -> io::Result<()> {
        let mut left = MOST_BYTES;
        for (at, entry) in fs::read_dir(path)?.enumerate() {
            let entry = entry?;
            if at == MOST_FILES {
                self.faults
                    .push(format!("There are more than {MOST_FILES} files; not all were read"));
                return Ok(());
            }
            match content(&entry, left) {
                Ok(file) => {
                    left = left.saturating_sub(file.content.len() as u64);
                    self.files.push(file);
                }
                Err(why) => self.faults.push(format!("{} {why}", name_of(&entry))),
            }
        }
        Ok(())
    }

    /// What a JSON file of the folder says; what is wrong with it becomes a fault.
    fn said_by<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let Some(file) = self.file(name) else {
            self.faults.push(format!("{name} is missing"));
            return None;
        };
        match serde_json::from_slice(&file.content) {
            Ok(said) => Some(said),
            Err(error) => {
                self.faults.push(format!("{name} cannot be read: {}", shown(&error.to_string())));
                None
            }
        }
    }

    /// Every file is as the package lists it, and there are no others.
    fn compare(&mut self, listed: &Listed) {
        self.id = Some(listed.esteem.return_id.clone());
        let mut faults = Vec::new();
        if listed.resources.len() > MOST_FILES {
            faults.push(format!("{DESCRIPTOR} lists more than {MOST_FILES} files"));
        }
        let of_return: Vec<&ListedFile> = listed.resources.iter().take(MOST_FILES).collect();
        for of in &of_return {
            let name = shown(&of.path);
            match self.file(&of.path) {
                None if is_plain(&of.path) => faults.push(format!("{name} is missing")),
                None => faults.push(format!(
                    "{DESCRIPTOR} lists {name}, which is no name of a file beside it"
                )),
                Some(file) if !of.is_of(&file.content) => {
                    faults.push(format!("{name} is not the file that {DESCRIPTOR} lists"));
                }
                Some(_) => {}
            }
        }
        let listed: BTreeSet<&str> = listed.resources.iter().map(|of| of.path.as_str()).collect();
        let is_more = |file: &&File| {
            let name = file.name.as_str();
            name != DESCRIPTOR && name != SUBMISSION && !listed.contains(name)
        };
        let more = self.files.iter().filter(is_more);
        faults.extend(more.map(|file| match self.renamed(file, &of_return) {
            Some(of) => format!("{} is {} under another name", shown(&file.name), shown(&of.path)),
            None => format!("{} is no file of the return", shown(&file.name)),
        }));
        self.faults.extend(faults);
    }

    /// What is missing of the return and has the bytes of this file.
    fn renamed<'a>(&self, file: &File, of_return: &[&'a ListedFile]) -> Option<&'a ListedFile> {
        let is_missing = |of: &&&ListedFile| self.file(&of.path).is_none();
        of_return.iter().filter(is_missing).find(|of| of.is_of(&file.content)).copied()
    }

    /// The digest is that of the files, and it is about the same return.
    fn compare_submission(&mut self, listed: Option<&Listed>) {
        let Some(submission) = &self.submission else { return };
        let (said, is) = (shown(&submission.digest), digest(&self.files));
        let mut faults = Vec::new();
        if submission.digest != is {
            faults.push(format!(
                "{SUBMISSION} names the digest {said}, and that of the files is {is}"
            ));
        }
        let id = &submission.return_id;
        if listed.is_some_and(|listed| listed.esteem.return_id != *id) {
            let id = shown(&id.to_string());
            faults.push(format!("{SUBMISSION} is of another return than {DESCRIPTOR}: {id}"));
        }
        if self.id.is_none() {
            self.id = Some(id.clone());
        }
        self.faults.extend(faults);
    }
}

/// A plain file of the folder.
fn content(entry: &DirEntry, most: u64) -> std::result::Result<File, String> {
    let told = |error: io::Error| format!("cannot be read: {error}");
    let name = entry.file_name().into_string();
    let name = name.map_err(|_| "has a name that is no text, and was not read".to_owned())?;
    // Neither follows a link.
    if !entry.file_type().map_err(told)?.is_file() {
        return Err("is a link or a folder, and was not followed".to_owned());
    }
    let too_large = || "is too large, and was not read".to_owned();
    if entry.metadata().map_err(told)?.len() > most {
        return Err(too_large());
    }
    let mut content = Vec::new();
    let file = fs::File::open(entry.path()).map_err(told)?;
    // It may be growing.
    file.take(most.saturating_add(1)).read_to_end(&mut content).map_err(told)?;
    if content.len() as u64 > most { Err(too_large()) } else { Ok(File { name, content }) }
}

fn name_of(entry: &DirEntry) -> String {
    shown(&entry.file_name().to_string_lossy())
}

/// What somebody else wrote, so that it does nothing to a terminal.
pub(super) fn shown(text: &str) -> String {
    let plain = |sign: char| if sign.is_control() { ' ' } else { sign };
    seen(text).chars().map(plain).take(MOST_SHOWN).collect()
}

/// Whether it is the name of a file, and no way to another folder.
fn is_plain(path: &str) -> bool {
    !path.is_empty() && !path.starts_with('.') && !path.contains(['/', '\\', '\0'])
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let sentence = format!(
        "'{}' cannot be read: {error}. Name the folder that a return was exported to",
        path.display()
    );
    Refusal::rule("return_dir_unreadable", sentence).into()
}
