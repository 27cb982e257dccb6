//! Set-up: each step looks whether its work is done, and if not says what it does and how long.

mod browser;
mod cargo_tools;
mod crates;
mod debian;
mod firefox;
mod nginx;
mod node;
mod python;
mod rust_target;
mod test_programs;

use anyhow::Result;

use crate::{project::Project, run::at_once};

pub use browser::{Browser, find as find_browser};
pub use debian::on_path;
pub use firefox::find as find_firefox;
pub use nginx::{Nginx, find as find_nginx};

/// What building the site needs.
///
/// # Errors
/// When something cannot be installed; the error says what to do.
pub fn for_build(project: &Project) -> Result<()> {
    rust_target::ensure()?;
    rust_target::ensure_sources(project)?;
    crates::ensure(project)?;
    node::ensure(project)?;
    cargo_tools::ensure(project)
}

/// What building and testing need.
///
/// # Errors
/// When something cannot be installed; the error says what to do.
pub fn everything(project: &Project) -> Result<()> {
    at_once(|| for_tests(project), || for_build(project))
}

/// What only tests need: programs that others made, which are fetched and unpacked. One after another:
/// Debian's installer lets in one at a time.
///
/// # Errors
/// When there is no browser and none can be installed; the error says what to do.
pub fn for_tests(project: &Project) -> Result<()> {
    python::ensure(project);
    test_programs::ensure();
    nginx::ensure(project);
    firefox::ensure();
    browser::ensure()
}

/// Says what a step is about to do, and roughly how long it takes.
fn announce(what: &str, how_long: &str) {
    println!("Set-up: {what} ({how_long}) …");
}
