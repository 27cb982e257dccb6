//! The survey's package as one file that readers can take away.

use std::{
    fs::{self, File},
    io::{Read, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Whether a packed survey says that its answers are invented or public, and holds them on record.
/// The package of any other – a confidential one – has the answers of which the packed file holds
/// only tables, and stays where it is.
///
/// # Errors
/// When the packed survey can't be read.
pub(super) fn may_be_taken_away(packed: &Path) -> Result<bool> {
    // As `crates/survey/src/bundle.rs` has it: 10 provenance, 11 form of the answers.
    let mut header = [0; 12];
    let read = File::open(packed).and_then(|mut file| file.read_exact(&mut header));
    read.with_context(|| format!("cannot read {}", packed.display()))?;
    Ok(matches!(header[10..], [1 | 2, 1]))
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_of_a_confidential_survey_is_not_taken_away() {
        let packed = std::env::temp_dir().join(format!("findings-{}.survey", std::process::id()));
        let cases = [
            ([1, 1], true),
            ([2, 1], true),
            ([3, 2], false),
            ([3, 1], false),
            ([2, 2], false),
            ([0, 1], false),
        ];
        for ([provenance, form], expected) in cases {
            let mut header = b"\x89SURV\r\n\x1a\x01\x00".to_vec();
            header.extend([provenance, form]);
            fs::write(&packed, header).unwrap();
            assert_eq!(may_be_taken_away(&packed).unwrap(), expected, "{provenance} {form}");
        }
        fs::write(&packed, "short").unwrap();
        assert!(may_be_taken_away(&packed).is_err());
        fs::remove_file(&packed).unwrap();
    }
}
