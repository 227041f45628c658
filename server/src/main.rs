//! The binary `esteem`.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

/// How the system's allocator is told to give memory back: large blocks, of which each password that is hashed takes 19 MB,
/// go back at once, and few threads keep heaps of their own. By its own rules it keeps 160 MB.
const FRUGAL: [(&str, &str); 2] = [("MALLOC_MMAP_THRESHOLD_", "262144"), ("MALLOC_ARENA_MAX", "2")];

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
