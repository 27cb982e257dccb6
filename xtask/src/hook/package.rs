//! The survey's package as one file that readers can take away.

use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Puts every file of a package's folder into one archive, under the folder's name. The same files
/// give the same bytes: in order of name, without times. Not compressed: hosts do that.
///
/// # Errors
/// When the folder can't be read, holds no file, or the archive can't be written.
pub(super) fn archive(folder: &Path, archive: &Path) -> Result<()> {
    let files = files(folder)?;
    ensure!(!files.is_empty(), "there is no package in {}", folder.display());
    let place = folder.file_name().unwrap_or_default().to_string_lossy();
    let cannot = || format!("cannot write {}", archive.display());
    let mut writer = ZipWriter::new(File::create(archive).with_context(cannot)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        writer.start_file(format!("{place}/{name}"), options).with_context(cannot)?;
        let content = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        writer.write_all(&content).with_context(cannot)?;
    }
    writer.finish().with_context(cannot)?;
    Ok(())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot = || format!("cannot read {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
