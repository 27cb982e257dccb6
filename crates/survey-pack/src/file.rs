//! Files that are there whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file to be written.
#[derive(Debug)]
pub struct New {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
    /// Whether its owner alone may read it.
    pub is_private: bool,
}

/// Writes a file by way of another in the same folder, so that whoever reads it meanwhile, or after
/// a failure, finds the old one or the new one and never a part. Everybody may read it.
///
/// # Errors
/// When the folder can't be written to; the file is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    staged(path, bytes, false)?.persist(path)?;
    Ok(())
}

/// Writes several files, all of them or none, and makes the folder that some of them go into.
/// Everything is written beside its place first; a file that then can't be put there takes the others
/// back.
///
/// # Errors
/// The file or folder that can't be written. All are then as they were.
pub fn write_all(files: &[New], into: Option<&Path>) -> Result<(), (PathBuf, io::Error)> {
    let mut made = Vec::new();
    let folder = into.map_or(Ok(()), |folder| {
        make_folder(folder, &mut made).map_err(|error| (folder.to_owned(), error))
    });
    let written = folder.and_then(|()| put_all(files));
    if written.is_err() {
        // A folder in which something stands is not taken away.
        made.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
    written
}

fn put_all(files: &[New]) -> Result<(), (PathBuf, io::Error)> {
    let at = |file: &New| {
        let path = file.path.clone();
        move |error| (path, error)
    };
    let mut waiting = Vec::new();
    for file in files {
        waiting.push(staged(&file.path, &file.bytes, file.is_private).map_err(at(file))?);
    }
    let mut before: Vec<(&New, Option<Vec<u8>>)> = Vec::new();
    for (file, staged) in files.iter().zip(waiting) {
        let old = fs::read(&file.path).ok();
        // What appeared since it was looked for is not written over.
        let put = match old {
            Some(_) => staged.persist(&file.path),
            None => staged.persist_noclobber(&file.path),
        };
        if let Err(error) = put {
            take_back(&before);
            return Err(at(file)(error.error));
        }
        before.push((file, old));
    }
    Ok(())
}

/// Puts back what stood there.
fn take_back(before: &[(&New, Option<Vec<u8>>)]) {
    for (file, old) in before {
        // There is nothing more to do where this fails, too.
        let _ = match old {
            Some(bytes) => staged(&file.path, bytes, file.is_private)
                .and_then(|staged| staged.persist(&file.path).map(drop).map_err(|e| e.error)),
            None => fs::remove_file(&file.path),
        };
    }
}

/// Makes a folder and those that it lies in, and notes each.
fn make_folder(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(outer) = folder.parent().filter(|outer| !outer.as_os_str().is_empty()) {
        make_folder(outer, made)?;
    }
    fs::create_dir(folder)?;
    made.push(folder.to_owned());
    Ok(())
}

fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The content in a file beside its place, which goes away if it is not put there.
#[cfg_attr(not(unix), allow(unused_variables, reason = "other systems have no such modes"))]
fn staged(path: &Path, bytes: &[u8], is_private: bool) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = if is_private { 0o600 } else { 0o644 };
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    let mut file = builder.tempfile_in(folder(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder stands where the last of three files should go.
    #[test]
    fn what_was_put_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let new = |name: &str| New {
            path: folder.path().join(name),
            bytes: b"new".to_vec(),
            is_private: false,
        };
        fs::write(folder.path().join("old"), "old").unwrap();
        fs::create_dir(folder.path().join("folder")).unwrap();
        let into = folder.path().join("a/b");
        let failed = write_all(&[new("old"), new("fresh"), new("folder")], Some(&into));
        assert_eq!(failed.unwrap_err().0, folder.path().join("folder"));
        assert_eq!(fs::read(folder.path().join("old")).unwrap(), b"old");
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["folder", "old"]);
        write_all(&[new("old"), new("fresh")], Some(&into)).unwrap();
        assert_eq!(fs::read(folder.path().join("fresh")).unwrap(), b"new");
        assert!(into.is_dir());
    }
}
