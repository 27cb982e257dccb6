//! The bytes that would be published, read back as a reader's explorer reads them.

use std::sync::Arc;

use survey::bundle::{self, Bundle, DecodeError};
use survey::{Codebook, Crossed, Cube, Form, QuestionIx, Source};

use super::tables::Tables;
use crate::search::Search;

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
    pub search: Search,
}

impl Output {
    /// The cube that was read back.
    pub fn cube(&self) -> Option<&Cube> {
        let survey = &self.read.as_ref().ok()?.survey;
        match survey.draws.as_slice() {
            [survey::Draw { form: Form::Cube(cube), .. }] => Some(cube),
            _ => None,
        }
    }

    /// Its tables, at the places that their questions have in a wider codebook. `None` where it has
    /// other questions or answers.
    pub(super) fn tables(&self, codebook: &Arc<Codebook>) -> Option<Tables> {
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
            totals[place.0].clone_from(total);
        }
        let crossed = cube.crossed().iter().map(|table| Crossed {
            question: places[table.question.0],
            by: places[table.by.0],
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

/// Writes a survey twice and reads it back.
pub(super) fn packed(
    survey: &survey::Survey,
    search: Search,
) -> Result<Output, bundle::EncodeError> {
    let bytes = bundle::encode(survey)?;
    let read = bundle::decode(&bytes);
    Ok(Output { again: bundle::encode(survey)?, bytes, read, search })
}
