//! Every version of the format that there has been. A packer compares a release with those before
//! it, and these may be of any age.
//!
//! Whoever raises [`super::VERSION`] moves what reads the version before into a file beside
//! `version_1.rs`, with the wire types that it no longer shares, and adds a line to [`DECODERS`].
//! Packed files of all versions are kept for a test (`crates/survey-pack/tests/formats`).

mod version_1;
mod version_2;
mod version_3;
mod version_4;

use super::{Bundle, DecodeError, decode_payload, read_header_of};
use crate::{Provenance, Survey};

/// A version of the format, and what reads its payload.
#[derive(Clone, Copy, Debug)]
pub struct Decoder {
    /// The version.
    pub version: u16,
    /// Reads a payload of that version. The header was checked.
    pub payload: fn(&[u8], Provenance) -> Result<Survey, DecodeError>,
}

/// What reads which version.
pub const DECODERS: [Decoder; 5] = [
    Decoder { version: 1, payload: version_1::decode_payload },
    Decoder { version: 2, payload: version_2::decode_payload },
    Decoder { version: 3, payload: version_3::decode_payload },
    Decoder { version: 4, payload: version_4::decode_payload },
    Decoder { version: 5, payload: decode_payload },
];

/// Reads a bundle of any of these versions.
///
/// # Errors
/// When the bytes are not a whole, unaltered bundle of one of them, or what they hold is not a survey
/// whose parts fit together.
pub fn decode_by(decoders: &[Decoder], bytes: &[u8]) -> Result<Bundle, DecodeError> {
    let find = |version| decoders.iter().find(|decoder| decoder.version == version);
    let (header, payload) = read_header_of(bytes, |version| find(version).is_some())?;
    let decoder =
        find(header.version).ok_or(DecodeError::OtherVersion { found: header.version })?;
    let survey = (decoder.payload)(payload, header.provenance)?;
    Ok(Bundle { header, survey })
}
