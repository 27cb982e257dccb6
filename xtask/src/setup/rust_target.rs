//! The compiler's WebAssembly target.

use std::{env, path::Path};

use anyhow::{Context, Result};

use super::announce;
use crate::run::{command, output, run};

const TARGET: &str = "wasm32-unknown-unknown";

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
