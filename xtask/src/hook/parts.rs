//! Before Trunk: styles and boot script, the other parts of the program, and the packed survey, made
//! from their sources.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use site::program;

use super::{
    app,
    scripts::{Form, bundle, bundle_inside},
};
use crate::{
    changes::Inputs,
    project::Project,
    run::{command, output, own_program, run},
    settings,
};

/// The packed survey, where the page's hook finds it.
pub(super) fn survey_file(project: &Project) -> PathBuf {
    let named = settings::named_survey(project);
    let name = named.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    project.generated().join(format!("{name}.survey"))
}

/// Makes the parts of the site that Trunk does not: for Trunk in `target/site`, with the packed
/// survey, and for the site in `target/program`.
///
/// # Errors
/// When a source does not compile or a tool is missing.
pub fn assets(project: &Project) -> Result<()> {
    ensure!(
        project.node_bin().join("esbuild").exists(),
        "the npm packages are not installed; run `cargo xtask setup` once"
    );
    let (generated, program) = (project.generated(), project.program_folder());
    for folder in [&generated, &program] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    // Trunk says which profile the program is compiled in.
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    app::build(project, release)?;
    let scripts = script_sources(project)?;
    let script_in = |folder: &Path, entry: &str, form, name: &str| {
        let out = folder.join(name);
        make(project, &out, scripts.clone(), || bundle(project, entry, form, &out))
    };
    let script = |entry: &str, form, name: &str| script_in(&program, entry, form, name);
    let inside = |entry: &str, name: &str| {
        let out = program.join(name);
        make(project, &out, scripts.clone(), || bundle_inside(project, entry, None, &out))
    };
    styles(project, &generated.join("styles.css"))?;
    script_in(&generated, "assets/boot/index.js", Form::Script, "boot.js")?;
    script("assets/charts/index.js", Form::Module, program::CHARTS)?;
    script("assets/embed/index.js", Form::Script, program::EMBED)?;
    script("assets/embed/frame.js", Form::Script, program::FRAME)?;
    script("assets/takeaway/index.js", Form::Module, program::TAKEAWAY)?;
    script("assets/offline/page.js", Form::Module, program::OFFLINE)?;
    inside("assets/offline/worker.js", program::WORKER)?;
    inside("assets/offline/off.js", program::NO_WORKER)?;
    inside("assets/boot/single/head.js", program::SINGLE_HEAD)?;
    if release {
        let (glue, single) = (program.join(program::APP_GLUE), program.join(program::SINGLE));
        bundle_inside(project, "assets/boot/single/index.js", Some(&glue), &single)?;
    }
    let (named, out) = (settings::named_survey(project), survey_file(project));
    let sources = if named.is_dir() {
        Inputs::default().below(&named, "")?
    } else {
        Inputs::default().file(named)
    };
    make(project, &out, sources, || survey(project, &out))
}

/// Makes a part. While the page is worked on, only when its inputs have changed.
fn make(
    project: &Project,
    out: &Path,
    inputs: Inputs,
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    if settings::watches() {
        inputs.recipe()?.make_if_changed(out, &project.marks(), make)
    } else {
        make()
    }
}

/// What any script may import: ours, and libraries.
fn script_sources(project: &Project) -> Result<Inputs> {
    let own = Inputs::default().below(&project.root().join("assets"), ".js")?;
    Ok(own.file(project.npm_lock()))
}

fn styles(project: &Project, out: &Path) -> Result<()> {
    let root = project.root();
    let mut sources = Inputs::default().below(&root.join("assets/styles"), ".scss")?;
    // What nothing here uses goes, but while the page is worked on nobody waits for that.
    let prunes = !settings::watches();
    if prunes {
        sources = sources.below(&root.join("src"), ".rs")?.below(&root.join("assets"), ".js")?;
    }
    make(project, out, sources.file(project.npm_lock()), || {
        run(command(project.node_bin().join("sass"), root)
            .args(["--style=compressed", "--no-source-map", "--quiet-deps"])
            .args(["--load-path=node_modules", "assets/styles/main.scss"])
            .arg(out))?;
        if !prunes {
            return Ok(());
        }
        run(command("node", root).arg("xtask/unused-styles.mjs").arg(out).args(["src", "assets"]))
    })
}

fn survey(project: &Project, out: &Path) -> Result<()> {
    let cannot = || format!("cannot write {}", out.display());
    let Some(package) = settings::package_folder(project) else {
        let named = settings::named_survey(project);
        let bytes = fs::read(named).context("cannot read the packed survey")?;
        return fs::write(out, bytes).with_context(cannot);
    };
    // What the last build packed is no release, which the packer would keep from being lost.
    match fs::remove_file(out) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(error).with_context(cannot);
        }
        _ => {}
    }
    // What the packer says when all is well, a checksum, is of no use here.
    let mut packer = own_program(project, "survey-pack", &[])?;
    output(packer.arg("pack").arg(package).arg("--out").arg(out)).map(drop)
}
