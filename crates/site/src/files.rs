//! Reading and writing, with errors that name the file.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::error::{Error, Result};

pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })
}

pub(crate) fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|source| Error::Read { path: path.to_owned(), source })
}

pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, content).map_err(|source| Error::Write { path: path.to_owned(), source })
}

pub(crate) fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|source| Error::Write { path: path.to_owned(), source })
}

/// All files in a folder and in the folders in it, in order.
pub(crate) fn every_file(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot = |source| Error::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() {
            files.extend(every_file(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

pub(crate) fn has_ending(file: &Path, endings: &[&str]) -> bool {
    file.extension().is_some_and(|end| endings.iter().any(|ending| end == *ending))
}

/// The endings of the compressed copies that lie beside files for hosts.
pub(crate) const COPIES: [&str; 2] = ["br", "gz"];
