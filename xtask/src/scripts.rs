//! The checks of the JavaScript that is ours: its types and its unit tests.

use anyhow::{Result, ensure};

use crate::{
    files::files_below,
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
    let mut tests = files_below(&project.root().join("assets"), ".test.js")?;
    tests.extend(files_below(&project.root().join("xtask"), ".test.mjs")?);
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
