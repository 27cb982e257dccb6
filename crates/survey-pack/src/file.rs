//! Files that are there whole or not at all.

use std::io::{self, Write};
use std::path::Path;

/// Writes a file by way of another in the same folder, so that whoever reads it meanwhile, or after
/// a failure, finds the old one or the new one and never a part. Everybody may read it.
///
/// # Errors
/// When the folder can't be written to; the file is then as it was.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_for(path, bytes, 0o644)
}

/// The same, for its owner alone to read.
///
/// # Errors
/// When the folder can't be written to; the file is then as it was.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_for(path, bytes, 0o600)
}

#[cfg_attr(not(unix), allow(unused_variables, reason = "other systems have no such modes"))]
fn write_for(path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(mode));
    }
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
