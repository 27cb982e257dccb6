//! The packages from npm: charts, styles, the bundler, the WebAssembly optimiser, axe.

use std::fs;

use anyhow::{Context, Result, bail};

use super::announce;
use crate::{
    project::Project,
    run::{command, probe, run},
};

/// What esbuild and sass need.
const OLDEST_NODE: u32 = 18;

pub(super) fn ensure(project: &Project) -> Result<()> {
    let lock = project.npm_lock();
    let wanted =
        fs::read_to_string(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    // A copy of the lock that was installed says whether the packages are those of this commit.
    let mark = project.root().join("node_modules/.installed-lock.json");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    check_node(project)?;
    announce("installing packages from npm", "about half a minute");
    // No install scripts: none is needed, and none of them is ours.
    run(command("npm", project.root()).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))?;
    fs::write(&mark, wanted).with_context(|| format!("cannot write {}", mark.display()))
}

fn check_node(project: &Project) -> Result<()> {
    let Some(version) = probe(command("node", project.root()).arg("--version")) else {
        bail!(
            "Node is not installed; install Node {OLDEST_NODE} or newer, with npm, and try again"
        );
    };
    match major(&version) {
        Some(found) if found >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {} is too old; install {OLDEST_NODE} or newer", version.trim()),
    }
}

fn major(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("18"), Some(18));
        assert_eq!(major("next"), None);
    }
}
