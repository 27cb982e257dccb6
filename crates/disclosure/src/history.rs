//! Earlier releases of the same survey.

mod between;
mod fate;
mod tables;

use survey::bundle::{self, DECODERS, Decoder, Header};
use survey::{About, Cube, Form, Source, SurveyParts};

pub(crate) use self::between::{Between, between};
pub(crate) use self::fate::{Fate, Place, fates};
pub(crate) use self::tables::{known, moved, places, with_former_questions};
use crate::tables::Tables;

/// A packed file of before.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// What it says of itself.
    pub header: Header,
    /// The survey's description then.
    pub about: About,
    /// Its tables.
    pub cube: Cube,
}

impl Earlier {
    /// Reads a packed file of any version of the format. `None` where it holds no tables of
    /// confidential answers.
    ///
    /// # Errors
    /// When the bytes are no whole, unaltered bundle.
    pub fn read(bytes: &[u8]) -> Result<Option<Self>, bundle::DecodeError> {
        Self::read_by(&DECODERS, bytes)
    }

    /// The same, of the versions that these decoders read.
    ///
    /// # Errors
    /// When the bytes are no whole, unaltered bundle of one of them.
    pub fn read_by(
        decoders: &[Decoder],
        bytes: &[u8],
    ) -> Result<Option<Self>, bundle::DecodeError> {
        let bundle = bundle::decode_by(decoders, bytes)?;
        let SurveyParts { about, draws, .. } = bundle.survey.into_parts();
        let cube = draws.into_iter().find_map(|draw| match draw.form {
            Form::Cube(cube) => Some(Cube::clone(&cube)),
            Form::Records(_) => None,
        });
        Ok(cube.map(|cube| Self { header: bundle.header, about, cube }))
    }

    /// Its tables as counts.
    pub(crate) fn tables(&self) -> Tables {
        Tables::of_cube(&self.cube, self.cube.respondents())
    }
}
