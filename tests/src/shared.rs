//! The design's data beside the project: read from there, never copied. Where it is absent nothing fails. Which tests
//! compared nothing is told here, but a test that passes is seldom heard; `make test` says in its summary that they were
//! NOT TESTED.

use std::io::Write;
use std::path::{Path, PathBuf};

/// The folder `data/NAME` beside the project, or `None` after saying what is not tested without it.
pub fn data(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    // Past the harness of a single test, which keeps what a passing one prints to itself.
    let _ = writeln!(std::io::stderr(), "NOT TESTED: {} is not there", folder.display());
    None
}
