//! The survey's package as one file that readers can take away.

use std::{
    fs::{self, File},
    io::{Read, Write},
    path::Path,
};

use anyhow::{Context, Result, anyhow};
use survey_pack::{package::publication, problem::Problem};
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

/// Writes the package as it may be taken away into one archive, under its folder's name, and returns
/// which files of the folder were left behind. The same package gives the same bytes: in order of
/// name, without times. Not compressed: hosts do that.
///
/// # Errors
/// When the package has problems, or a file can't be read or written.
pub(super) fn archive(folder: &Path, archive: &Path) -> Result<Vec<String>> {
    let files = publication(folder)
        .map_err(|problems| anyhow!("{}", listed(&problems)))
        .with_context(|| format!("the package in {} can’t be taken away", folder.display()))?;
    let place = folder.file_name().unwrap_or_default().to_string_lossy();
    let cannot = || format!("cannot write {}", archive.display());
    let mut writer = ZipWriter::new(File::create(archive).with_context(cannot)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for (name, text) in &files {
        writer.start_file(format!("{place}/{name}"), options).with_context(cannot)?;
        writer.write_all(text.as_bytes()).with_context(cannot)?;
    }
    writer.finish().with_context(cannot)?;
    let mut there = Vec::new();
    list(folder, "", &mut there)?;
    there.retain(|name| !files.contains_key(name));
    there.sort();
    Ok(there)
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Names of all files in a folder and in the folders in it, as a package names them.
fn list(folder: &Path, before: &str, names: &mut Vec<String>) -> Result<()> {
    let cannot = || format!("cannot read {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
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

    #[test]
    fn stray_files_are_left_behind_and_said() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/tic-2022");
        let scratch = std::env::temp_dir().join(format!("findings-{}.stray", std::process::id()));
        let folder = scratch.join("tic");
        fs::create_dir_all(folder.join("old")).unwrap();
        for entry in fs::read_dir(own).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
        fs::write(folder.join("contacts.xlsx"), "jo@team.example").unwrap();
        fs::write(folder.join("old/answers.csv"), "jo@team.example").unwrap();
        let zip = scratch.join("package.zip");
        assert_eq!(archive(&folder, &zip).unwrap(), ["contacts.xlsx", "old/answers.csv"]);
        let archive = zip::ZipArchive::new(File::open(&zip).unwrap()).unwrap();
        let mut names: Vec<_> = archive.file_names().map(Result::unwrap).collect();
        names.sort_unstable();
        let expected = [
            "tic/README.md",
            "tic/answers-draw-1.csv",
            "tic/answers-draw-2.csv",
            "tic/answers.schema.json",
            "tic/datapackage.json",
            "tic/published-figures.csv",
            "tic/published-figures.schema.json",
        ];
        assert_eq!(names, expected);
        fs::remove_dir_all(scratch).unwrap();
    }
}
