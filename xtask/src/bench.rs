//! What `cargo xtask bench` measures. The weights for now.

use anyhow::Result;

use crate::{build, project::Project};

/// Builds the site and prints all measurements.
///
/// # Errors
/// When the build fails or a budget is exceeded.
pub fn all(project: &Project) -> Result<()> {
    build::site(project)
}
