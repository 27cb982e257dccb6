//! Programs from Debian, where this is Debian and there is a right to install.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::run::{command, probe, run};

/// What comes before `apt-get`, or nothing where packages can't be installed.
fn prefix() -> Option<&'static [&'static str]> {
    let root = Path::new("/");
    on_path("apt-get")?;
    let is_root = probe(command("id", root).arg("-u")).is_some_and(|id| id.trim() == "0");
    if is_root {
        Some(&[])
    } else {
        probe(command("sudo", root).args(["-n", "true"])).map(|_| &["sudo", "-n"][..])
    }
}

pub(super) fn can_install() -> bool {
    prefix().is_some()
}

pub(super) fn install(packages: &[&str]) -> Result<()> {
    update()?;
    apt(&[&["-qq", "install", "--yes", "--no-install-recommends"], packages].concat())
}

/// Fetches the lists of what there is.
pub(super) fn update() -> Result<()> {
    apt(&["-qq", "update"])
}

fn apt(arguments: &[&str]) -> Result<()> {
    let prefix = prefix().context("there is no right to install packages")?;
    let mut words = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let program = words.next().unwrap_or(&"apt-get");
    run(command(program, Path::new("/")).args(words).args(arguments))
}

/// The first file of this name in the folders of `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
