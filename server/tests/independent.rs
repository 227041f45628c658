//! The program against figures that a program in another language works out from the rules alone, in random places.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that meets the unexpected must fail, in its helpers too"
)]

use std::path::Path;
use std::process::Command;

/// As many places as a test of every change can wait for; `node tests/independent/compare.js --seeds 1..500` looks further.
const SEEDS: &str = "1..20";

#[test]
fn a_second_program_finds_the_same_in_random_places() {
    let compare = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/independent/compare.js");
    let ended = Command::new("node")
        .arg(compare)
        .args(["--seeds", SEEDS])
        .env("ESTEEM_BIN", env!("CARGO_BIN_EXE_esteem"))
        .output();
    let output = ended.unwrap_or_else(|error| {
        panic!("NOT TESTED: node could not be started ({error}). Install Node 20 (Debian: apt-get install nodejs).")
    });
    let told = String::from_utf8_lossy(&output.stdout);
    let found = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{found}");
}
