//! A package made into the one file that the explorer loads.

use std::path::{Path, PathBuf};

use survey::bundle::{self, DecodeError, EncodeError, Header};
use thiserror::Error;

use crate::disclosure::history::Earlier;
use crate::disclosure::plan::Day;
use crate::disclosure::{self, report};
use crate::file;
use crate::package;
use crate::problem::Problem;

/// Why nothing was packed. Nothing has been written then.
#[derive(Debug, Error)]
pub enum PackError {
    /// A package with problems, all of them.
    #[error("the package has problems")]
    Problems(Vec<Problem>),
    /// A survey that the bundle can't hold.
    #[error("{0}. Nothing has been written.")]
    Encode(EncodeError),
    /// A bundle that does not come out as it went in: a fault of ours.
    #[error("the bundle could not be read back ({0}). Nothing has been written.")]
    ReadBack(DecodeError),
    /// A file that could not be written.
    #[error("can't write {0} ({1}). The packed file is as it was.")]
    Write(String, std::io::Error),
    /// An earlier release that can't be read.
    #[error("{0}: {1}. Nothing has been written.")]
    Earlier(String, String),
    /// A release of the same survey that the new one would take the place of, unseen.
    #[error(
        "{0} holds another release of this survey. If it was given to anybody, name its SHA-256 \
         ({1}) in “earlier” of the plan, keep the file and give it with --history; if not, delete \
         it. Nothing has been written."
    )]
    Unnamed(String, String),
}

/// Packs a package into a file, which is there whole or not at all. Of confidential answers, what
/// passes the gate is packed, or nothing.
///
/// # Errors
/// When the package has problems, something in it may not be published, or a file can't be written.
pub fn pack(path: &Path, out: &Path, more: &Options) -> Result<Header, PackError> {
    let package = package::open(path).map_err(PackError::Problems)?;
    if package.plan.is_some() {
        return pack_confidential(&package, out, more);
    }
    let bytes = bundle::encode(&package.survey).map_err(PackError::Encode)?;
    let read_back = bundle::decode(&bytes).map_err(PackError::ReadBack)?;
    write(out, &bytes)?;
    Ok(read_back.header)
}

/// What matters for confidential answers only.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The files of earlier releases.
    pub history: Vec<PathBuf>,
    /// The folder that the reports go into.
    pub report: Option<PathBuf>,
    /// The day, where whoever packs knows it: no signature may be later.
    pub today: Option<Day>,
}

/// Reads the files of earlier releases.
///
/// # Errors
/// When one is no packed file of protected tables.
pub fn history(files: &[PathBuf]) -> Result<Vec<Earlier>, PackError> {
    let read = |file: &PathBuf| {
        let refuse = |why: String| PackError::Earlier(file.display().to_string(), why);
        let bytes = std::fs::read(file).map_err(|error| refuse(error.to_string()))?;
        let earlier = Earlier::read(&bytes).map_err(|error| refuse(error.to_string()))?;
        earlier.ok_or_else(|| refuse("is no release of confidential answers".to_owned()))
    };
    files.iter().map(read).collect()
}

fn pack_confidential(
    package: &package::Package,
    out: &Path,
    more: &Options,
) -> Result<Header, PackError> {
    let history = history(&more.history)?;
    if let (Some(plan), Some(today)) = (&package.plan, more.today) {
        let problems = plan.not_yet_signed(today);
        if !problems.is_empty() {
            return Err(PackError::Problems(problems));
        }
    }
    let release = disclosure::release(package, &history)
        .map_err(|refusal| PackError::Problems(refusal.problems))?;
    let read_back = bundle::decode(&release.bytes).map_err(PackError::ReadBack)?;
    // What stands there may have been given out: then it counts among the earlier releases.
    if let Ok(Some(there)) = std::fs::read(out).map_or(Ok(None), |bytes| Earlier::read(&bytes)) {
        let sum = there.header.checksum_text();
        let named = package.plan.as_ref().is_some_and(|plan| plan.earlier.contains(&sum));
        let same = there.header == read_back.header;
        if there.about.name == package.survey.about.name && !same && !named {
            return Err(PackError::Unnamed(out.display().to_string(), sum));
        }
    }
    // The reports come first: a release without its report is worse than the other way round.
    if let Some(folder) = &more.report {
        let reports = report::files(package, &release, &read_back.header);
        let problems = report::search(&reports, &release.search);
        if !problems.is_empty() {
            return Err(PackError::Problems(problems));
        }
        let folder_error = |error| PackError::Write(folder.display().to_string(), error);
        std::fs::create_dir_all(folder).map_err(folder_error)?;
        for report in reports {
            let file = folder.join(report.name);
            let write = if report.is_public { file::write } else { file::write_private };
            write(&file, report.text.as_bytes())
                .map_err(|error| PackError::Write(file.display().to_string(), error))?;
        }
    }
    write(out, &release.bytes)?;
    Ok(read_back.header)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), PackError> {
    file::write(path, bytes).map_err(|error| PackError::Write(path.display().to_string(), error))
}
