//! Declared tables in place of answers: all that is published of a confidential survey.

mod answer;
mod compare;

use std::sync::Arc;

use thiserror::Error;

use crate::limits::SMALLEST_PROTECTED_GROUP;
use crate::{Codebook, Kind, Question, QuestionIx, Tally};

/// A table: a question's tally for each option of a declared grouping, in that question's order. A
/// plain record: [`Cube::new`] checks it against codebook and totals.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossed {
    /// The question counted.
    pub question: QuestionIx,
    /// The grouping: a question with one answer.
    pub by: QuestionIx,
    /// A tally for each option of the grouping.
    pub parts: Vec<Tally>,
}

/// Declared tables, and no way to hold a record.
///
/// In a cube's tallies *asked* is *answered*: who did not answer is not published, because two bases
/// that differ by one respondent give that respondent away. For the same reason there are no counts
/// of groups of options and no weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Cube {
    codebook: Arc<Codebook>,
    respondents: u32,
    totals: Vec<Option<Tally>>,
    crossed: Vec<Crossed>,
}

/// What is wrong with tables. Questions are named by id.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CubeError {
    /// Tables, parts or counts that are not those of the codebook.
    #[error("the tables do not have the questions and answers of the codebook")]
    Shape,
    /// Tables in another order than by question and then by grouping, or one of them twice.
    #[error("the tables do not stand in their order, or one stands twice")]
    Order,
    /// A tally with more in it than a cube may hold.
    #[error("a tally of “{0}” tells who did not answer, groups of answers or weights")]
    MoreThanCounts(String),
    /// A tally whose numbers can't be.
    #[error("the counts of “{0}” do not add up")]
    Sums(String),
    /// A tally of fewer than [`SMALLEST_PROTECTED_GROUP`].
    #[error("a tally of “{0}” has a base under {min}", min = SMALLEST_PROTECTED_GROUP)]
    SmallBase(String),
    /// A grouping that can't be one, or a table without the totals that it adds up to.
    #[error(
        "“{question}” can’t be broken down by “{by}”: that needs a grouping with one answer, and \
         the totals of both"
    )]
    Grouping {
        /// The question.
        question: String,
        /// The grouping.
        by: String,
    },
    /// Parts that leave fewer than [`SMALLEST_PROTECTED_GROUP`] in no group, and not nobody.
    #[error(
        "the parts of “{question}” by “{by}” leave a base under {min} in no group",
        min = SMALLEST_PROTECTED_GROUP
    )]
    SmallRest {
        /// The question.
        question: String,
        /// The grouping.
        by: String,
    },
    /// Parts that are more than the whole.
    #[error("the parts of “{question}” by “{by}” are more than the whole")]
    Parts {
        /// The question.
        question: String,
        /// The grouping.
        by: String,
    },
}

impl Cube {
    /// Checks tables against their codebook and against each other. `totals` has a tally for each
    /// question, or `None` where it is withheld or was never declared; `crossed` stands in the order
    /// of its questions, and of each in the order of its groupings.
    ///
    /// # Errors
    /// What can't be, for each table that has it.
    pub fn new(
        codebook: Arc<Codebook>,
        respondents: u32,
        totals: Vec<Option<Tally>>,
        crossed: Vec<Crossed>,
    ) -> Result<Self, Vec<CubeError>> {
        let cube = Self { codebook, respondents, totals, crossed };
        let mut errors = Vec::new();
        if cube.has_shape() {
            for (total, question) in cube.totals.iter().zip(cube.codebook.questions()) {
                errors.extend(total.as_ref().and_then(|total| cube.fault(question, total)));
            }
            for table in &cube.crossed {
                errors.extend(cube.fault_of_table(table));
            }
            let place = |table: &Crossed| (table.question, table.by);
            if !cube.crossed.windows(2).all(|pair| place(&pair[0]) < place(&pair[1])) {
                errors.push(CubeError::Order);
            }
        } else {
            errors.push(CubeError::Shape);
        }
        if errors.is_empty() { Ok(cube) } else { Err(errors) }
    }

    /// The questions that the tables are of.
    pub fn codebook(&self) -> &Arc<Codebook> {
        &self.codebook
    }

    /// A tally for each question; `None` is withheld or undeclared, the same.
    pub fn totals(&self) -> &[Option<Tally>] {
        &self.totals
    }

    /// The tables, by question and then by grouping.
    pub fn crossed(&self) -> &[Crossed] {
        &self.crossed
    }

    fn has_shape(&self) -> bool {
        let questions = self.codebook.questions();
        let fits =
            |question: &Question, tally: &Tally| tally.counts.len() == question.options.len();
        self.totals.len() == questions.len()
            && questions
                .iter()
                .zip(&self.totals)
                .all(|(question, total)| total.as_ref().is_none_or(|total| fits(question, total)))
            && self.crossed.iter().all(|table| {
                let (question, by) = (questions.get(table.question.0), questions.get(table.by.0));
                question.zip(by).is_some_and(|(question, by)| {
                    table.parts.len() == by.options.len()
                        && table.parts.iter().all(|part| fits(question, part))
                })
            })
    }

    fn fault(&self, question: &Question, tally: &Tally) -> Option<CubeError> {
        let id = || question.id.clone();
        let base = tally.answered;
        if tally.asked != base || !tally.groups.is_empty() || tally.weighted.is_some() {
            return Some(CubeError::MoreThanCounts(id()));
        }
        let given = sum(tally.counts.iter().copied());
        let adds_up = base <= self.respondents
            && tally.counts.iter().all(|&count| count <= base)
            && match question.kind {
                Kind::Single | Kind::Ordered => given == u64::from(base),
                Kind::Multiple => true,
            };
        if !adds_up {
            return Some(CubeError::Sums(id()));
        }
        (base < SMALLEST_PROTECTED_GROUP).then(|| CubeError::SmallBase(id()))
    }

    fn fault_of_table(&self, table: &Crossed) -> Option<CubeError> {
        let (question, by) =
            (self.codebook.question(table.question), self.codebook.question(table.by));
        let ids = || (question.id.clone(), by.id.clone());
        let totals = self.totals[table.question.0].as_ref().zip(self.totals[table.by.0].as_ref());
        let may_group = by.grouping
            && match by.kind {
                Kind::Single | Kind::Ordered => true,
                Kind::Multiple => false,
            }
            && table.question != table.by;
        let Some((whole, sizes)) = totals.filter(|_| may_group) else {
            let (question, by) = ids();
            return Some(CubeError::Grouping { question, by });
        };
        if let Some(fault) = table.parts.iter().find_map(|part| self.fault(question, part)) {
            return Some(fault);
        }
        let left = whole.without(&table.parts);
        let within = left
            .as_ref()
            .is_some_and(|left| left.counts.iter().all(|&count| count <= left.answered))
            && table.parts.iter().zip(&sizes.counts).all(|(part, &size)| part.answered <= size);
        let (question, by) = ids();
        if !within {
            return Some(CubeError::Parts { question, by });
        }
        // Whoever is in no group is a group to a reader, who sees it as “none of these”.
        let is_small = |left: &Tally| (1..SMALLEST_PROTECTED_GROUP).contains(&left.answered);
        left.is_some_and(|left| is_small(&left)).then_some(CubeError::SmallRest { question, by })
    }
}

fn sum(counts: impl Iterator<Item = u32>) -> u64 {
    counts.map(u64::from).sum()
}

impl Tally {
    /// What is left of a cube's tally when parts of it are taken away; `None` where they are more
    /// than the whole.
    fn without(&self, parts: &[Self]) -> Option<Self> {
        let mut left = self.clone();
        for part in parts {
            left.answered = left.answered.checked_sub(part.answered)?;
            for (count, less) in left.counts.iter_mut().zip(&part.counts) {
                *count = count.checked_sub(*less)?;
            }
        }
        left.asked = left.answered;
        Some(left)
    }
}

#[cfg(test)]
mod tests;
