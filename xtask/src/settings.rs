//! What the environment says of the site to be built.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use site::Address;

use crate::{project::Project, sizes::Over};

/// Names another survey than the project's own, by its package's folder or by the file that it was
/// packed into: `FINDINGS_SURVEY=FOLDER cargo xtask build`.
const SURVEY: &str = "FINDINGS_SURVEY";

/// Where the site will be: `FINDINGS_ADDRESS=https://findings.example/tic/ cargo xtask build`.
const ADDRESS: &str = "FINDINGS_ADDRESS";

/// `FINDINGS_OFFLINE=off` builds a site that keeps nothing in its readers' browsers.
const OFFLINE: &str = "FINDINGS_OFFLINE";

/// `FINDINGS_STD=installed` builds programs with the standard library that came with the compiler: sooner
/// done, and larger.
const STANDARD_LIBRARY: &str = "FINDINGS_STD";

/// Set by `cargo xtask serve --watch` for the hooks below it.
pub(crate) const WATCHES: &str = "FINDINGS_WATCHES";

/// Whether the page is built again at each change, so that what has not changed stays as it is.
pub(crate) fn watches() -> bool {
    env::var_os(WATCHES).is_some()
}

/// The survey's package, or the file that it was packed into.
pub(crate) fn named_survey(project: &Project) -> PathBuf {
    let named = env::var_os(SURVEY).map(|named| project.root().join(named));
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

/// Where the site will be, if that was said.
///
/// # Errors
/// When it is not the address of a folder on the web.
pub fn address() -> Result<Option<Address>> {
    let Some(address) = env::var_os(ADDRESS) else { return Ok(None) };
    Address::parse(&address.to_string_lossy())
        .with_context(|| format!("{ADDRESS} is wrong"))
        .map(Some)
}

/// Whether readers are to have the site without a network.
///
/// # Errors
/// When the variable says anything but `off`.
pub fn keeps_offline() -> Result<bool> {
    // A page that changes while it is worked on is never served from a copy.
    let while_working = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    match env::var(OFFLINE).as_deref() {
        Err(env::VarError::NotPresent) => Ok(!while_working),
        Ok("off") => Ok(false),
        _ => bail!("{OFFLINE} is either `off` or not set"),
    }
}

/// Whether programs for readers are to have a standard library of their own.
///
/// # Errors
/// When the variable says anything but `installed`.
pub fn rebuilds_standard_library() -> Result<bool> {
    match env::var(STANDARD_LIBRARY).as_deref() {
        Err(env::VarError::NotPresent) => Ok(true),
        Ok("installed") => Ok(false),
        _ => bail!("{STANDARD_LIBRARY} is either `installed` or not set"),
    }
}
