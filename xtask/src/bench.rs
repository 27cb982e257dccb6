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
    settings, setup, sizes,
    wasm::Library,
};

/// The engine's crate.
const ENGINE: &str = "bench-engine";

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

/// Packs the demonstration and drawn surveys, optimised as the command that holders get.
///
/// # Errors
/// When a survey cannot be drawn or packed.
pub fn packing(project: &Project) -> Result<()> {
    run(command("cargo", project.root())
        .args(["run", "--quiet", "--profile", "tool", "--package", "bench-packing", "--"])
        .arg("data/demo-confidential"))
}

/// A site that is too heavy is a built site all the same.
fn site(project: &Project) -> Result<()> {
    build::site(project).or_else(|error| {
        let weights = sizes::measure(&project.dist(), settings::over(project)).ok();
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
    Library { package: ENGINE, target, out: &page, release: true }.build(project)?;
    copy(&project.root().join("benches/engine/page"), &page)?;
    Ok(page)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        fs::copy(entry.path(), to.join(entry.file_name()))
            .with_context(|| format!("cannot copy {}", entry.path().display()))?;
    }
    Ok(())
}
