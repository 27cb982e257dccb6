//! Programs in Python that our figures are held to, each in an environment of the project's own.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{announce, debian};
use crate::{
    project::Project,
    run::{command, probe, run},
};

/// The folder of an environment, its requirements, and what it is.
const ENVIRONMENTS: [(&str, &str, &str); 3] = [
    (
        "python",
        "crates/survey-stats/tests/other_programs/requirements.txt",
        "scipy and statsmodels",
    ),
    // Apart from the others: it wants older versions of what they need.
    ("pycanon", "crates/survey-pack/tests/pycanon/requirements.txt", "pycanon"),
    (
        "takeaway-python",
        "crates/takeaway/tests/other_programs/requirements.txt",
        "bibtexparser, csvw and openpyxl",
    ),
];

/// Nothing else needs Python: where it can't be had, tests are skipped, and this says why.
pub(super) fn ensure(project: &Project) {
    for (folder, requirements, what) in ENVIRONMENTS {
        if let Err(why) = install(project, folder, requirements, what) {
            println!("skipped: {what} for tests beside other programs ({why:#})");
        }
    }
}

fn install(project: &Project, folder: &str, requirements: &str, what: &str) -> Result<()> {
    let wanted = project.root().join(requirements);
    let text =
        fs::read_to_string(&wanted).with_context(|| format!("cannot read {}", wanted.display()))?;
    let python = project.tools().join(folder);
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
    announce(&format!("installing {what} from PyPI"), "about a minute");
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
