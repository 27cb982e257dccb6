//! Before Trunk: styles, boot script, charts and the packed survey, made from their sources.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{
    project::Project,
    run::{command, output, run},
    sizes::Over,
    wasm::Library,
};

/// Names another survey than the project's own, by its package's folder or by the file that it was
/// packed into: `FINDINGS_SURVEY=FOLDER cargo xtask build`.
const SURVEY_VARIABLE: &str = "FINDINGS_SURVEY";

/// The package as readers take it away; `crates/explorer/src/view/about.rs` links to it.
pub(crate) const PACKAGE_ARCHIVE: &str = "package.zip";

/// The survey's package, or the file that it was packed into.
fn named_survey(project: &Project) -> PathBuf {
    let named = env::var_os(SURVEY_VARIABLE).map(|named| project.root().join(named));
    named.unwrap_or_else(|| bundled_survey(project))
}

/// The project's own survey.
fn bundled_survey(project: &Project) -> PathBuf {
    project.root().join("data/tic-2022")
}

/// Which survey the site is built over.
pub fn over(project: &Project) -> Over {
    // However its folder is written.
    let [named, own] = [named_survey(project), bundled_survey(project)].map(fs::canonicalize);
    if matches!((named, own), (Ok(named), Ok(own)) if named == own) {
        Over::Bundled
    } else {
        Over::Another
    }
}

/// The survey's package, where it is at hand.
pub fn package_folder(project: &Project) -> Option<PathBuf> {
    Some(named_survey(project)).filter(|named| !named.is_file())
}

/// The packed survey, where the page's hook finds it.
pub(super) fn survey_file(project: &Project) -> PathBuf {
    let named = named_survey(project);
    let name = named.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    project.generated().join(format!("{name}.survey"))
}

/// The bundle of charts, where the page's hook finds it.
pub(super) fn charts_file(project: &Project) -> PathBuf {
    project.generated().join("charts.js")
}

/// The script that other sites load to show the explorer, where the page's hook finds it.
pub(super) fn embed_file(project: &Project) -> PathBuf {
    project.generated().join("embed.js")
}

/// The script of an embed's own page, where the page's hook finds it.
pub(super) fn frame_file(project: &Project) -> PathBuf {
    project.generated().join("frame.js")
}

/// The package whose program makes what readers take away.
const TAKEAWAY: &str = "takeaway";

/// The script of the module that makes what readers take away, where the page's hook finds it.
pub(super) fn takeaway_script(project: &Project) -> PathBuf {
    project.generated().join("takeaway.js")
}

/// What wasm-bindgen made for it: `takeaway-glue` to the scripts that import it.
fn takeaway_glue(project: &Project) -> PathBuf {
    project.root().join("target").join(TAKEAWAY).join(format!("{TAKEAWAY}.js"))
}

/// The program of that module.
pub(super) fn takeaway_program(project: &Project) -> PathBuf {
    project.generated().join("takeaway.wasm")
}

/// The script that keeps the site for use without a network, where the page's hook finds it.
pub(super) fn offline_file(project: &Project) -> PathBuf {
    project.generated().join("offline.js")
}

/// Makes the parts of the site that Trunk does not, in `target/site`.
///
/// # Errors
/// When a source does not compile or a tool is missing.
pub fn assets(project: &Project) -> Result<()> {
    ensure!(
        project.node_bin().join("esbuild").exists(),
        "the npm packages are not installed; run `cargo xtask setup` once"
    );
    let generated = project.generated();
    fs::create_dir_all(&generated)
        .with_context(|| format!("cannot make {}", generated.display()))?;
    styles(project, &generated.join("styles.css"))?;
    script(project, "assets/boot/index.js", "iife", &generated.join("boot.js"))?;
    script(project, "assets/charts/index.js", "esm", &charts_file(project))?;
    script(project, "assets/embed/index.js", "iife", &embed_file(project))?;
    script(project, "assets/embed/frame.js", "iife", &frame_file(project))?;
    takeaway(project)?;
    script(project, "assets/offline/page.js", "esm", &offline_file(project))?;
    survey(project, &survey_file(project))
}

fn styles(project: &Project, out: &Path) -> Result<()> {
    run(command(project.node_bin().join("sass"), project.root())
        .args(["--style=compressed", "--no-source-map", "--quiet-deps"])
        .args(["--load-path=node_modules", "assets/styles/main.scss"])
        .arg(out))
}

fn script(project: &Project, entry: &str, format: &str, out: &Path) -> Result<()> {
    run(command(project.node_bin().join("esbuild"), project.root())
        .args([entry, "--bundle", "--minify", "--target=es2022", "--legal-comments=none"])
        .args(["--log-level=warning", &format!("--format={format}")])
        .arg(format!("--alias:takeaway-glue={}", takeaway_glue(project).display()))
        .arg(format!("--outfile={}", out.display())))
}

/// A script with all that it imports, to stand in the page; `glue` is what it imports as
/// `findings-glue`.
pub(crate) fn bundle(project: &Project, entry: &str, glue: Option<&Path>) -> Result<String> {
    let mut esbuild = command(project.node_bin().join("esbuild"), project.root());
    esbuild
        .args([entry, "--bundle", "--minify", "--target=es2022", "--legal-comments=none"])
        // The glue looks beside itself for a program that it is not given; here it always is.
        .args(["--log-level=warning", "--format=iife", "--define:import.meta.url=''"]);
    if let Some(glue) = glue {
        esbuild
            .arg(format!("--alias:findings-glue={}", glue.display()))
            .arg(format!("--alias:takeaway-glue={}", takeaway_glue(project).display()));
    }
    output(&mut esbuild)
}

fn takeaway(project: &Project) -> Result<()> {
    let glue = takeaway_glue(project);
    let out = glue.parent().context("the glue has no folder")?;
    // Trunk says which profile the app is compiled in.
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let target = project.root().join("target");
    Library { package: TAKEAWAY, target, out, release }.build(project)?;
    script(project, "assets/takeaway/index.js", "esm", &takeaway_script(project))?;
    let (compiled, program) = (out.join(format!("{TAKEAWAY}_bg.wasm")), takeaway_program(project));
    fs::copy(compiled, &program).with_context(|| format!("cannot write {}", program.display()))?;
    Ok(())
}

/// Minifies a module that Trunk made, in place.
pub(super) fn minify(project: &Project, module: &Path) -> Result<()> {
    run(command(project.node_bin().join("esbuild"), project.root())
        .arg(module)
        .args(["--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"])
        .arg(format!("--outfile={}", module.display())))
}

fn survey(project: &Project, out: &Path) -> Result<()> {
    let cannot = || format!("cannot write {}", out.display());
    let Some(package) = package_folder(project) else {
        let bytes = fs::read(named_survey(project)).context("cannot read the packed survey")?;
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
    output(
        command("cargo", project.root())
            .args(["run", "--quiet", "--package", "survey-pack", "--"])
            .arg("pack")
            .arg(package)
            .arg("--out")
            .arg(out),
    )
    .map(drop)
}
