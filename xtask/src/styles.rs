//! The style sheet, from NHS.UK frontend's Sass and our own; the images it names; the icon.

use crate::site;
use crate::step::{read, run, unless_done};
use anyhow::{Context, Result, ensure};
use std::process::Command;

const PACKAGES: &str = "assets/node_modules/nhsuk-frontend/dist";
const NO_NODE: &str = "Install Node.js with npm (Debian: apt-get install nodejs npm).";

pub fn build() -> Result<()> {
    let lock = "assets/package-lock.json";
    unless_done("npm packages", &[lock], &[PACKAGES], install)?;
    let inputs = ["assets/styles", lock, "xtask/src"];
    unless_done("style sheet", &inputs, &["target/site/app.css"], compile)?;
    site::write("favicon.svg", &read("assets/favicon.svg")?)
}

fn install() -> Result<()> {
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-progress", "--loglevel=error"]).current_dir("assets");
    run(&mut npm, NO_NODE).map(drop)
}

fn compile() -> Result<()> {
    let mut sass = Command::new("node");
    sass.arg("assets/node_modules/sass/sass.js")
        .args(["--style=compressed", "--no-source-map", "--no-charset", "--quiet-deps"])
        .arg(format!("--load-path={PACKAGES}"))
        .arg("assets/styles/app.scss");
    let css = String::from_utf8(run(&mut sass, NO_NODE)?)?;
    for image in images(&css) {
        ensure!(!image.contains('/'), "the style sheet loads {image} from elsewhere");
        site::write(image, &read(format!("{PACKAGES}/nhsuk/assets/images/{image}"))?)
            .with_context(|| format!("the style sheet names {image}"))?;
    }
    site::write("app.css", css.as_bytes())
}

/// What stands in `url(…)`: everything the style sheet would make the browser load.
fn images(css: &str) -> impl Iterator<Item = &str> {
    css.split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|name| name.trim_matches('"'))
}
