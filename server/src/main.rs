//! The binary `esteem`.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// It gives memory back once a password is hashed or a history is read: the system's own keeps 160 MB of it.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    server::cli::run()
}
