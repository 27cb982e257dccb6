//! The crates that the app is made of.

use anyhow::Result;

use crate::{
    project::Project,
    run::{command, run},
};

/// Trunk, told not to download tools, tells Cargo not to download crates either. This is quick and
/// quiet when they are all there.
pub(super) fn ensure(project: &Project) -> Result<()> {
    run(command("cargo", project.root()).args(["fetch", "--quiet"]))
}
