//! The compiler's WebAssembly target, and the sources of the standard library.

use std::{env, path::Path};

use anyhow::{Context, Result};

use super::announce;
use crate::{
    project::Project,
    run::{command, output, probe, run},
    settings,
    standard_library::StandardLibrary,
    wasm::TARGET,
};

pub(super) fn ensure() -> Result<()> {
    let here = env::current_dir().context("the current folder is gone")?;
    if is_installed(&here)? {
        return Ok(());
    }
    announce("adding Rust's WebAssembly target", "a few seconds");
    run(command("rustup", &here).args(["target", "add", TARGET])).with_context(|| {
        format!(
            "install Rust by rustup, or add the target {TARGET} to this compiler, and try again"
        )
    })
}

/// Asks the compiler, not rustup: Rust may come from elsewhere.
fn is_installed(here: &Path) -> Result<bool> {
    let libraries =
        output(command("rustc", here).args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(Path::new(libraries.trim()).is_dir())
}

/// The sources of the standard library. Where they can't be had, the programs are built with the one
/// that came with the compiler, and weigh more.
///
/// # Errors
/// When the setting that asks for that one says something else.
pub(super) fn ensure_sources(project: &Project) -> Result<()> {
    if !settings::rebuilds_standard_library()? || StandardLibrary::has_sources(project) {
        return Ok(());
    }
    announce("adding the sources of Rust's standard library", "a few seconds");
    let added = probe(command("rustup", project.root()).args(["component", "add", "rust-src"]));
    if added.is_none() || !StandardLibrary::has_sources(project) {
        println!("Set-up: they can't be had; what readers load will weigh more.");
    }
    Ok(())
}
