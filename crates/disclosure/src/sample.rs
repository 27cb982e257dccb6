//! The respondents that a release counts: those who answered everything that they were asked in a block.

use std::fmt;
use std::sync::Arc;

use survey::{Answers, Bitmap, Codebook, Kind, QuestionIx};

use crate::plan::Plan;
use crate::questionnaire::Ticks;
use crate::recode::Recoded;

/// Answers after mergers, and who counts for each question. It never leaves this machine.
pub struct Sample {
    /// The questions after mergers.
    pub codebook: Arc<Codebook>,
    /// For each question, who gave each answer.
    pub options: Vec<Vec<Bitmap>>,
    /// For each question its base: who was asked it and answered all that they were asked of its
    /// block. Empty where the plan withholds the question.
    pub bases: Vec<Bitmap>,
    /// For each question who answered it, counted or not.
    pub answered: Vec<Bitmap>,
    /// All who are in any base.
    pub population: Bitmap,
    /// For each question where each of its options went in the mergers.
    pub places: Vec<Vec<usize>>,
    /// For each question which ticks can stand together, as a reader may take it: what the package
    /// declares, and what holds of everybody counted. That everybody ticked something, and that an
    /// option of that question never stands with another, can be guessed from its words (“Neither”).
    pub ticks: Vec<Ticks>,
    /// For each question who gave its options before mergers; none where nothing was merged.
    pub parts: Vec<Vec<Bitmap>>,
}

/// Answers are shown to nobody, not even in a panic.
impl fmt::Debug for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sample").field("respondents", &self.respondents()).finish_non_exhaustive()
    }
}

impl Sample {
    /// Finds the bases of all blocks.
    pub fn new(recoded: Recoded, plan: &Plan) -> Self {
        let Recoded { codebook, answers, asked, places, ticks, parts } = recoded;
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
                let mut skipped = asked[ix.position()].clone();
                skipped.and_not(answers[ix.position()].answered());
                complete.and_not(&skipped);
            }
            for ix in &wanted {
                bases[ix.position()] = asked[ix.position()].clone();
                bases[ix.position()].and(&complete);
            }
            // Who was asked nothing of a block is in no base of it.
            for ix in wanted {
                population.or(&bases[ix.position()]);
            }
        }
        let (answered, options): (Vec<Bitmap>, Vec<Vec<Bitmap>>) =
            answers.into_iter().map(Answers::into_bitmaps).unzip();
        let ticks =
            codebook.iter().zip(ticks).map(|((ix, question), declared)| match question.kind {
                Kind::Single | Kind::Ordered => declared,
                Kind::Multiple => observed(
                    &options[ix.position()],
                    counted(&bases[ix.position()], &answered[ix.position()]),
                    &declared,
                ),
            });
        let ticks = ticks.collect();
        Self { codebook, options, bases, answered, population, places, ticks, parts }
    }

    /// The respondents that a question's counts are of, in this release or, where it withholds the
    /// question, in whatever else was published: as far as this package can tell, all who answered.
    pub fn known_base(&self, question: QuestionIx) -> &Bitmap {
        counted(&self.bases[question.position()], &self.answered[question.position()])
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
        let mut cell = self.options[question.position()][option].clone();
        cell.and(&self.bases[question.position()]);
        cell
    }
}

fn counted<'a>(base: &'a Bitmap, answered: &'a Bitmap) -> &'a Bitmap {
    if base.count() == 0 { answered } else { base }
}

/// The declared rules of a question's ticks, and those that everybody counted keeps.
pub(crate) fn observed(options: &[Bitmap], base: &Bitmap, declared: &Ticks) -> Ticks {
    let mut ticked = Bitmap::new(base.len());
    for option in options {
        ticked.or(option);
    }
    let at_least_one =
        declared.at_least_one || (base.count() > 0 && ticked.count_and(base) == base.count());
    let alone = |place: usize| {
        let mut set = options[place].clone();
        set.and(base);
        let others = options.iter().enumerate().filter(|(other, _)| *other != place);
        set.count() > 0 && others.map(|(_, other)| set.count_and(other)).all(|both| both == 0)
    };
    let is_exclusive = |place: &usize| {
        declared.exclusive.contains(place) || (at_least_one && options.len() > 1 && alone(*place))
    };
    Ticks { exclusive: (0..options.len()).filter(is_exclusive).collect(), at_least_one }
}
