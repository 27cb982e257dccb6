//! The bytes that would be published, read back as a reader's explorer reads them.

use std::sync::Arc;

use survey::bundle::{self, Bundle, DecodeError, EncodeError};
use survey::{Codebook, Crossed, Cube, Form, QuestionIx, Source, Survey};

use crate::search::IdentifierSearch;
use crate::tables::Tables;

/// A packed release.
#[derive(Debug)]
pub struct Output {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// What they were read back as.
    pub read: Result<Bundle, DecodeError>,
    /// The bytes that the same survey gives once more.
    pub again: Vec<u8>,
    /// What must not be found in them.
    pub search: IdentifierSearch,
}

impl Output {
    /// Writes a survey twice and reads it back.
    ///
    /// # Errors
    /// When the survey can't be written.
    pub fn of(survey: &Survey, search: IdentifierSearch) -> Result<Self, EncodeError> {
        let bytes = bundle::encode(survey)?;
        let read = bundle::decode(&bytes);
        Ok(Self { again: bundle::encode(survey)?, bytes, read, search })
    }

    /// The cube that was read back.
    pub fn cube(&self) -> Option<&Cube> {
        let survey = &self.read.as_ref().ok()?.survey;
        match survey.draws() {
            [survey::Draw { form: Form::Cube(cube), .. }] => Some(cube),
            _ => None,
        }
    }

    /// Its tables, at the places that their questions have in a wider codebook. `None` where it has
    /// other questions or answers.
    pub(crate) fn tables(&self, codebook: &Arc<Codebook>) -> Option<Tables> {
        let cube = self.cube()?;
        let places: Vec<QuestionIx> = cube
            .codebook()
            .questions()
            .iter()
            .map(|question| {
                let ix = codebook.find(&question.id)?;
                (codebook.question(ix).options == question.options).then_some(ix)
            })
            .collect::<Option<_>>()?;
        let mut totals = vec![None; codebook.questions().len()];
        for (place, total) in places.iter().zip(cube.totals()) {
            totals[place.position()].clone_from(total);
        }
        let crossed = cube.crossed().iter().map(|table| Crossed {
            question: places[table.question.position()],
            by: places[table.by.position()],
            parts: table.parts.clone(),
        });
        Some(Tables {
            codebook: Arc::clone(codebook),
            respondents: cube.respondents(),
            totals,
            crossed: crossed.collect(),
        })
    }
}
