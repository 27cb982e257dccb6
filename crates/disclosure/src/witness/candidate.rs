//! A survey that fits everything published, as the search changes it and as it is kept.

use std::sync::Arc;

use survey::Bitmap;

use super::frame::{Frame, Mark, OUTSIDE, bit, counted};
use crate::sample::Sample;

/// A survey that fits: for each question everybody's mark.
#[derive(Clone)]
pub(super) struct Candidate {
    pub(super) marks: Vec<Vec<Mark>>,
}

/// A set of respondents, 64 to a word.
pub(super) type Set = Arc<[u64]>;

/// A survey that was found, as sets of respondents: it costs no more memory than its answers.
#[derive(Clone)]
pub(super) struct Kept {
    /// For each question who gave each answer.
    pub(super) options: Vec<Vec<Set>>,
    /// For each question who is counted for it.
    pub(super) bases: Vec<Set>,
}

impl Candidate {
    /// The holder's own answers, which fit by definition.
    pub(super) fn of_answers(frame: &Frame<'_>, sample: &Sample) -> Self {
        let bases: Vec<&Bitmap> =
            sample.codebook.positions().map(|question| sample.known_base(question)).collect();
        let mark = |question: usize, row: usize| {
            if !frame.is_known[question] || !bases[question].get(row) {
                return OUTSIDE;
            }
            let options = sample.options[question].iter().enumerate();
            options.fold(0, |mark, (option, set)| mark | if set.get(row) { bit(option) } else { 0 })
        };
        let questions = frame.is_known.len();
        // Who stands in which row must leave no trace in what is found, and so in what is published.
        let mut respondents: Vec<Vec<Mark>> = counted(&sample.population)
            .into_iter()
            .map(|row| (0..questions).map(|question| mark(question, row)).collect())
            .collect();
        respondents.sort_unstable();
        let of = |question: usize| respondents.iter().map(|marks| marks[question]).collect();
        Self { marks: (0..questions).map(of).collect() }
    }

    /// The answers to one question as sets.
    pub(super) fn sets(&self, question: usize, options: usize) -> (Vec<Set>, Set) {
        let marks = &self.marks[question];
        let words = marks.len().div_ceil(64);
        let (mut sets, mut base) = (vec![vec![0_u64; words]; options], vec![0_u64; words]);
        for (row, &mark) in marks.iter().enumerate().filter(|(_, mark)| **mark != OUTSIDE) {
            let (word, place) = (row / 64, 1_u64 << (row % 64));
            base[word] |= place;
            let mut left = mark;
            while left != 0 {
                sets[left.trailing_zeros() as usize][word] |= place;
                left &= left - 1;
            }
        }
        (sets.into_iter().map(Arc::from).collect(), Arc::from(base))
    }

    /// The whole survey as sets.
    pub(super) fn kept(&self, frame: &Frame<'_>) -> Kept {
        let (options, bases) =
            (0..self.marks.len()).map(|q| self.sets(q, frame.options(q))).unzip();
        Kept { options, bases }
    }
}

impl Kept {
    /// The same with one question's answers from a candidate.
    pub(super) fn with(&self, frame: &Frame<'_>, candidate: &Candidate, question: usize) -> Self {
        let mut kept = self.clone();
        let (options, base) = candidate.sets(question, frame.options(question));
        kept.options[question] = options;
        kept.bases[question] = base;
        kept
    }
}

impl Kept {
    /// The survey respondent by respondent, for whoever checks it.
    pub(super) fn respondents(&self, many: usize) -> Vec<super::check::Respondent> {
        let has = |set: &Set, row: usize| set[row / 64] >> (row % 64) & 1 == 1;
        let respondent = |row: usize| {
            let questions = self.options.iter().zip(&self.bases);
            let given = questions.map(|(options, base)| {
                has(base, row).then(|| {
                    (0..options.len()).filter(|&option| has(&options[option], row)).collect()
                })
            });
            given.collect()
        };
        (0..many).map(respondent).collect()
    }
}
