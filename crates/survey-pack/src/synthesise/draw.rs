//! One set of invented answers.
//!
//! Every respondent has a latent score. For each answer the respondents are ranked by a mixture of
//! score and chance, and the first so many of them give it. So the counts are exact, and answers go
//! together as they might in life, by an artifice that means nothing.

use survey::{Codebook, Kind, Question};
use thiserror::Error;

use super::quota::{Amount, Quota, Recipe};
use super::random::Numbers;

/// The answers to one question: for each respondent the chosen options, `None` for a blank.
pub(super) type Invention = Vec<Option<Vec<usize>>>;

/// Quotas that can't be kept.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("the quota of “{question}” needs {needed} respondents where {left} are left")]
pub(super) struct Unfillable {
    question: String,
    needed: usize,
    left: usize,
}

/// Invents the answers to all questions.
pub(super) fn invent(
    recipe: &Recipe,
    codebook: &Codebook,
    seed: u64,
) -> Result<Vec<Invention>, Unfillable> {
    let mut numbers = Numbers::from_seed(seed);
    let scores: Vec<i64> = (0..recipe.respondents).map(|_| numbers.bell()).collect();
    let mut inventions: Vec<Invention> = Vec::new();
    for (question, quota) in codebook.questions().iter().zip(&recipe.quotas) {
        let asked: Vec<usize> = (0..recipe.respondents)
            .filter(|&row| {
                question.asked_if.as_ref().is_none_or(|routing| {
                    gave(&inventions[routing.question.position()], row, &routing.any_of)
                })
            })
            .collect();
        let mut maker =
            Maker { question, quota, scores: &scores, earlier: &inventions, numbers: &mut numbers };
        let invention = maker.invent(asked)?;
        inventions.push(invention);
    }
    Ok(inventions)
}

fn gave(invention: &Invention, row: usize, any_of: &[usize]) -> bool {
    invention[row].as_ref().is_some_and(|chosen| chosen.iter().any(|o| any_of.contains(o)))
}

struct Maker<'a> {
    question: &'a Question,
    quota: &'a Quota,
    scores: &'a [i64],
    earlier: &'a [Invention],
    numbers: &'a mut Numbers,
}

impl Maker<'_> {
    fn invent(&mut self, asked: Vec<usize>) -> Result<Invention, Unfillable> {
        let mut invention: Invention = vec![None; self.scores.len()];
        let blanks = self.amount(self.quota.not_answered, 0);
        let mut answering = self.ranked(asked, 0);
        self.take(&mut answering, blanks, |_| true)?;
        for &row in &answering {
            invention[row] = Some(Vec::new());
        }
        match self.question.kind {
            Kind::Single | Kind::Ordered => self.single(answering, &mut invention)?,
            Kind::Multiple => self.multiple(&answering, &mut invention)?,
        }
        Ok(invention)
    }

    /// Each option is ranked anew.
    fn multiple(
        &mut self,
        answering: &[usize],
        invention: &mut Invention,
    ) -> Result<(), Unfillable> {
        for (option, &amount) in self.quota.counts.iter().enumerate() {
            let count = self.amount(amount, 0);
            let mut ranked = self.ranked(answering.to_vec(), self.quota.pull);
            for row in self.take(&mut ranked, count, |row| self.may(option, row))? {
                if let Some(chosen) = &mut invention[row] {
                    chosen.push(option);
                }
            }
        }
        Ok(())
    }

    /// One ranking is cut into the options in order; those that only some may give go first.
    fn single(
        &mut self,
        answering: Vec<usize>,
        invention: &mut Invention,
    ) -> Result<(), Unfillable> {
        let declared = self.quota.counts.iter().map(|&amount| match amount {
            Amount::Rest(_) => None,
            amount => Some(amount),
        });
        let drawn: Vec<Option<usize>> =
            declared.map(|amount| amount.map(|amount| self.amount(amount, 0))).collect();
        let needed: usize = drawn.iter().flatten().sum();
        let rest = answering.len().saturating_sub(needed);
        let has_rest = drawn.contains(&None);
        if needed > answering.len() || (!has_rest && needed < answering.len()) {
            return Err(self.unfillable(needed, answering.len()));
        }
        let mut ranked = self.ranked(answering, self.quota.pull);
        let (limited, open): (Vec<usize>, Vec<usize>) =
            (0..drawn.len()).partition(|&option| self.quota.within[option].is_some());
        for option in limited.into_iter().chain(open) {
            let count = drawn[option].unwrap_or(rest);
            for row in self.take(&mut ranked, count, |row| self.may(option, row))? {
                invention[row] = Some(vec![option]);
            }
        }
        Ok(())
    }

    fn may(&self, option: usize, row: usize) -> bool {
        self.quota.within[option]
            .as_ref()
            .is_none_or(|(question, any_of)| gave(&self.earlier[*question], row, any_of))
    }

    fn amount(&mut self, amount: Amount, rest: usize) -> usize {
        match amount {
            Amount::Exactly(count) => count as usize,
            Amount::Between(from, to) => (from + self.numbers.below(to - from + 1)) as usize,
            Amount::Rest(_) => rest,
        }
    }

    /// The rows with the highest mixture of score and chance first.
    fn ranked(&mut self, mut rows: Vec<usize>, pull: i64) -> Vec<usize> {
        let keys: Vec<(i64, u32)> = self
            .scores
            .iter()
            .map(|score| {
                let chance = (100 - pull.abs()) * self.numbers.bell();
                (pull * score + chance, self.numbers.any())
            })
            .collect();
        rows.sort_by(|&a, &b| keys[b].cmp(&keys[a]));
        rows
    }

    /// Takes the first so many rows that may be taken out of a ranking.
    fn take(
        &self,
        ranked: &mut Vec<usize>,
        count: usize,
        may: impl Fn(usize) -> bool,
    ) -> Result<Vec<usize>, Unfillable> {
        let taken: Vec<usize> =
            ranked.iter().copied().filter(|&row| may(row)).take(count).collect();
        if taken.len() < count {
            return Err(self.unfillable(count, taken.len()));
        }
        ranked.retain(|row| !taken.contains(row));
        Ok(taken)
    }

    fn unfillable(&self, needed: usize, left: usize) -> Unfillable {
        Unfillable { question: self.question.id.clone(), needed, left }
    }
}
