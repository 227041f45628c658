//! The house keeps its rooms apart: read from what cargo knows, so that a forbidden edge fails here and not in a review.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

const OURS: [&str; 9] = [
    "app",
    "documents",
    "domain",
    "entities",
    "migrations",
    "server",
    "services",
    "tests",
    "xtask",
];

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What each of our crates uses when it runs: dependencies of its tests and builds are left out.
fn edges() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let used = |package: &Value| {
        let all = package["dependencies"].as_array().unwrap();
        let normal = all.iter().filter(|d| d["kind"].is_null());
        normal.map(|d| d["name"].as_str().unwrap().to_owned()).collect()
    };
    packages.iter().map(|p| (p["name"].as_str().unwrap().to_owned(), used(p))).collect()
}

#[test]
fn every_room_uses_only_what_it_may() {
    let may_use_of_ours: [(&str, &[&str]); 8] = [
        ("domain", &[]),
        ("migrations", &[]),
        ("entities", &["domain"]),
        ("services", &["domain", "entities", "migrations"]),
        ("app", &["domain", "services"]),
        // The typesetter is large: only the server waits for it to be built, and no page or use case ever does.
        ("documents", &["domain"]),
        ("server", &["app", "documents", "domain", "services"]),
        ("xtask", &[]),
    ];
    let edges = edges();
    for (room, allowed) in may_use_of_ours {
        for used in edges[room].iter().filter(|used| OURS.contains(&used.as_str())) {
            assert!(allowed.contains(&used.as_str()), "{room} must not use {used}");
        }
    }
}

#[test]
fn no_room_brings_in_what_belongs_to_another() {
    let never: [(&str, &[&str]); 5] = [
        ("domain", &["leptos", "axum", "tokio", "sqlx", "typst"]),
        ("documents", &["leptos", "axum", "tokio", "sqlx", "reqwest", "ureq"]),
        ("entities", &["leptos", "axum", "tokio"]),
        ("services", &["leptos", "leptos_axum", "axum", "http", "typst"]),
        ("app", &["sea-orm", "sqlx", "typst"]),
    ];
    let edges = edges();
    for (room, shut_out) in never {
        for name in shut_out {
            assert!(!edges[room].contains(*name), "{room} must not use {name}");
        }
    }
}

#[test]
fn the_browsers_bundle_holds_no_database_and_no_runtime() {
    let tree = cargo(&[
        "tree",
        "--package=app",
        "--target=wasm32-unknown-unknown",
        "--no-default-features",
        "--features=hydrate",
        "--edges=normal",
        "--prefix=none",
        "--offline",
    ]);
    for line in tree.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        let foreign = ["sea-orm", "sqlx", "tokio", "axum", "services", "entities", "chrono-tz"];
        assert!(!foreign.contains(&name), "the bundle holds {name}");
    }
}

/// Every file of a folder and those below it whose name ends so.
pub fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !name.starts_with('.') && name != "target" && name != "node_modules" {
            files(&path, ending, found);
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    let mut sources = Vec::new();
    files(&root(), ".rs", &mut sources);
    assert!(sources.len() > 100, "only {} files were found", sources.len());
    for path in sources {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} opens without a sentence", path.display());
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", path.display());
    }
}

#[test]
fn every_manifest_is_under_the_mit_licence() {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps", "--offline"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    for package in metadata["packages"].as_array().unwrap() {
        assert_eq!(package["license"], "MIT", "{}", package["name"]);
    }
    assert!(root().join("LICENSE").exists());
}
