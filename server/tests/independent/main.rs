//! The program against figures that a program in another language works out from the rules alone, in random places.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must fail, in its helpers too"
)]

mod beside; // what no file of a place holds

use std::path::{Path, PathBuf};
use std::process::Command;

/// As many places as a test of every change can wait for; by hand it looks further: `--seeds 1..500`.
const PLACES: &str = "1..6";
/// Places in which more is arranged than files can say.
const ARRANGED: [u32; 2] = [102, 103];

/// Runs the second program with these arguments; it tells of every cell that differs.
fn compare(arguments: &[&str]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/independent/compare.js");
    let program = env!("CARGO_BIN_EXE_esteem");
    let ended =
        Command::new("node").arg(script).args(arguments).env("ESTEEM_BIN", program).output();
    let output = ended.unwrap_or_else(|error| {
        panic!(
            "NOT TESTED: node does not start ({error}). Install it (Debian: apt-get install nodejs)"
        )
    });
    let told = String::from_utf8_lossy(&output.stdout);
    let found = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{found}");
}

#[test]
fn a_second_program_finds_the_same_in_random_places() {
    compare(&["--seeds", PLACES]);
}

#[tokio::test]
async fn it_finds_the_same_by_rules_of_cover_with_people_who_come_and_with_requests() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("independent");
    let keep = folder.to_str().unwrap();
    for seed in ARRANGED {
        let place = seed.to_string();
        compare(&["--seeds", place.as_str(), "--keep", keep, "--make"]);
        beside::arrange(&folder.join(format!("place-{seed}"))).await;
        compare(&["--seeds", place.as_str(), "--keep", keep, "--made"]);
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
