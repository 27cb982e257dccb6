//! What stands where something is to be written. A release that was given out counts among the
//! earlier ones for good, so nothing is written over that may be one, and over nothing unknown.

use std::fs::{self, FileType};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::Value;
use survey::Provenance;
use survey::bundle::{self, Bundle, DECODERS, Header};

use super::PackError;
use crate::file;
use crate::package::Package;

/// Whether the packed file may be written here: where nothing stands, or the same file, or an earlier
/// release that the plan names, or, of answers that are not confidential, an older file of the survey.
pub(super) fn check_packed(out: &Path, bytes: &[u8], package: &Package) -> Result<(), PackError> {
    let Some(there) = read(out)?.filter(|there| there != bytes) else { return Ok(()) };
    let refuse = |why: String| Err(in_the_way(out, why));
    let Bundle { header, survey, .. } = match bundle::decode_by(&DECODERS, &there) {
        Ok(bundle) => bundle,
        Err(error) => {
            return refuse(format!(
                "is no packed survey that can be read ({error}). It may be a release that was damaged, or that a newer survey-pack made: move it away."
            ));
        }
    };
    let name = &survey.about().name;
    if *name != package.survey.about().name {
        return refuse(format!(
            "holds another survey, “{name}”: move it away, or give another --out."
        ));
    }
    match (&package.plan, header.provenance) {
        (None, Provenance::Confidential) => {
            refuse("holds a release of confidential answers: move it away, and keep it.".to_owned())
        }
        (None, Provenance::Synthetic | Provenance::Public) => Ok(()),
        (Some(_), Provenance::Synthetic | Provenance::Public) => refuse(
            "holds answers of this survey that are not confidential: move it away.".to_owned(),
        ),
        (Some(plan), Provenance::Confidential) => {
            let sum = header.checksum_text();
            if plan.earlier.contains(&sum) {
                Ok(())
            } else {
                Err(PackError::Unnamed(out.display().to_string(), sum))
            }
        }
    }
}

/// Whether the reports may be written where they are to be: over reports of this release, or of one
/// that the plan names.
pub(super) fn check_reports(
    reports: &[file::New],
    out: &file::New,
    package: &Package,
    header: &Header,
) -> Result<(), PackError> {
    let earlier = package.plan.as_ref().map_or(&[][..], |plan| &plan.earlier);
    let may_go =
        |sum: &str| sum == header.checksum_text() || earlier.iter().any(|known| known == sum);
    for report in reports {
        if place(&report.path) == place(&out.path) {
            let why = "would be both the packed file and a report: give another --out.";
            return Err(in_the_way(&out.path, why.to_owned()));
        }
        if read(&report.path)?.is_none_or(|there| there == report.bytes) {
            continue;
        }
        // The page says the same as the JSON beside it, which says what it is about.
        let json = report.path.with_extension("json");
        let sum = read(&json)?.and_then(|json| reported(&json));
        if !sum.as_deref().is_some_and(may_go) {
            let whose = sum.map_or_else(
                || "is no report that can be read".to_owned(),
                |sum| format!("is the report of another release ({sum})"),
            );
            let why = format!("{whose}: move it away, or give another folder with --report.");
            return Err(in_the_way(&report.path, why));
        }
    }
    Ok(())
}

/// The checksum of the release that a report is about.
fn reported(json: &[u8]) -> Option<String> {
    let report: Value = serde_json::from_slice(json).ok()?;
    let public = report.get("public").unwrap_or(&report);
    Some(public.pointer("/file/sha256")?.as_str()?.to_owned())
}

/// The content of an ordinary file, or that there is nothing.
fn read(path: &Path) -> Result<Option<Vec<u8>>, PackError> {
    let refuse = |why: String| Err(in_the_way(path, why));
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return refuse(format!("can't be looked at ({error}): give another place.")),
        Ok(found) => match kind(found.file_type()) {
            None => {}
            Some(kind) => return refuse(format!("is {kind}: give the name of a file.")),
        },
    }
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => refuse(format!(
            "can't be read ({error}), so nobody can tell what would be lost: move it away."
        )),
    }
}

/// What something is that is no ordinary file.
fn kind(found: FileType) -> Option<&'static str> {
    if found.is_symlink() {
        Some("a link to another file")
    } else if found.is_dir() {
        Some("a folder")
    } else if found.is_file() {
        None
    } else {
        Some("no ordinary file")
    }
}

/// Where a file is, by whatever links its folder is reached.
fn place(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder).or_else(|_| std::path::absolute(folder));
    folder.unwrap_or_default().join(path.file_name().unwrap_or_default())
}

fn in_the_way(path: &Path, why: String) -> PackError {
    PackError::InTheWay(path.display().to_string(), why)
}
