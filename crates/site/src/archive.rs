//! The survey's package as one file that readers can take away.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Write},
    path::Path,
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    error::{ArchiveError, Error, Result},
    files,
};

/// A package as readers may take it away.
#[derive(Debug, Clone)]
pub struct Package {
    /// Its name, which is the folder's in the archive.
    pub name: String,
    /// The text of each of its files, by its name in the package.
    pub files: BTreeMap<String, String>,
}

/// Writes a package into one archive. The same package gives the same bytes: in order of name, without
/// times. Not compressed: hosts do that.
pub(crate) fn write(package: &Package, archive: &Path) -> Result<()> {
    let cannot = |source: io::Error| Error::Write { path: archive.to_owned(), source };
    let cannot_zip =
        |error| Error::Archive { path: archive.to_owned(), source: ArchiveError(error) };
    let mut writer = ZipWriter::new(File::create(archive).map_err(cannot)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for (name, text) in &package.files {
        writer.start_file(format!("{}/{name}", package.name), options).map_err(cannot_zip)?;
        writer.write_all(text.as_bytes()).map_err(cannot)?;
    }
    writer.finish().map_err(cannot_zip)?;
    Ok(())
}

/// Which files of a package's folder, and of the folders in it, are not in the package that readers
/// take away.
///
/// # Errors
/// When the folder can't be read.
pub fn left_behind(folder: &Path, package: &Package) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in files::every_file(folder)? {
        let below = file.strip_prefix(folder).unwrap_or(&file);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        let name = parts.join("/");
        if !package.files.contains_key(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn package() -> Package {
        let files = [("tables/b.csv", "x,y\n"), ("a.json", "{}")];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        Package { name: "tea".to_owned(), files: files.into() }
    }

    #[test]
    fn the_same_package_gives_the_same_archive_in_order_of_name() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["one.zip", "two.zip"].map(|name| folder.path().join(name));
        let [one, two] = paths.each_ref().map(|path| {
            write(&package(), path).unwrap();
            files::read(path).unwrap()
        });
        assert_eq!(one, two);
        let mut archive = zip::ZipArchive::new(File::open(&paths[0]).unwrap()).unwrap();
        let names: Vec<_> = (0..archive.len())
            .map(|place| archive.by_index(place).unwrap().name().unwrap().into_owned())
            .collect();
        assert_eq!(names, ["tea/a.json", "tea/tables/b.csv"]);
    }

    #[test]
    fn files_that_are_not_the_packages_are_named() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["tables/b.csv", "a.json", "tables/notes.txt", "contacts.xlsx"] {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        let left = left_behind(folder.path(), &package()).unwrap();
        assert_eq!(left, ["contacts.xlsx", "tables/notes.txt"]);
    }
}
