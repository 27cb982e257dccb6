//! Makes a site out of a built program and a packed survey: files in, files out.
//!
//! [`write`] puts the site into a folder. Hosts want compressed copies beside its files, which are not
//! made here; [`single::write`] makes the whole site one file, and [`search`] looks through either for
//! what must not be published. Nothing here reads the environment, runs another program or knows
//! where the program was built.

mod address;
mod archive;
mod embed;
mod error;
mod files;
mod packed;
mod page;
mod policy;
pub mod program;
pub mod search;
pub mod single;
pub mod worker;

use std::path::Path;

pub use address::Address;
pub use archive::{Package, left_behind};
pub use error::{ArchiveError, Error, Result};
pub use packed::Packed;
pub use program::Program;

/// The page's file.
pub(crate) const INDEX: &str = "index.html";
/// The web app's manifest.
const MANIFEST: &str = "site.webmanifest";
/// The package as readers take it away; `crates/explorer/src/view/about.rs` links to it.
pub const PACKAGE_ARCHIVE: &str = "package.zip";
/// What links to the page show elsewhere, as `src/bin/prerender/elsewhere.rs` names them.
pub(crate) const PICTURE: &str = "social.png";
pub(crate) const OEMBED: &str = "oembed.json";

/// What a site is made of, beside the program.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The packed survey.
    pub survey: &'a Packed,
    /// Its package as readers may take it away. A survey whose answers are on record needs it, a
    /// confidential one must not have it.
    pub package: Option<&'a Package>,
    /// What the page says before any script runs.
    pub text: &'a Text,
    /// What links to the site show elsewhere; needs the site's address, and `text` made for it.
    pub elsewhere: Option<&'a Elsewhere>,
    /// Whether browsers keep the site for use without a network.
    pub keeps_offline: bool,
}

/// What a reader without scripts is shown, made of the survey by the app itself.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// The page's title and description, as elements of its head.
    pub head: String,
    /// What the page says until the app runs: that scripts are off, or that it loads.
    pub notices: String,
    /// All findings.
    pub page: String,
    /// What an embed says until the app runs.
    pub embedded_notices: String,
    /// What an embed says of itself.
    pub embedded: String,
    /// The web app's manifest.
    pub manifest: String,
}

/// What links to the site show in other places.
#[derive(Debug, Clone)]
pub struct Elsewhere {
    /// What the oEmbed file says.
    pub oembed: String,
    /// The picture for previews, as PNG.
    pub picture: Vec<u8>,
}

/// Writes the site into a folder, which is made if it is not there. Files of other names stay.
///
/// # Errors
/// When a part of the program is missing, contents and survey do not go together, the program's page
/// lacks one of its marks, or a file can't be written.
pub fn write(program: &Program, contents: &Contents<'_>, site: &Path) -> Result<()> {
    let Contents { survey, package, text, elsewhere, keeps_offline } = *contents;
    program.copy_app(site)?;
    survey.copy(site)?;
    match (survey.is_on_record(), package) {
        (true, Some(package)) => archive::write(package, &site.join(PACKAGE_ARCHIVE))?,
        (true, None) => return Err(Error::PackageMissing),
        (false, Some(_)) => return Err(Error::PackageNotOnRecord),
        (false, None) => {}
    }
    files::write(&site.join(MANIFEST), &text.manifest)?;
    if let Some(Elsewhere { oembed, picture }) = elsewhere {
        files::write(&site.join(OEMBED), oembed)?;
        files::write(&site.join(PICTURE), picture)?;
    }
    page::write_all(program, contents, site)?;
    // Last, when all files that it lists are there.
    worker::write(program, site, keeps_offline)
}

#[cfg(test)]
mod tests;
