//! From modules to scripts, by esbuild.

use std::{path::Path, process::Command};

use anyhow::Result;

use crate::{
    project::Project,
    run::{command, run},
};

/// What a script is to the page that loads it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    /// A script that runs where it stands.
    Script,
    /// A module that the page imports.
    Module,
}

/// Writes a script with all that it imports.
pub(super) fn bundle(project: &Project, entry: &str, form: Form, out: &Path) -> Result<()> {
    let format = match form {
        Form::Script => "--format=iife",
        Form::Module => "--format=esm",
    };
    run(bundler(project, entry, out).arg(format))
}

/// The same for a script that is to stand in another file. `glue` is what it imports as
/// `findings-glue`.
pub(super) fn bundle_inside(
    project: &Project,
    entry: &str,
    glue: Option<&Path>,
    out: &Path,
) -> Result<()> {
    let mut esbuild = bundler(project, entry, out);
    // The glue looks beside itself for a program that it is not given; here it always is.
    esbuild.args(["--format=iife", "--define:import.meta.url=''"]);
    if let Some(glue) = glue {
        esbuild.arg(format!("--alias:findings-glue={}", glue.display()));
    }
    run(&mut esbuild)
}

fn bundler(project: &Project, entry: &str, out: &Path) -> Command {
    let mut esbuild = esbuild(project);
    esbuild
        .args([entry, "--bundle", "--minify", "--target=es2022", "--legal-comments=none"])
        .arg(format!("--outfile={}", out.display()));
    esbuild
}

/// Minifies a module that Trunk made, in place.
pub(super) fn minify(project: &Project, module: &Path) -> Result<()> {
    run(esbuild(project)
        .arg(module)
        .args(["--minify", "--target=es2022", "--allow-overwrite"])
        .arg(format!("--outfile={}", module.display())))
}

fn esbuild(project: &Project) -> Command {
    let mut esbuild = command(project.node_bin().join("esbuild"), project.root());
    esbuild.arg("--log-level=warning");
    esbuild
}
