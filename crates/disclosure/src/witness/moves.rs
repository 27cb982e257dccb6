//! Moves from one survey that fits to another. Each keeps every known table and every rule of the
//! questionnaire. They pull the survey towards an aim: weights of answers and of respondents, drawn at
//! random. Answers that weigh alike then come to stand together, the others apart, so that a few
//! aims reach both ends of nearly every count.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::RngCore;
use survey::Kind;

use super::candidate::Candidate;
use super::classes::{Classes, Fixed};
use super::frame::{Frame, Mark, OUTSIDE, bit};

/// What a survey is pulled towards: the sum, over respondents and answers given, of both weights.
pub(super) struct Aim {
    /// By respondent.
    pub(super) rows: Vec<i64>,
    /// By question and option.
    pub(super) options: Vec<Vec<i64>>,
    /// By question, for being counted at all.
    pub(super) counted: Vec<i64>,
}

impl Aim {
    /// Weights drawn at random.
    pub(super) fn drawn(frame: &Frame<'_>, questions: usize, chance: &mut ChaCha8Rng) -> Self {
        let rows = (0..frame.respondents).map(|_| weight(chance)).collect();
        let options = (0..questions)
            .map(|question| (0..frame.options(question)).map(|_| weight(chance)).collect());
        let options = options.collect();
        Self { rows, options, counted: (0..questions).map(|_| weight(chance)).collect() }
    }

    pub(super) fn of(&self, question: usize, mark: Mark) -> i64 {
        if mark == OUTSIDE {
            return 0;
        }
        let options = self.options[question].iter().enumerate();
        let given = options.filter(|(option, _)| mark & bit(*option) != 0);
        self.counted[question] + given.map(|(_, weight)| weight).sum::<i64>()
    }
}

fn weight(chance: &mut ChaCha8Rng) -> i64 {
    i64::from(chance.next_u32() % 2001) - 1000
}

/// A number below a bound.
pub(super) fn below(chance: &mut ChaCha8Rng, bound: usize) -> usize {
    usize::try_from(chance.next_u64() % bound.max(1) as u64).unwrap_or_default()
}

/// A survey on its way, with what may be moved.
pub(super) struct Walk<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) fixed: &'a Fixed,
    pub(super) at: Candidate,
}

impl Walk<'_> {
    /// Moves the answers to a question, and those to the questions asked after it, towards an aim.
    pub(super) fn pull(&mut self, question: usize, aim: &Aim, chance: &mut ChaCha8Rng) {
        if self.fixed.is_frozen[question] {
            return;
        }
        let fixed = self.fixed;
        if let Some((tree, classes)) = &fixed.trees[question] {
            self.rearrange(tree, classes, aim);
            self.exchange_trees(tree, classes, aim, chance);
            match self.frame.kind(question) {
                Kind::Single | Kind::Ordered => {}
                Kind::Multiple => self.hand_over(question, classes, aim, chance),
            }
        }
        let classes = &fixed.alone[question];
        self.rearrange(&[question], classes, aim);
        match self.frame.kind(question) {
            Kind::Single | Kind::Ordered => {}
            Kind::Multiple => {
                let options = self.frame.options(question);
                let first = below(chance, options);
                for option in (0..options).map(|option| (first + option) % options) {
                    self.rearrange_option(question, option, classes, aim);
                }
            }
        }
        self.exchange_pairs(question, classes, aim, chance);
    }

    /// Gives the marks within each class out again, the weightiest to the weightiest respondent.
    /// Within one question, only marks that lead to the same questions change places.
    fn rearrange(&mut self, questions: &[usize], classes: &Classes, aim: &Aim) {
        let root = questions[0];
        let alone = questions.len() == 1;
        let mut rows: Vec<(u32, Mark, i64, u32)> = Vec::new();
        for (row, &mark) in self.at.marks[root].iter().enumerate() {
            if mark != OUTSIDE {
                let leads = if alone { self.frame.leads_to(root, mark) } else { 0 };
                let row = u32::try_from(row).unwrap_or(u32::MAX);
                rows.push((classes.of[row as usize], leads, aim.rows[row as usize], row));
            }
        }
        rows.sort_unstable();
        let mut from = 0;
        while from < rows.len() {
            let same =
                |other: &(u32, Mark, i64, u32)| (other.0, other.1) == (rows[from].0, rows[from].1);
            let to = from + rows[from..].iter().take_while(|other| same(other)).count();
            let members: Vec<usize> = rows[from..to].iter().map(|row| row.3 as usize).collect();
            if members.len() > 1 {
                let total = |row: usize| -> i64 {
                    questions.iter().map(|&q| aim.of(q, self.at.marks[q][row])).sum()
                };
                let mut givers: Vec<(i64, usize)> =
                    members.iter().map(|&row| (total(row), row)).collect();
                givers.sort_unstable();
                for &question in questions {
                    let marks: Vec<Mark> =
                        givers.iter().map(|&(_, row)| self.at.marks[question][row]).collect();
                    for (&row, mark) in members.iter().zip(marks) {
                        self.at.marks[question][row] = mark;
                    }
                }
            }
            from = to;
        }
    }

    /// The same for the ticks of one option, among those who may tick it and may leave it.
    fn rearrange_option(&mut self, question: usize, option: usize, classes: &Classes, aim: &Aim) {
        let sign = aim.options[question][option].signum();
        let mut rows: Vec<(u32, i64, u32)> = Vec::new();
        for (row, &mark) in self.at.marks[question].iter().enumerate() {
            if self.is_free(question, option, mark) {
                let row = u32::try_from(row).unwrap_or(u32::MAX);
                rows.push((classes.of[row as usize], sign * aim.rows[row as usize], row));
            }
        }
        rows.sort_unstable();
        let marks = &mut self.at.marks[question];
        let mut from = 0;
        while from < rows.len() {
            let to = from + rows[from..].iter().take_while(|row| row.0 == rows[from].0).count();
            let ticked = |row: &&(u32, i64, u32)| marks[row.2 as usize] & bit(option) != 0;
            let ticks = rows[from..to].iter().filter(ticked).count();
            for (place, row) in rows[from..to].iter().enumerate() {
                let mark = &mut marks[row.2 as usize];
                *mark = if place < to - from - ticks {
                    *mark & !bit(option)
                } else {
                    *mark | bit(option)
                };
            }
            from = to;
        }
    }

    /// Whether somebody with a mark may tick an option and may leave it, with all else as it is.
    pub(super) fn is_free(&self, question: usize, option: usize, mark: Mark) -> bool {
        mark != OUTSIDE && {
            let (with, without) = (mark | bit(option), mark & !bit(option));
            self.frame.allows(question, with)
                && self.frame.allows(question, without)
                && self.frame.leads_to(question, with) == self.frame.leads_to(question, without)
        }
    }
}
