//! A package made into the one file that the explorer loads.

mod overwriting;

use std::path::{Path, PathBuf};

use survey::bundle::{self, DecodeError, EncodeError, Header};
use thiserror::Error;

use crate::file;
use crate::package;
use crate::problem::Problem;
use crate::release::{self, report};
use disclosure::history::Earlier;
use survey::Day;

/// Why nothing was packed. Nothing has been written then.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PackError {
    /// A package with problems, all of them.
    #[error("the package has problems")]
    Problems(Vec<Problem>),
    /// A survey that the bundle can't hold.
    #[error("{0}. Nothing has been written.")]
    Encode(#[source] EncodeError),
    /// A bundle that does not come out as it went in: a fault of ours.
    #[error("the bundle could not be read back ({0}). Nothing has been written.")]
    ReadBack(#[source] DecodeError),
    /// A file that could not be written.
    #[error("can't write {0} ({1}). The packed file is as it was.")]
    Write(String, #[source] std::io::Error),
    /// A file of an earlier release that can't be read.
    #[error("{0}: {1}. Nothing has been written.")]
    History(String, #[source] std::io::Error),
    /// A file that is no earlier release.
    #[error("{file}: {why}. Nothing has been written.", file = .0, why = of_history(.1))]
    Earlier(String, #[source] Box<DecodeError>),
    /// An earlier release that is not of confidential answers.
    #[error(
        "{0}: holds no release of confidential answers: take it out of --history and of “earlier” \
         in the plan. Nothing has been written."
    )]
    NotProtected(String),
    /// Something that would be lost.
    #[error("{0} {1} Nothing has been written.")]
    InTheWay(String, String),
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
    overwriting::check_packed(out, &bytes, &package)?;
    write(&[file::New { path: out.to_owned(), bytes, is_private: false }], None)?;
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
        let name = || file.display().to_string();
        let bytes = std::fs::read(file).map_err(|error| PackError::History(name(), error))?;
        Earlier::read(&bytes)
            .map_err(|error| PackError::Earlier(name(), Box::new(error)))?
            .ok_or_else(|| PackError::NotProtected(name()))
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
        let problems = package::not_yet_signed(plan, today);
        if !problems.is_empty() {
            return Err(PackError::Problems(problems));
        }
    }
    let release = release::release(package, &history)
        .map_err(|refusal| PackError::Problems(refusal.problems))?;
    let read_back = bundle::decode(&release.bytes).map_err(PackError::ReadBack)?;
    let mut reports = Vec::new();
    if let Some(folder) = &more.report {
        let written = report::files(package, &release, &read_back.header);
        let problems = report::search(&written, &release.search);
        if !problems.is_empty() {
            return Err(PackError::Problems(problems));
        }
        reports.extend(written.into_iter().map(|report| file::New {
            path: folder.join(report.name),
            bytes: report.text.into_bytes(),
            is_private: !report.is_public,
        }));
    }
    let out = file::New { path: out.to_owned(), bytes: release.bytes, is_private: false };
    overwriting::check_packed(&out.path, &out.bytes, package)?;
    overwriting::check_reports(&reports, &out, package, &read_back.header)?;
    // The reports come first: a release without its report is worse than the other way round.
    let files: Vec<file::New> = reports.into_iter().chain([out]).collect();
    write(&files, more.report.as_deref())?;
    Ok(read_back.header)
}

fn write(files: &[file::New], into: Option<&Path>) -> Result<(), PackError> {
    file::write_all(files, into)
        .map_err(|(path, error)| PackError::Write(path.display().to_string(), error))
}

/// Why a file can't be counted in.
fn of_history(error: &DecodeError) -> String {
    match error {
        DecodeError::OtherVersion { found } if *found > bundle::VERSION => {
            format!(
                "has format version {found}: a newer survey-pack made it, and only that can read it"
            )
        }
        error => error.to_string(),
    }
}
