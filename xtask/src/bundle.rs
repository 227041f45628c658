//! The app as WebAssembly, and the script that starts it.

use crate::site;
use crate::step::{run, unless_done};
use anyhow::{Result, ensure};
use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};
use walrus::Module;
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
        .args(["--target", TARGET, "--profile", profile, "--target-dir=target"])
        .env("CARGO_ENCODED_RUSTFLAGS", without_paths().join("\u{1f}"));
    run(&mut command, "").map(drop)
}

/// The compiler's options by which the libraries' messages name their files without the folder that this machine keeps them in: it
/// would be loaded by every browser.
fn without_paths() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let sources = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    sources.map(|of| format!("--remap-path-prefix={}/=", of.path().display())).collect()
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
    without_streams(output.wasm_mut());
    site::write("app.js", output.js().as_bytes())?;
    site::write("app_bg.wasm", &output.wasm_mut().emit_wasm())
}

/// No server function answers with a stream, so the code by which a browser would read one is left out, with all that only it needs.
fn without_streams(module: &mut Module) {
    let streams = module.exports.iter().filter(|export| export.name.contains("intounderlying"));
    let streams: Vec<_> = streams.map(walrus::Export::id).collect();
    for export in streams {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);
}
