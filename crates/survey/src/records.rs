//! Answers on record: for each question a bitmap of who answered, and one for each option.

mod compare;
mod count;

use std::sync::Arc;

use thiserror::Error;

use crate::{Bitmap, Codebook, Kind, QuestionIx, Tally};

/// The answers to one question as they were given: bitmaps of one length. That they are answers to
/// their question is for [`Records::new`] to check.
///
/// ```compile_fail,E0616
/// fn forget_options(answers: &mut survey::Answers) {
///     answers.options.clear();
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    pub(crate) answered: Bitmap,
    pub(crate) options: Vec<Bitmap>,
}

impl Answers {
    /// No answer from anybody.
    pub fn none(respondents: usize, options: usize) -> Self {
        Self {
            answered: Bitmap::new(respondents),
            options: vec![Bitmap::new(respondents); options],
        }
    }

    /// Answers by who answered, and who chose each option.
    ///
    /// # Errors
    /// When the bitmaps differ in length.
    pub fn new(answered: Bitmap, options: Vec<Bitmap>) -> Result<Self, RecordsError> {
        let fits = options.iter().all(|option| option.len() == answered.len());
        if fits { Ok(Self { answered, options }) } else { Err(RecordsError::Shape) }
    }

    /// Who answered.
    #[inline]
    pub fn answered(&self) -> &Bitmap {
        &self.answered
    }

    /// Who chose each option.
    #[inline]
    pub fn options(&self) -> &[Bitmap] {
        &self.options
    }

    /// Who answered, and who chose each option.
    pub fn into_bitmaps(self) -> (Bitmap, Vec<Bitmap>) {
        (self.answered, self.options)
    }

    /// Notes what one respondent answered; an empty `chosen` is "none of these".
    ///
    /// # Panics
    /// When there is no such respondent or option.
    pub fn record(&mut self, row: usize, chosen: impl IntoIterator<Item = usize>) {
        self.answered.set(row);
        for option in chosen {
            self.options[option].set(row);
        }
    }
}

/// All answers of all respondents. *Not asked*, *not answered* and *no* are kept apart.
#[derive(Clone, Debug)]
pub struct Records {
    codebook: Arc<Codebook>,
    ids: Vec<String>,
    columns: Vec<Column>,
    weights: Option<Vec<f64>>,
    totals: Vec<Tally>,
}

#[derive(Clone, Debug)]
struct Column {
    asked: Bitmap,
    asks_everybody: bool,
    kind: Kind,
    answers: Answers,
    /// Who gave any answer of each group of options.
    groups: Vec<Bitmap>,
}

/// What is wrong with answers. Rows count from 0.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RecordsError {
    /// Columns, bitmaps, ids or weights of unequal length.
    #[error("the answers do not have a row for each respondent and a column for each question")]
    Shape,
    /// More respondents than can be counted.
    #[error("more than 4,294,967,295 respondents")]
    TooMany,
    /// A respondent without an id, or with another's.
    #[error("respondent {row} has no id of its own")]
    Id {
        /// The respondent.
        row: usize,
    },
    /// An answer of somebody whom the routing does not ask.
    #[error("respondent {row} answered a question that was not asked")]
    NotAsked {
        /// The respondent.
        row: usize,
        /// The question.
        question: QuestionIx,
    },
    /// An option chosen without an answer, none where one is needed, or several where one is.
    #[error("respondent {row} has not exactly one answer to a question that needs one")]
    NotOne {
        /// The respondent.
        row: usize,
        /// The question.
        question: QuestionIx,
    },
    /// A weight that is not a number of 0 or more.
    #[error("respondent {row} has a weight that is not a number of 0 or more")]
    Weight {
        /// The respondent.
        row: usize,
    },
}

impl Records {
    /// Checks answers against their codebook.
    ///
    /// # Errors
    /// For each question the first respondent whose answers can't be, or what is wrong with the
    /// whole.
    pub fn new(
        codebook: Arc<Codebook>,
        ids: Vec<String>,
        answers: Vec<Answers>,
        weights: Option<Vec<f64>>,
    ) -> Result<Self, Vec<RecordsError>> {
        check_shape(&codebook, &ids, &answers, weights.as_deref()).map_err(|error| vec![error])?;
        let mut errors = check_respondents(&ids, weights.as_deref());
        let mut columns: Vec<Column> = Vec::with_capacity(answers.len());
        for ((ix, question), answers) in codebook.iter().zip(answers) {
            let mut asked = Bitmap::full(ids.len());
            if let Some(routing) = &question.asked_if {
                asked = union(
                    ids.len(),
                    routing.any_of.iter().map(|&o| &columns[routing.question.0].answers.options[o]),
                );
            }
            errors.extend(check_answers(ix, question.kind, &asked, &answers));
            let group = |group| {
                union(ids.len(), question.options_of_group(group).map(|o| &answers.options[o]))
            };
            let groups = (0..question.groups.len()).map(group).collect();
            columns.push(Column {
                asked,
                asks_everybody: question.asked_if.is_none(),
                kind: question.kind,
                answers,
                groups,
            });
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let mut records = Self { codebook, ids, columns, weights, totals: Vec::new() };
        let everybody = Bitmap::full(records.ids.len()).into();
        records.totals =
            records.columns.iter().map(|column| records.count(column, &everybody)).collect();
        Ok(records)
    }

    /// The questions answered.
    pub fn codebook(&self) -> &Arc<Codebook> {
        &self.codebook
    }

    /// The respondents' names, by row.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// The answers to one question, by row.
    pub fn answers(&self, question: QuestionIx) -> &Answers {
        &self.columns[question.0].answers
    }

    /// Who was asked a question.
    pub fn asked(&self, question: QuestionIx) -> &Bitmap {
        &self.columns[question.0].asked
    }

    /// The respondents' weights, by row, where they have any.
    pub fn weights(&self) -> Option<&[f64]> {
        self.weights.as_deref()
    }

    /// A question's tally of all respondents.
    pub fn total(&self, question: QuestionIx) -> &Tally {
        &self.totals[question.0]
    }
}

fn union<'a>(len: usize, sets: impl Iterator<Item = &'a Bitmap>) -> Bitmap {
    sets.fold(Bitmap::new(len), |mut union, set| {
        union.or(set);
        union
    })
}

fn check_shape(
    codebook: &Codebook,
    ids: &[String],
    answers: &[Answers],
    weights: Option<&[f64]>,
) -> Result<(), RecordsError> {
    if u32::try_from(ids.len()).is_err() {
        return Err(RecordsError::TooMany);
    }
    let fits = |bitmap: &Bitmap| bitmap.len() == ids.len();
    let whole = answers.len() == codebook.questions().len()
        && weights.is_none_or(|weights| weights.len() == ids.len())
        && codebook.questions().iter().zip(answers).all(|(question, answers)| {
            fits(&answers.answered)
                && answers.options.len() == question.options.len()
                && answers.options.iter().all(fits)
        });
    if whole { Ok(()) } else { Err(RecordsError::Shape) }
}

fn check_respondents(ids: &[String], weights: Option<&[f64]>) -> Vec<RecordsError> {
    let mut seen = std::collections::HashSet::with_capacity(ids.len());
    let mut errors: Vec<RecordsError> = ids
        .iter()
        .enumerate()
        .filter(|(_, id)| id.trim().is_empty() || !seen.insert(id.as_str()))
        .map(|(row, _)| RecordsError::Id { row })
        .collect();
    let wrong = |weight: &f64| !(weight.is_finite() && *weight >= 0.0);
    if let Some(row) = weights.and_then(|weights| weights.iter().position(wrong)) {
        errors.push(RecordsError::Weight { row });
    }
    errors
}

fn check_answers(
    question: QuestionIx,
    kind: Kind,
    asked: &Bitmap,
    answers: &Answers,
) -> Option<RecordsError> {
    if let Some(row) = answers.answered.first_outside(asked) {
        return Some(RecordsError::NotAsked { row, question });
    }
    let mut chosen = Bitmap::new(asked.len());
    let mut several = Bitmap::new(asked.len());
    for option in &answers.options {
        let mut again = option.clone();
        again.and(&chosen);
        several.or(&again);
        chosen.or(option);
    }
    let nobody = Bitmap::new(asked.len());
    let wrong = chosen.first_outside(&answers.answered).or_else(|| match kind {
        Kind::Single | Kind::Ordered => {
            several.first_outside(&nobody).or_else(|| answers.answered.first_outside(&chosen))
        }
        Kind::Multiple => None,
    });
    wrong.map(|row| RecordsError::NotOne { row, question })
}

#[cfg(test)]
mod tests;
