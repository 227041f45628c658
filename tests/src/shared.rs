//! The design's data beside the project: read from there, never copied; its absence is said loudly.

use std::path::{Path, PathBuf};

/// The folder `data/NAME` beside the project, or `None` after saying what is not tested without it.
pub fn data(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    if folder.exists() {
        return Some(folder);
    }
    eprintln!(
        "\n!!! NOT TESTED: {} is not there, so nothing was compared with it.\n",
        folder.display()
    );
    None
}
