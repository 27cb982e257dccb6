//! The crates that the app is made of.

use anyhow::Result;

use crate::{project::Project, run::run, standard_library::StandardLibrary};

/// Trunk, told not to download tools, tells Cargo not to download crates either. This is quick and
/// quiet when they are all there. The standard library has crates of its own, by a lock file beside
/// its sources.
pub(super) fn ensure(project: &Project) -> Result<()> {
    run(StandardLibrary::found(project)?.cargo(project, "fetch").arg("--quiet"))
}
