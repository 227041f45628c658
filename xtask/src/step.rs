//! What the build's steps have in common: leaving out what has not changed, running other programs.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Does `work`, unless all outputs are there and the inputs are those of the last time.
///
/// Inputs are files or folders, compared by content: a fresh checkout changes dates only.
pub fn unless_done(
    name: &str,
    inputs: &[&str],
    outputs: &[&str],
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let record = Path::new("target/xtask").join(name);
    let fingerprint = fingerprint(inputs)?;
    let seen = fs::read_to_string(&record).is_ok_and(|last| last == fingerprint);
    if seen && outputs.iter().all(|output| Path::new(output).exists()) {
        return Ok(());
    }
    println!("xtask: {name}");
    work()?;
    fs::create_dir_all("target/xtask")?;
    fs::write(record, fingerprint)?;
    Ok(())
}

fn fingerprint(inputs: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        for file in files_in(Path::new(input))? {
            file.hash(&mut hasher);
            read(&file)?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The file itself, or everything in the folder, in one order on every machine.
fn files_in(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        files.extend(files_in(&entry?.path())?);
    }
    files.sort();
    Ok(files)
}

/// The content of a file; an error names the file.
pub fn read(path: impl AsRef<Path>) -> Result<Vec<u8>> {
    let path = path.as_ref();
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Runs a program to its end and returns what it wrote; `missing` says what to do where it is not installed.
pub fn run(command: &mut Command, missing: &str) -> Result<Vec<u8>> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stderr(std::process::Stdio::inherit()).output().map_err(|e| {
        let hint = if e.kind() == ErrorKind::NotFound { missing } else { "" };
        anyhow::Error::new(e).context(format!("cannot run {program}. {hint}"))
    })?;
    ensure!(output.status.success(), "{program} failed: {}", output.status);
    Ok(output.stdout)
}
