//! Builds what the browser loads into `target/site`: `cargo xtask`, or quicker and larger, `cargo xtask --dev`.
#![allow(clippy::print_stdout, reason = "a build step tells its progress on the terminal")]

mod bundle; // the app as WebAssembly, and the script that starts it
mod site; // the folder that the server embeds
mod step; // leaving out what has not changed; running other programs
mod styles; // the style sheet, its images and the icon

use anyhow::{Result, bail};
use bundle::Profile;
use std::env;

fn main() -> Result<()> {
    let profile = profile(env::args().skip(1))?;
    env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))?;
    styles::build()?;
    bundle::build(profile)?;
    site::list()
}

fn profile(arguments: impl Iterator<Item = String>) -> Result<Profile> {
    let mut profile = Profile::SMALL;
    for argument in arguments {
        match argument.as_str() {
            "--dev" => profile = Profile::DEV,
            other => bail!("unknown argument {other}; the only one is --dev"),
        }
    }
    Ok(profile)
}
