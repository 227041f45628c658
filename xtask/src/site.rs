//! The folder that the server embeds: each file with its compressed siblings, written only when changed.

use crate::step::read;
use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

const FOLDER: &str = "target/site";

/// Puts a file into the site. An unchanged one keeps its date, so that cargo leaves the server as it is.
///
/// The siblings come first: an interrupted run then finds the plain file out of date, and repeats.
pub fn write(name: &str, content: &[u8]) -> Result<()> {
    let path = Path::new(FOLDER).join(name);
    let siblings = [sibling(name, "br"), sibling(name, "gz")];
    let complete = siblings.iter().all(|s| s.exists());
    if complete && fs::read(&path).is_ok_and(|existing| existing == content) {
        return Ok(());
    }
    fs::create_dir_all(FOLDER)?;
    let [br, gz] = siblings;
    fs::write(br, brotli(content)?)?;
    fs::write(gz, gzip(content)?)?;
    fs::write(path, content)?;
    Ok(())
}

/// Prints what the site holds, and what each file weighs on the wire.
pub fn list() -> Result<()> {
    let mut names: Vec<_> = fs::read_dir(FOLDER)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| sibling(name, "br").exists())
        .collect();
    names.sort();
    println!("{:<28}{:>9}{:>9}{:>9}", "target/site, bytes", "plain", "gzip", "brotli");
    for name in names {
        let plain = read(Path::new(FOLDER).join(&name))?.len();
        let (gz, br) = (read(sibling(&name, "gz"))?.len(), read(sibling(&name, "br"))?.len());
        println!("  {name:<26}{plain:>9}{gz:>9}{br:>9}");
    }
    Ok(())
}

fn sibling(name: &str, ending: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{name}.{ending}"))
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let (buffer, quality, window) = (4096, 11, 22);
    brotli::CompressorWriter::new(&mut packed, buffer, quality, window).write_all(content)?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
