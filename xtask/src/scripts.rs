//! The checks of the JavaScript that is ours: its types and its unit tests.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    project::Project,
    run::{command, run},
};

/// What scripts find around them differs: on a page, in a service worker, in Node.
const SURROUNDINGS: [&str; 3] = ["tsconfig.json", "tsconfig.worker.json", "tsconfig.node.json"];

/// Runs the unit tests of scripts by Node's own runner.
///
/// # Errors
/// When a test fails, or there is none.
pub fn tests(project: &Project) -> Result<()> {
    let mut tests = Vec::new();
    collect(&project.root().join("assets"), &mut tests)?;
    ensure!(!tests.is_empty(), "there are no tests of scripts");
    run(command("node", project.root()).args(["--test", "--test-reporter=dot"]).args(tests))
}

/// Holds scripts to their types, and to those that wasm-bindgen wrote when it built what readers take
/// away.
///
/// # Errors
/// When a type does not fit.
pub fn types(project: &Project) -> Result<()> {
    SURROUNDINGS.iter().try_for_each(|surroundings| {
        run(command(project.node_bin().join("tsc"), project.root())
            .args(["--project", surroundings]))
    })
}

fn collect(folder: &Path, tests: &mut Vec<PathBuf>) -> Result<()> {
    let cannot = || format!("cannot read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        if path.is_dir() {
            collect(&path, tests)?;
        } else if path.to_string_lossy().ends_with(".test.js") {
            tests.push(path);
        }
    }
    Ok(())
}
