//! The app as WebAssembly, and the script that starts it.

use crate::site;
use crate::step::{run, unless_done};
use anyhow::{Result, ensure};
use std::env;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

const TARGET: &str = "wasm32-unknown-unknown";

/// One of cargo's profiles, and the folder where cargo leaves what it built with it.
pub struct Profile {
    name: &'static str,
    folder: &'static str,
}

impl Profile {
    /// What is served: small to load.
    pub const SMALL: Self = Self { name: "wasm-release", folder: "wasm-release" };
    /// For work on an island: a second to build, three times as much to load.
    pub const DEV: Self = Self { name: "dev", folder: "debug" };
}

pub fn build(profile: Profile) -> Result<()> {
    compile(profile.name)?;
    let wasm = format!("target/{TARGET}/{}/app.wasm", profile.folder);
    let outputs = ["target/site/app.js", "target/site/app_bg.wasm"];
    unless_done("bundle", &[&wasm, "xtask/src"], &outputs, || bind(&wasm))
}

/// The features must be the server's, but for `hydrate` instead of `ssr`: a mismatch shows only as dead pages.
fn compile(profile: &str) -> Result<()> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command
        .args(["rustc", "--package=app", "--lib", "--crate-type=cdylib"])
        .args(["--no-default-features", "--features=hydrate"])
        .args(["--target", TARGET, "--profile", profile, "--target-dir=target"]);
    run(&mut command, "").map(drop)
}

/// The names of the two files are those that leptos's `HydrationScripts` asks for.
fn bind(wasm: &str) -> Result<()> {
    let mut output = Bindgen::new()
        .input_path(wasm)
        .out_name("app")
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let scripts = output.snippets().values().map(Vec::len).sum::<usize>();
    let modules = output.local_modules().len();
    ensure!(scripts + modules == 0, "a crate brings scripts of its own; the site carries none");
    site::write("app.js", output.js().as_bytes())?;
    site::write("app_bg.wasm", &output.wasm_mut().emit_wasm())
}
