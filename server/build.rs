//! Embeds `target/site` in the binary: writes `assets.rs`, which `src/assets.rs` includes.
#![allow(clippy::print_stdout, reason = "cargo reads a build script's standard output")]

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let site = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("../target/site");
    // Cargo takes a folder that is missing for one that has just changed, and would build every time.
    fs::create_dir_all(&site)?;
    println!("cargo:rerun-if-changed={}", site.display());
    println!("cargo:rerun-if-changed=build.rs");
    let files = plain_files(&site.canonicalize()?)?;
    if files.is_empty() {
        println!("cargo:warning=no style sheet and no script: run `cargo xtask`, then build again");
    }
    fs::write(Path::new(&variable("OUT_DIR")?).join("assets.rs"), source(&files)?)
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}

/// The files without their compressed siblings, by name.
fn plain_files(site: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(site)? {
        let path = entry?.path();
        if content_type(&path).is_some() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn content_type(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_str()? {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "wasm" => Some("application/wasm"),
        _ => None,
    }
}

fn source(files: &[PathBuf]) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    let mut assets = String::new();
    for path in files {
        fs::read(path)?.hash(&mut hasher);
        path.file_name().hash(&mut hasher);
        assets.push_str(&asset(path));
    }
    let hash = hasher.finish();
    Ok(format!(
        "/// Changes when any asset does, so that browsers may keep each address for ever.\n\
         pub const HASH: &str = \"{hash:016x}\";\n\
         static ASSETS: &[Asset] = &[\n{assets}];\n"
    ))
}

#[expect(
    clippy::unnecessary_debug_formatting,
    reason = "it writes Rust: the quotes are part of it"
)]
fn asset(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    let content_type = content_type(path).unwrap_or_default();
    let [br, gz] = ["br", "gz"].map(|ending| sibling(path, ending));
    format!(
        "Asset {{ name: {name:?}, content_type: {content_type:?}, \
         plain: include_bytes!({path:?}), br: {br}, gz: {gz} }},\n"
    )
}

#[expect(clippy::unnecessary_debug_formatting, reason = "as above")]
fn sibling(path: &Path, ending: &str) -> String {
    let sibling = PathBuf::from(format!("{}.{ending}", path.display()));
    if sibling.exists() { format!("Some(include_bytes!({sibling:?}))") } else { "None".to_owned() }
}
