//! scipy and statsmodels, which the statistics are held to, in a Python of the project's own.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{announce, debian};
use crate::{
    project::Project,
    run::{command, probe, run},
};

/// Nothing else needs Python: where it can't be had, one test is skipped, and this says why.
pub(super) fn ensure(project: &Project) {
    if let Err(why) = install(project) {
        println!("skipped: Python for the statistics' test beside other programs ({why:#})");
    }
}

fn install(project: &Project) -> Result<()> {
    let wanted = project.root().join("crates/survey/tests/other_programs/requirements.txt");
    let text =
        fs::read_to_string(&wanted).with_context(|| format!("cannot read {}", wanted.display()))?;
    let python = project.tools().join("python");
    // A copy of what was installed says whether it is this commit's.
    let mark = python.join("installed.txt");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == text) {
        return Ok(());
    }
    if !can_make_environments(project.root()) {
        if !debian::can_install() {
            anyhow::bail!("python3 with its venv module is not installed");
        }
        announce("installing Python's venv from Debian", "about half a minute");
        debian::install(&["python3-venv"])?;
    }
    announce("installing scipy and statsmodels from PyPI", "about a minute");
    run(command("python3", project.root()).args(["-m", "venv", "--clear"]).arg(&python))?;
    run(command(python.join("bin/python3"), project.root())
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&wanted))?;
    fs::write(&mark, text).with_context(|| format!("cannot write {}", mark.display()))
}

/// Debian's Python comes without what `venv` needs.
fn can_make_environments(folder: &Path) -> bool {
    probe(command("python3", folder).args(["-c", "import venv, ensurepip"])).is_some()
}
