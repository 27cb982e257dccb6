//! The one file a survey travels in.
//!
//! A header of 48 bytes and a payload. The header says what the file is and holds a SHA-256 of all
//! that follows and of itself, so that a file which was cut off or altered is refused before any of
//! it is read. It is a guard against accidents and against mixing files, not a signature.
//!
//! | bytes | what |
//! |---|---|
//! | 0–7 | magic number, [`MAGIC`] |
//! | 8–9 | version of the format, little endian |
//! | 10 | provenance: 1 synthetic, 2 public, 3 confidential |
//! | 11 | form: 1 records, 2 cube |
//! | 12–15 | length of the payload, little endian |
//! | 16–47 | SHA-256 of bytes 0–15 and the payload |
//! | 48– | payload: the wire types, in the postcard format |
//!
//! The wire types are apart from the domain's, so that the format can last while the code changes.

#[cfg(feature = "history")]
mod earlier;
mod from_wire;
mod to_wire;
mod wire;

use serde::Deserialize;
use sha2::{Digest, Sha256};
use thiserror::Error;

#[cfg(feature = "history")]
pub use self::earlier::{DECODERS, Decoder, decode_by};
use crate::{CodebookError, CubeError, Form, Provenance, RecordsError, Survey, SurveyError};

/// The first bytes of every bundle. Like PNG's they are not text, and are broken by a transfer that
/// takes them for text.
pub const MAGIC: [u8; 8] = *b"\x89SURV\r\n\x1a";
/// The version of the format that this code writes and reads.
pub const VERSION: u16 = 5;
const HEADER: usize = 48;
const FORM_RECORDS: u8 = 1;
const FORM_CUBE: u8 = 2;

/// A bundle that was read. Only this module makes one, of a header and what stands behind it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Bundle {
    /// What it says of itself.
    pub header: Header,
    /// What it holds.
    pub survey: Survey,
}

/// What a bundle says of itself. A plain record: by itself it promises no bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The version of the format.
    pub version: u16,
    /// Where the answers come from.
    pub provenance: Provenance,
    /// The payload's length in bytes.
    pub payload: u32,
    /// SHA-256 of the header before it and of the payload.
    pub checksum: [u8; 32],
}

impl Header {
    /// The checksum as people copy it: 64 hexadecimal digits.
    pub fn checksum_text(&self) -> String {
        use std::fmt::Write;
        self.checksum.iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a string can't fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// Why a survey could not be written as a bundle.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// Records that must not leave their holder.
    #[error("the answers are confidential: no form of a record may be packed")]
    Confidential,
    /// Protected tables of answers that are not confidential, or sets of answers in several forms.
    #[error("protected tables are for one set of confidential answers")]
    NeedlessCube,
    /// More than 4 GiB.
    #[error("the survey is too large for a bundle: more than 4 GiB")]
    TooLarge,
    /// The serialiser failed.
    #[error("the survey could not be written: {0}")]
    Wire(#[source] WireError),
}

/// Why bytes are not a bundle that may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// Something else, or nothing.
    #[error("this is not a survey bundle")]
    NotABundle,
    /// A bundle of another version of the format.
    #[error("this bundle has format version {found}; this explorer reads version {VERSION}")]
    OtherVersion {
        /// Its version.
        found: u16,
    },
    /// Less or more than the header says.
    #[error("the bundle is incomplete: {found} bytes where {expected} are due")]
    Length {
        /// How many bytes there are after the header.
        found: usize,
        /// How many there should be.
        expected: usize,
    },
    /// A checksum that does not match.
    #[error("the bundle was altered after it was packed: its checksum does not match")]
    Altered,
    /// Records in a bundle marked confidential, which no honest packer writes.
    #[error("the bundle holds records of a confidential survey and is refused")]
    ConfidentialRecords,
    /// A form that this version does not know, or not of answers of this provenance.
    #[error("the bundle holds answers in a form that this explorer does not know or expect")]
    Form,
    /// A payload that is not what it should be.
    #[error("the bundle's content is not a valid survey: {0}")]
    Content(#[source] ContentError),
}

/// What is wrong with a payload. Kept as it was found and put into words by whoever wants them: the
/// page does not, and is spared their weight.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ContentError {
    /// Bytes that are no wire types.
    #[error(transparent)]
    Wire(WireError),
    /// Bytes after the last.
    #[error("{0} bytes too many")]
    Rest(usize),
    /// A provenance that this version does not know.
    #[error("unknown provenance {0}")]
    Provenance(u8),
    /// A column of a set of answers, named by its id, of another length than the respondents.
    #[error("a column of “{0}” has a wrong length")]
    Column(String),
    /// Questions that do not fit together.
    #[error("{}", listed(.0))]
    Codebook(Vec<CodebookError>),
    /// Answers that do not fit the questions.
    #[error("{}", listed(.0))]
    Records(Vec<RecordsError>),
    /// Tables that do not fit the questions or each other.
    #[error("{}", listed(.0))]
    Cube(Vec<CubeError>),
    /// Parts that do not fit each other.
    #[error(transparent)]
    Survey(SurveyError),
}

/// What the serialiser says. Which serialiser that is, is no promise.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(transparent)]
pub struct WireError(postcard::Error);

fn listed(errors: &[impl ToString]) -> String {
    let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
    errors.join("; ")
}

/// Writes a survey as a bundle. The same survey gives the same bytes on any machine.
///
/// # Errors
/// When the answers' form is not the one that their provenance demands, or the survey is too large.
pub fn encode(survey: &Survey) -> Result<Vec<u8>, EncodeError> {
    let (form, payload) = payload(survey)?;
    let length = u32::try_from(payload.len()).map_err(|_| EncodeError::TooLarge)?;
    let mut bytes = Vec::with_capacity(HEADER + payload.len());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.push(provenance_code(survey.about().provenance));
    bytes.push(form);
    bytes.extend(length.to_le_bytes());
    let checksum = checksum(&bytes, &payload);
    bytes.extend(checksum);
    bytes.extend(payload);
    Ok(bytes)
}

/// The form of the answers, and all of the survey in it.
fn payload(survey: &Survey) -> Result<(u8, Vec<u8>), EncodeError> {
    let frame = to_wire::frame(survey);
    let bytes = match survey.about().provenance {
        // One draw, and that a cube: there is nothing here that could write a record.
        Provenance::Confidential => match survey.draws() {
            [crate::Draw { id, label, form: Form::Cube(cube) }] => {
                postcard::to_allocvec(&(frame, to_wire::cube(id, label, cube)))
            }
            draws if draws.iter().all(|draw| matches!(draw.form, Form::Cube(_))) => {
                return Err(EncodeError::NeedlessCube);
            }
            _ => return Err(EncodeError::Confidential),
        },
        Provenance::Synthetic | Provenance::Public => {
            let draws = survey.draws().iter().map(|draw| match &draw.form {
                Form::Records(records) => Ok(to_wire::records(&draw.id, &draw.label, records)),
                Form::Cube(_) => Err(EncodeError::NeedlessCube),
            });
            let draws = draws.collect::<Result<Vec<_>, _>>()?;
            postcard::to_allocvec(&(frame, draws))
        }
    };
    Ok((
        form_code(survey.about().provenance),
        bytes.map_err(|error| EncodeError::Wire(WireError(error)))?,
    ))
}

/// Reads a bundle's header and checks the whole against it.
///
/// # Errors
/// When the bytes are not a whole, unaltered bundle of this version.
pub fn read_header(bytes: &[u8]) -> Result<(Header, &[u8]), DecodeError> {
    read_header_of(bytes, |version| version == VERSION)
}

/// All versions have had the same header.
fn read_header_of(
    bytes: &[u8],
    is_read: impl Fn(u16) -> bool,
) -> Result<(Header, &[u8]), DecodeError> {
    let (before, payload) = bytes.split_at_checked(HEADER).ok_or(DecodeError::NotABundle)?;
    if before[..8] != MAGIC {
        return Err(DecodeError::NotABundle);
    }
    let version = u16::from_le_bytes([before[8], before[9]]);
    if !is_read(version) {
        return Err(DecodeError::OtherVersion { found: version });
    }
    let length = u32::from_le_bytes([before[12], before[13], before[14], before[15]]);
    if payload.len() != length as usize {
        return Err(DecodeError::Length { found: payload.len(), expected: length as usize });
    }
    let expected = checksum(&before[..16], payload);
    if before[16..] != expected {
        return Err(DecodeError::Altered);
    }
    let provenance = provenance_of(before[10])?;
    match before[11] {
        form if form == form_code(provenance) => {}
        FORM_RECORDS => return Err(DecodeError::ConfidentialRecords),
        _ => return Err(DecodeError::Form),
    }
    Ok((Header { version, provenance, payload: length, checksum: expected }, payload))
}

/// Reads a bundle.
///
/// # Errors
/// When the bytes are not a whole, unaltered bundle of this version, or what they hold is not a
/// survey whose parts fit together.
pub fn decode(bytes: &[u8]) -> Result<Bundle, DecodeError> {
    let (header, payload) = read_header(bytes)?;
    let survey = decode_payload(payload, header.provenance)?;
    Ok(Bundle { header, survey })
}

/// Reads a payload. Hostile bytes with a right checksum come this far.
fn decode_payload(payload: &[u8], provenance: Provenance) -> Result<Survey, DecodeError> {
    let (frame, rest) = taken::<wire::Frame>(payload)?;
    from_wire::survey(frame, answers(rest, provenance)?, provenance).map_err(DecodeError::Content)
}

/// The answers, which are all that is left of a payload.
fn answers(rest: &[u8], provenance: Provenance) -> Result<from_wire::Answers, DecodeError> {
    // The header's form was held against the provenance.
    let (answers, rest) = match provenance {
        Provenance::Confidential => {
            let (cube, rest) = taken(rest)?;
            (from_wire::Answers::Cube(cube), rest)
        }
        Provenance::Synthetic | Provenance::Public => {
            let (draws, rest) = taken(rest)?;
            (from_wire::Answers::Records(draws), rest)
        }
    };
    if !rest.is_empty() {
        return Err(DecodeError::Content(ContentError::Rest(rest.len())));
    }
    Ok(answers)
}

fn taken<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<(T, &'a [u8]), DecodeError> {
    postcard::take_from_bytes(bytes)
        .map_err(|error| DecodeError::Content(ContentError::Wire(WireError(error))))
}

fn checksum(header: &[u8], payload: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(header).chain_update(payload).finalize().into()
}

fn provenance_code(provenance: Provenance) -> u8 {
    match provenance {
        Provenance::Synthetic => 1,
        Provenance::Public => 2,
        Provenance::Confidential => 3,
    }
}

/// Which form the answers have.
fn form_code(provenance: Provenance) -> u8 {
    match provenance {
        Provenance::Synthetic | Provenance::Public => FORM_RECORDS,
        Provenance::Confidential => FORM_CUBE,
    }
}

fn provenance_of(code: u8) -> Result<Provenance, DecodeError> {
    Provenance::ALL
        .into_iter()
        .find(|provenance| provenance_code(*provenance) == code)
        .ok_or(DecodeError::Content(ContentError::Provenance(code)))
}

#[cfg(test)]
mod tests;
