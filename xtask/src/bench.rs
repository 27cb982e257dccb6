//! What `cargo xtask bench` measures: the site's weight, the engine and the charts in a browser.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    build,
    project::Project,
    run::{command, run, stage},
    setup, sizes,
};

/// The engine's crate, and its library's file.
const ENGINE: &str = "bench-engine";
const LIBRARY: &str = "bench_engine";
/// What the page's `link` to the app holds, for one optimiser to treat both alike.
const OPTIMISER_FLAGS: &str = "data-wasm-opt-params=\"";

/// Builds the site and prints all measurements. A budget that is missed is said, not an error.
///
/// # Errors
/// When something cannot be built or measured.
pub fn all(project: &Project) -> Result<()> {
    setup::everything(project)?;
    stage("Build", || site(project))?;
    let page = stage("Build of the engine's page", || engine_page(project))?;
    stage("Measurements", || {
        run(command("cargo", project.root())
            .args(["run", "--quiet", "--package", "bench-browser", "--"])
            .arg(page))
    })
}

/// A site that is too heavy is a built site all the same.
fn site(project: &Project) -> Result<()> {
    build::site(project).or_else(|error| {
        let weights = sizes::measure(&project.dist()).ok();
        if weights.is_some_and(|weights| weights.check().is_err()) {
            println!("MISSES ITS BUDGET: {error:#}");
            return Ok(());
        }
        Err(error)
    })
}

/// The engine as the app has it, with the page that runs it. Returns their folder.
fn engine_page(project: &Project) -> Result<PathBuf> {
    let target = project.root().join("target/bench");
    let page = target.join("page");
    run(command("cargo", project.root())
        .args(["build", "--quiet", "--release", "--package", ENGINE])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir"])
        .arg(&target))?;
    let built = target.join(format!("wasm32-unknown-unknown/release/{LIBRARY}.wasm"));
    run(command(project.tools().join("bin/wasm-bindgen"), project.root())
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .args([&page, &built]))?;
    let program = page.join(format!("{LIBRARY}_bg.wasm"));
    let index = project.root().join("index.html");
    let html =
        fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    run(command(project.node_bin().join("wasm-opt"), project.root())
        .arg("-Oz")
        .args(optimiser_flags(&html).context("index.html has no flags for wasm-opt")?)
        .args([&program, Path::new("--output"), &program]))?;
    copy(&project.root().join("benches/engine/page"), &page)?;
    Ok(page)
}

/// The flags with which the app is optimised, from its page.
fn optimiser_flags(html: &str) -> Option<impl Iterator<Item = &str>> {
    let (_, rest) = html.split_once(OPTIMISER_FLAGS)?;
    let (flags, _) = rest.split_once('"')?;
    Some(flags.split_whitespace())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))
            .with_context(|| format!("cannot copy {}", entry.path().display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_are_those_of_the_page() {
        let html = "<link data-wasm-opt=\"z\" data-wasm-opt-params=\"--enable-simd --enable-a\">";
        let flags: Vec<_> = optimiser_flags(html).into_iter().flatten().collect();
        assert_eq!(flags, ["--enable-simd", "--enable-a"]);
        assert!(optimiser_flags("<link>").is_none());
    }
}
