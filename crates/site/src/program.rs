//! The program as it was built, before it is about any survey: a folder of files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    error::{Error, Result},
    files,
};

/// The page, with marks where something of the survey goes.
pub const PAGE: &str = "page.html";
/// A folder of the files that the page names already. They come into every site as they are.
pub const APP: &str = "app";
/// The app's script, made by wasm-bindgen.
pub const APP_GLUE: &str = "findings-explorer.js";
/// The app's program, but for its parts.
pub const APP_PROGRAM: &str = "findings-explorer.wasm";
/// A folder of the app's other parts, each named by what needs it: `explore.wasm`, and
/// `compare_explore.wasm` for what both need.
pub const PARTS: &str = "parts";
/// What stands between such names.
pub const AND: &str = "_";
/// The charts.
pub const CHARTS: &str = "charts.js";
/// The script that pages of other sites load to show the explorer.
pub const EMBED: &str = "embed.js";
/// The script of an embed's own page.
pub const FRAME: &str = "frame.js";
/// The script that drives what readers take away.
pub const TAKEAWAY: &str = "takeaway.js";
/// The script that has the browser keep the site for use without a network.
pub const OFFLINE: &str = "offline.js";
/// The service worker, but for its list of files.
pub const WORKER: &str = "worker.js";
/// The worker that takes away what an earlier one kept.
pub const NO_WORKER: &str = "no-worker.js";
/// The script in the head of the page as one file.
pub const SINGLE_HEAD: &str = "single-head.js";
/// The script at the end of the page as one file, with all other scripts in it.
pub const SINGLE: &str = "single.js";

/// A built program, by its folder. The constants of this module name the files in it.
#[derive(Debug, Clone)]
pub struct Program {
    folder: PathBuf,
}

impl Program {
    /// The program in a folder.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// All that is the same over every survey: pages, scripts, programs, styles and pictures.
    ///
    /// # Errors
    /// When the folder or a file in it can't be read.
    pub fn contents(&self) -> Result<Vec<Vec<u8>>> {
        files::every_file(&self.folder)?.iter().map(|file| files::read(file)).collect()
    }

    /// The bytes of a part.
    pub(crate) fn part(&self, part: &'static str) -> Result<Vec<u8>> {
        fs::read(self.folder.join(part)).map_err(|source| self.missing(part, source))
    }

    /// A part that is text.
    pub(crate) fn text(&self, part: &'static str) -> Result<String> {
        fs::read_to_string(self.folder.join(part)).map_err(|source| self.missing(part, source))
    }

    /// The app's other parts: by what needs them, and their bytes.
    pub(crate) fn app_parts(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let files = files::every_file(&self.folder.join(PARTS))?;
        let named = files.iter().map(|file| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            Ok((name.into_owned(), files::read(file)?))
        });
        named.collect()
    }

    fn missing(&self, part: &'static str, source: std::io::Error) -> Error {
        Error::Part { folder: self.folder.clone(), part, source }
    }

    /// Copies the files that the page names already.
    pub(crate) fn copy_app(&self, site: &Path) -> Result<()> {
        let app = self.folder.join(APP);
        files::make_folder(site)?;
        for file in files::every_file(&app)? {
            let copy = site.join(file.strip_prefix(&app).unwrap_or(&file));
            if let Some(folder) = copy.parent() {
                files::make_folder(folder)?;
            }
            files::write(&copy, files::read(&file)?)?;
        }
        Ok(())
    }
}
