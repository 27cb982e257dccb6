//! Earlier releases of the same survey.

use survey::bundle::{self, Header};
use survey::{About, Cube, Form, Source};

use super::sample::Sample;
use super::tables::{Tables, crossed};

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

/// The tables of a release and those of earlier ones that it does not repeat, counted anew: what a
/// reader of all releases knows.
pub(super) fn known(tables: &Tables, history: &[Earlier], sample: &Sample) -> Tables {
    let mut known = tables.clone();
    let codebook = &sample.codebook;
    for earlier in history {
        for table in earlier.cube.crossed() {
            let then = earlier.cube.codebook();
            let find = |ix| codebook.find(&then.question(ix).id);
            let (Some(question), Some(by)) = (find(table.question), find(table.by)) else {
                continue;
            };
            let told = known.totals[question.0].is_some() && known.totals[by.0].is_some();
            if told && known.find(question, by).is_none() {
                known.crossed.push(crossed(sample, question, by));
            }
        }
    }
    known
}
