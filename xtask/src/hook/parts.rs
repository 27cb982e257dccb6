//! Before Trunk: styles and boot script, the other parts of the program, and the packed survey, made
//! from their sources.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use site::program;

use super::scripts::{Form, TAKEAWAY, bundle, bundle_inside, takeaway_glue};
use crate::{
    project::Project,
    run::{command, output, own_program, run},
    settings,
    wasm::Library,
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
    let script = |entry: &str, form, name: &str| bundle(project, entry, form, &program.join(name));
    let inside = |entry: &str, name: &str| bundle_inside(project, entry, None, &program.join(name));
    styles(project, &generated.join("styles.css"))?;
    bundle(project, "assets/boot/index.js", Form::Script, &generated.join("boot.js"))?;
    script("assets/charts/index.js", Form::Module, program::CHARTS)?;
    script("assets/embed/index.js", Form::Script, program::EMBED)?;
    script("assets/embed/frame.js", Form::Script, program::FRAME)?;
    takeaway(project, &program.join(program::TAKEAWAY_PROGRAM))?;
    script("assets/takeaway/index.js", Form::Module, program::TAKEAWAY)?;
    script("assets/offline/page.js", Form::Module, program::OFFLINE)?;
    inside("assets/offline/worker.js", program::WORKER)?;
    inside("assets/offline/off.js", program::NO_WORKER)?;
    inside("assets/boot/single/head.js", program::SINGLE_HEAD)?;
    survey(project, &survey_file(project))
}

fn styles(project: &Project, out: &Path) -> Result<()> {
    run(command(project.node_bin().join("sass"), project.root())
        .args(["--style=compressed", "--no-source-map", "--quiet-deps"])
        .args(["--load-path=node_modules", "assets/styles/main.scss"])
        .arg(out))
}

fn takeaway(project: &Project, program: &Path) -> Result<()> {
    let glue = takeaway_glue(project);
    let out = glue.parent().context("the glue has no folder")?;
    // Trunk says which profile the app is compiled in.
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let target = project.root().join("target");
    Library { package: TAKEAWAY, target, out, release }.build(project)?;
    let compiled = out.join(format!("{TAKEAWAY}_bg.wasm"));
    fs::copy(compiled, program).with_context(|| format!("cannot write {}", program.display()))?;
    Ok(())
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
