//! The site in `dist/`, ready for any static host.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use anyhow::{Context, Result};

use crate::{
    project::Project,
    run::{command, run, seconds},
    search, settings, setup, sizes,
    standard_library::StandardLibrary,
};

/// Sets up what is missing, builds the site and holds it to its budgets.
///
/// # Errors
/// When set-up or a part of the build fails, or the site weighs more than its budget.
pub fn site(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    let start = Instant::now();
    // Trunk leaves the copies of an earlier build where they are.
    let dist = project.dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot empty {}", dist.display()))?;
    }
    trunk(project, &["build", "--release", "--quiet"])?;
    compress(project, &dist)?;
    look_through(project, &dist)?;
    println!("\nThe site is in dist/, built in {}.", seconds(start.elapsed()));
    if settings::address()?.is_none() {
        println!(
            "Without FINDINGS_ADDRESS=https://… links to it have no picture, and there is no oEmbed."
        );
    }
    let weights = sizes::measure(&dist, settings::over(project))?;
    println!("\n{weights}");
    if StandardLibrary::found(project)? == StandardLibrary::Installed {
        println!(
            "The programs have the standard library that came with the compiler, and weigh more than \
             with one of their own. So they are held to no limit."
        );
        return Ok(());
    }
    weights.check()
}

/// What the package leaves out must be in no file. A site in which it is found does not stay there.
fn look_through(project: &Project, dist: &Path) -> Result<()> {
    let Some(package) = settings::package_folder(project) else {
        println!("Of a packed file nobody can say what was left out: dist/ is not looked through.");
        return Ok(());
    };
    search::site(project, &package, dist).inspect_err(|_| {
        // The error is what matters; a folder that can't be emptied is said at the next build.
        let _ = fs::remove_dir_all(dist);
    })
}

/// Runs Trunk.
///
/// # Errors
/// When Trunk fails.
pub fn trunk(project: &Project, arguments: &[&str]) -> Result<()> {
    run(trunk_command(project)?.args(arguments))
}

/// Trunk with the project's own tools first on the `PATH`.
///
/// # Errors
/// When the project's folder has a name that `PATH` can't hold.
pub(crate) fn trunk_command(project: &Project) -> Result<Command> {
    let path = project.path_with_tools()?;
    let mut trunk = command(project.tools().join("bin/trunk"), project.root());
    trunk
        .env("PATH", path)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths())
        // Trunk reads NO_COLOR as a boolean, others as a word that may be anything.
        .env_remove("NO_COLOR");
    Ok(trunk)
}

/// Writes the compressed copies of a site. Node has the fastest Brotli at hand; a crate for it would
/// double this program's compile time.
///
/// # Errors
/// When a file can't be read or written.
pub fn compress(project: &Project, site: &Path) -> Result<()> {
    run(command("node", project.root()).arg("xtask/compress.mjs").arg(site))
}

/// The sources of libraries by names of their own in the program's messages, beside the flags of
/// `.cargo/config.toml`: the site is to tell nobody where it was built.
pub fn without_paths() -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let mut flag = OsString::new();
    if let Some(home) = home {
        flag.push("--remap-path-prefix=");
        flag.push(home.join("registry/src"));
        flag.push("=libraries");
    }
    flag
}
