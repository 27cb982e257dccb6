//! Whom a release counts: those who answered everything that they were asked in a block.

use std::fmt;
use std::sync::Arc;

use survey::{Bitmap, Codebook, QuestionIx};

use super::plan::Plan;
use super::recode::Recoded;

/// Answers after mergers, and who counts for each question. It never leaves this machine.
pub struct Sample {
    /// The questions after mergers.
    pub codebook: Arc<Codebook>,
    /// For each question, who gave each answer.
    pub options: Vec<Vec<Bitmap>>,
    /// For each question its base: who was asked it and answered all that they were asked of its
    /// block. Empty where the plan withholds the question.
    pub bases: Vec<Bitmap>,
    /// All who are in any base.
    pub population: Bitmap,
    /// For each question where each of its options went in the mergers.
    pub places: Vec<Vec<usize>>,
}

/// Answers are shown to nobody, not even in a panic.
impl fmt::Debug for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sample").field("respondents", &self.respondents()).finish_non_exhaustive()
    }
}

impl Sample {
    /// Finds the bases of all blocks.
    pub(super) fn new(recoded: Recoded, plan: &Plan) -> Self {
        let Recoded { codebook, answers, asked, places } = recoded;
        let rows = asked.first().map_or(0, Bitmap::len);
        let mut bases = vec![Bitmap::new(rows); answers.len()];
        let mut population = Bitmap::new(rows);
        for block in &plan.blocks {
            let wanted: Vec<QuestionIx> =
                block.iter().copied().filter(|ix| !plan.withholds(*ix, None)).collect();
            if wanted.is_empty() {
                continue;
            }
            let mut complete = Bitmap::full(rows);
            for ix in &wanted {
                let mut skipped = asked[ix.0].clone();
                skipped.and_not(&answers[ix.0].answered);
                complete.and_not(&skipped);
            }
            for ix in &wanted {
                bases[ix.0] = asked[ix.0].clone();
                bases[ix.0].and(&complete);
            }
            // Somebody whom a block asked nothing is in no base of it.
            for ix in wanted {
                population.or(&bases[ix.0]);
            }
        }
        let options = answers.into_iter().map(|answers| answers.options).collect();
        Self { codebook, options, bases, population, places }
    }

    /// How many respondents the release is about.
    pub fn respondents(&self) -> u32 {
        self.population.count()
    }

    /// How many respondents there are, counted or not.
    pub fn rows(&self) -> usize {
        self.population.len()
    }

    /// Who of a question's base gave an answer.
    pub fn cell(&self, question: QuestionIx, option: usize) -> Bitmap {
        let mut cell = self.options[question.0][option].clone();
        cell.and(&self.bases[question.0]);
        cell
    }
}
