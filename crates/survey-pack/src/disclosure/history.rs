//! Earlier releases of the same survey.

use survey::bundle::{self, Header};
use survey::{About, AnswerOption, Crossed, Cube, Form, QuestionIx, Source};

use super::tables::Tables;

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
    /// Reads a packed file. `None` where it holds no tables of confidential answers.
    ///
    /// # Errors
    /// When the bytes are no whole, unaltered bundle.
    pub fn read(bytes: &[u8]) -> Result<Option<Self>, bundle::DecodeError> {
        let bundle = bundle::decode(bytes)?;
        let about = bundle.survey.about;
        let cube = bundle.survey.draws.into_iter().find_map(|draw| match draw.form {
            Form::Cube(cube) => Some(Cube::clone(&cube)),
            Form::Records(_) => None,
        });
        Ok(cube.map(|cube| Self { header: bundle.header, about, cube }))
    }

    /// Its tables as counts.
    pub(super) fn tables(&self) -> Tables {
        Tables::of_cube(&self.cube, self.cube.respondents())
    }
}

/// The tables of a release and those of earlier ones that it does not repeat: what a reader of all
/// releases knows. Questions that the package no longer has, or asks with other answers, are left out;
/// whether two releases may stand beside each other is for the rule on them to say.
pub(super) fn known(tables: &Tables, history: &[Earlier]) -> Tables {
    let mut known = tables.clone();
    for earlier in history {
        let then = earlier.cube.codebook();
        let now = &tables.codebook;
        let find = |ix| {
            let before = then.question(ix);
            let found = now.find(&before.id)?;
            let ids = |options: &[AnswerOption]| -> Vec<String> {
                options.iter().map(|option| option.id.clone()).collect()
            };
            (ids(&now.question(found).options) == ids(&before.options)).then_some(found)
        };
        for (position, total) in earlier.cube.totals().iter().enumerate() {
            if let Some(question) = find(QuestionIx(position))
                && known.totals[question.0].is_none()
            {
                known.totals[question.0].clone_from(total);
            }
        }
        for table in earlier.cube.crossed() {
            let (Some(question), Some(by)) = (find(table.question), find(table.by)) else {
                continue;
            };
            if known.find(question, by).is_none() {
                known.crossed.push(Crossed { question, by, parts: table.parts.clone() });
            }
        }
    }
    known
}
