//! A package made into the one file that the explorer loads.

use std::path::Path;

use survey::bundle::{self, DecodeError, EncodeError, Header};
use thiserror::Error;

use crate::package;
use crate::problem::Problem;

/// Why nothing was packed. Nothing has been written then.
#[derive(Debug, Error)]
pub enum PackError {
    /// A package with problems, all of them.
    #[error("the package has problems")]
    Problems(Vec<Problem>),
    /// Answers that may not be packed as they are.
    #[error(
        "the answers are confidential. Packing them safely needs a protection that this command \
         does not have yet, so it refuses. Nothing has been written."
    )]
    Confidential,
    /// A survey that the bundle can't hold.
    #[error("{0}. Nothing has been written.")]
    Encode(EncodeError),
    /// A bundle that does not come out as it went in: a fault of ours.
    #[error("the bundle could not be read back ({0}). Nothing has been written.")]
    ReadBack(DecodeError),
    /// A file that could not be written.
    #[error("can't write {0} ({1}). Nothing has been written.")]
    Write(String, std::io::Error),
}

/// Packs a package into a file, which is there whole or not at all.
///
/// # Errors
/// When the package has problems, is confidential, or the file can't be written.
pub fn pack(path: &Path, out: &Path) -> Result<Header, PackError> {
    let survey = package::read(path).map_err(PackError::Problems)?;
    let bytes = bundle::encode(&survey).map_err(|error| match error {
        EncodeError::Confidential => PackError::Confidential,
        error => PackError::Encode(error),
    })?;
    let read_back = bundle::decode(&bytes).map_err(PackError::ReadBack)?;
    crate::file::write(out, &bytes)
        .map_err(|error| PackError::Write(out.display().to_string(), error))?;
    Ok(read_back.header)
}
