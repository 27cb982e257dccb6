//! Why a site could not be made, put into words.

use std::{io, path::PathBuf};

use thiserror::Error;
use zip::result::ZipError;

/// What this crate's functions return.
pub type Result<T> = std::result::Result<T, Error>;

/// What the reader and writer of archives says. Which that is, is no promise.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct ArchiveError(pub(crate) ZipError);

/// Why a site could not be made or looked through. Each is a sentence that says what and where, and
/// what to do where that is not plain.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder that can't be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file or folder that can't be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// An archive that can't be read or written.
    #[error("cannot read or write the archive {}", path.display())]
    Archive {
        /// Which.
        path: PathBuf,
        /// Why.
        source: ArchiveError,
    },
    /// A file of the built program that is not there.
    #[error("the built program in {} has no {part}: build it again", folder.display())]
    Part {
        /// The program's folder.
        folder: PathBuf,
        /// The file's name.
        part: &'static str,
        /// Why it can't be read.
        source: io::Error,
    },
    /// A file that is no packed survey, or not all of one.
    #[error("{} is no packed survey, or is cut off: pack the survey again", path.display())]
    NotPacked {
        /// The file.
        path: PathBuf,
    },
    /// A survey whose package readers may take away, without it.
    #[error(
        "readers may take this survey's package away: name its folder, not the packed file alone"
    )]
    PackageMissing,
    /// The package of a survey whose answers stay with their holder.
    #[error(
        "this survey's answers are not on record, so its package must not be in the site: give the \
         packed file alone"
    )]
    PackageNotOnRecord,
    /// An address that is not one of a folder.
    #[error(
        "{address:?} is not the address of a folder on the web; it should be like \
         https://findings.example/folder/, with a slash at its end"
    )]
    Address {
        /// What was given.
        address: String,
    },
    /// The program's page does not have what is to be replaced, or has it several times.
    #[error("the program's page has {count} times `{text}`, and should have it once")]
    Mark {
        /// What is to be replaced.
        text: String,
        /// How often it is there.
        count: usize,
    },
    /// The site's page has no such part.
    #[error("the page has no `{start}` with `{end}` after it: is it a finished site's?")]
    Span {
        /// Where the part begins.
        start: &'static str,
        /// Where it ends.
        end: &'static str,
    },
    /// A script or style that can't stand in a page.
    #[error("a {element} holds what would end it in the page")]
    EndsEarly {
        /// `script` or `style`.
        element: &'static str,
    },
    /// Not exactly one file where one is due.
    #[error("{} has {count} files named {start}…{end}, and should have one", site.display())]
    NotOne {
        /// The site.
        site: PathBuf,
        /// How many there are.
        count: usize,
        /// How their names begin.
        start: &'static str,
        /// How their names end.
        end: &'static str,
    },
    /// The page as one file is made of gzip copies.
    #[error("cannot read {}: are there compressed copies of the site's files?", path.display())]
    CopyMissing {
        /// The copy.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A survey of a site that is not named as sites name it.
    #[error("{} has no hash in its name: is the site a finished one?", path.display())]
    Unhashed {
        /// The survey's file.
        path: PathBuf,
    },
    /// A compressed copy that does not say what its file says.
    #[error("{copy} is no copy of the file beside it: build the site again")]
    Copy {
        /// The copy's name.
        copy: String,
    },
    /// Something in the page as one file that the site does not have.
    #[error("{file} has a part inside that is none of the site’s")]
    Stranger {
        /// The file.
        file: String,
    },
    /// What must not be published.
    #[error(
        "{file} holds what the package leaves out: {found}. Take it out of the package’s texts and \
         labels; if it is no secret, delete the column from the package. If neither is the case, \
         the build is at fault: publish nothing, and report it."
    )]
    LeftOut {
        /// The file in which it was found.
        file: String,
        /// What was found, as the caller put it.
        found: String,
    },
}
