//! `cargo xtask serve --watch`: for work on the page, which is built and shown again at each change.

use std::{fs, io};

use anyhow::{Context, Result};

use crate::{build, project::Project, run::run, server, settings, setup};

/// Sets up what is missing, has Trunk build the page and serve it, and do so again when a file
/// changes. Quick to build, not small; it stays out of `dist/`.
///
/// # Errors
/// When something cannot be installed, no port is free, or Trunk fails.
pub fn serve(project: &Project, port: u16) -> Result<()> {
    setup::for_build(project)?;
    let port = server::free_port(port)?.to_string();
    forget_text(project)?;
    let out = project.watched();
    fs::create_dir_all(&out).with_context(|| format!("cannot make {}", out.display()))?;
    println!(
        "What the page says before any script runs, and what stands elsewhere of it, stays as it is \
         now until you start this again."
    );
    run(build::trunk_command(project)?
        .args(["serve", "--port", &port, "--dist"])
        .arg(out)
        .env(settings::WATCHES, "on"))
}

/// The text is made by the app on this machine, which is then compiled a second time: too slow for
/// each change, but not for each start.
fn forget_text(project: &Project) -> Result<()> {
    let text = project.kept_text();
    match fs::remove_file(&text) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot delete {}", text.display()))
        }
        _ => Ok(()),
    }
}
