//! `cargo xtask build --single-file`: the built site as one file, looked through as the site was.

use std::fs;

use anyhow::Result;

use crate::{project::Project, search, settings, sizes::kilobytes};

/// Writes the built site as one file into `dist-single/`, and says how large it is.
///
/// # Errors
/// When there is no built site, or a part of it is missing.
pub fn build(project: &Project) -> Result<()> {
    let (dist, out) = (project.dist(), project.root().join("dist-single"));
    let file = site::single::write(&project.program(), &dist, &out)?;
    if let Some(package) = settings::package_folder(project) {
        search::one_file(project, &package, &dist, &file).inspect_err(|_| {
            // As of the site: the error is what matters.
            let _ = fs::remove_file(&file);
        })?;
    }
    let size = fs::metadata(&file)?.len();
    let shown = file.strip_prefix(project.root()).unwrap_or(&file);
    println!("\nThe page as one file is {}: {} KB.", shown.display(), kilobytes(size));
    Ok(())
}
