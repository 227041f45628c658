//! The binary `esteem`.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

/// How the system's allocator is told to give memory back: large blocks, of which each password that is hashed takes 19 MB,
/// go back at once, and few threads keep heaps of their own. By its own rules it keeps 160 MB. What a page takes and gives
/// back is kept for the next page: fetching it anew cost as much as the smallest page does.
const FRUGAL: [(&str, &str); 3] = [
    ("MALLOC_MMAP_THRESHOLD_", "4194304"),
    ("MALLOC_TRIM_THRESHOLD_", "4194304"),
    ("MALLOC_ARENA_MAX", "2"),
];

fn main() -> ExitCode {
    begin_again_frugally();
    server::cli::run()
}

/// The allocator reads its settings before anything else runs, so the program starts itself once more with them. Whoever
/// has set them already knows better; where it cannot be started again, it goes on as it is.
fn begin_again_frugally() {
    if FRUGAL.iter().any(|(name, _)| env::var_os(name).is_some()) {
        return;
    }
    if let Ok(program) = env::current_exe() {
        let _failed = Command::new(program).args(env::args_os().skip(1)).envs(FRUGAL).exec();
    }
}
